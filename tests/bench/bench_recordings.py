"""How well recordings by others are aligned: stand-ins that know only a song's tempo and form.

Prints one line a recording and a table at the end. Needs ffmpeg, FluidSynth and FluidR3_GM. What is
heard is decoded as in the game, and the game's own music is at hand as it is there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from bench_alignment import prepared_mono
from stand_in_sound import KINDS, StandIn, another_song, encoded, production, stand_in

from game.alignment.align import align
from game.alignment.pattern import Pattern, pattern_of
from game.alignment.reference import OwnMusic
from game.alignment.result import Alignment, Confidence
from game.app.files.folders import shipped
from game.charts.document import Document
from game.charts.model import Chart

NEAR_MS, SECTION_NEAR_MS = 10.0, 30.0
SONGS = ("dynamite", "golden", "two-kits", "lantern-shuffle", "arirang-road")
WITH_RECORDING = SONGS[:2]
ANOTHER = "another song"


@dataclass(frozen=True)
class Song:
    chart: Chart
    pattern: Pattern
    music: OwnMusic


@dataclass(frozen=True)
class Outcome:
    song: str
    kind: str
    seed: int
    error_ms: float
    section_errors_ms: tuple[float, ...]
    is_second_right: bool
    alignment: Alignment

    @property
    def is_near(self) -> bool:
        return self.kind != ANOTHER and abs(self.error_ms) <= NEAR_MS

    def is_told(self, confidence: Confidence) -> bool:
        return self.alignment.confidence is confidence


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[7, 8, 9])
    parser.add_argument("--songs", nargs="+", default=SONGS, choices=SONGS)
    parser.add_argument("--kinds", nargs="+", default=(*KINDS, ANOTHER))
    options = parser.parse_args()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    songs = {name: _song(name) for name in options.songs}
    outcomes = []
    for seed in options.seeds:
        for kind in options.kinds:
            for name in options.songs:
                if kind != ANOTHER or name in WITH_RECORDING:
                    outcomes.append(_outcome(name, songs[name], kind, seed))
                    print(_line(outcomes[-1]), flush=True)
    _print_table(outcomes)
    return 0


def _song(name: str) -> Song:
    path = shipped() / "charts" / name / f"{name}.duet"
    chart = Document.read(path).chart()
    assert chart.meta.audio is not None
    music = OwnMusic(
        prepared_mono(path.parent / chart.meta.audio), round(chart.meta.offset_s * 1e6)
    )
    return Song(chart, pattern_of(chart), music)


def _outcome(name: str, song: Song, kind: str, seed: int) -> Outcome:
    made = _made(name, song.chart, kind, Random(f"{name} {kind} {seed}"))
    with tempfile.TemporaryDirectory() as folder:
        heard = prepared_mono(encoded(made.mono, Path(folder)))
    found = align(heard, song.pattern, song.music)
    assert isinstance(found, Alignment), found
    second_ms = [abs(each / 1e6 - made.lead_s) * 1000 for each in found.others_us[:1]]
    return Outcome(
        name,
        kind,
        seed,
        found.pins[0][1] / 1000 - made.lead_s * 1000,
        _section_errors_ms(song, made, found) if kind != ANOTHER else (),
        kind != ANOTHER and bool(second_ms) and second_ms[0] <= SECTION_NEAR_MS,
        found,
    )


def _made(name: str, chart: Chart, kind: str, chance: Random) -> StandIn:
    if kind == ANOTHER:
        return another_song(chance)
    length_s = None if chart.meta.length_s is None else float(chart.meta.length_s)
    return stand_in(chart, production(kind, name, length_s, chance), chance)


def _section_errors_ms(song: Song, made: StandIn, found: Alignment) -> tuple[float, ...]:
    song_us, sound_us = np.array(found.pins, np.float64).T
    errors = []
    for section, at_us in enumerate(song.pattern.sections_us):
        true_s = made.at_s(made.form.bars_of(section)[0].at_s)
        errors.append(float(np.interp(at_us, song_us, sound_us)) / 1000 - true_s * 1000)
    return tuple(errors)


def _line(outcome: Outcome) -> str:
    found, errors_ms = outcome.alignment, outcome.section_errors_ms
    near = sum(abs(each) <= SECTION_NEAR_MS for each in errors_ms)
    return (
        f"{outcome.song:16} {outcome.kind:18} {outcome.seed:3}  "
        f"bar 1 {outcome.error_ms:+10.2f} ms  sections {near:2} of {len(errors_ms):2}  "
        f"margin {found.margin:.3f}  "
        f"agreement {found.agreement:.2f}  {found.confidence:7}  pins {len(found.pins)}"
    )


def _print_table(outcomes: list[Outcome]) -> None:
    kinds = dict.fromkeys(each.kind for each in outcomes)
    songs = dict.fromkeys(each.song for each in outcomes)
    rows: list[tuple[str, Callable[[Outcome], bool]]] = [
        *((kind, lambda each, kind=kind: each.kind == kind) for kind in kinds),
        *((song, lambda each, song=song: (each.song, each.kind == ANOTHER) == (song, False))
          for song in songs),
        ("all but another song", lambda each: each.kind != ANOTHER),
    ]  # fmt: skip
    print(
        "\n| recording | cases | bar 1 within 10 ms | median of those | sections within 30 ms "
        "| told sure, likely, unsure | wrong: sure, likely, unsure | wrong: next place right |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, belongs in rows:
        print(_row(name, [each for each in outcomes if belongs(each)]))


def _row(name: str, chosen: list[Outcome]) -> str:
    near = [each for each in chosen if each.is_near]
    far = [each for each in chosen if not each.is_near]
    errors_ms = sorted(abs(each.error_ms) for each in near) or [float("nan")]
    sections = [abs(ms) <= SECTION_NEAR_MS for each in chosen for ms in each.section_errors_ms]
    told = ", ".join(str(sum(e.is_told(each) for e in chosen)) for each in Confidence)
    wrong = ", ".join(str(sum(e.is_told(each) for e in far)) for each in Confidence)
    return (
        f"| {name} | {len(chosen)} | {len(near)} | {errors_ms[len(errors_ms) // 2]:.1f} ms "
        f"| {sum(sections)} of {len(sections)} | {told} | {wrong} "
        f"| {sum(each.is_second_right for each in far)} of {len(far)} |"
    )


if __name__ == "__main__":
    sys.exit(main())
