"""How well recordings are aligned: our own music at other speeds, with silence in front, as MP3.

Prints one line a case and a table at the end. Needs ffmpeg to encode; decodes as the game does.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from game.alignment.align import align
from game.alignment.pattern import Pattern, pattern_of
from game.alignment.reference import OwnMusic
from game.alignment.result import Alignment, Confidence
from game.app.files.folders import shipped
from game.audio.prepare import prepare
from game.audio.request import SongRequest
from game.charts.document import Document
from game.charts.model import Chart

Mono = NDArray[np.float32]

RATE_HZ = 48_000
NEAR_MS = 10.0
SONGS = ("dynamite", "golden", "two-kits", "lantern-shuffle", "arirang-road")
KINDS = ("clean", "noise", "drums")
_DRUM_FILES = {"hat": "hat_closed", "pedal": "hat_pedal", "rim": "sidestick", "bell": "ride_bell"}


@dataclass(frozen=True)
class Song:
    chart: Chart
    pattern: Pattern
    music: OwnMusic
    drums: Mono
    """Both parts as drummers would play them, as long as the music."""


@dataclass(frozen=True)
class Case:
    song: str
    kind: str
    lead_s: float
    speed_ppm: float
    """How much longer than written the song lasts."""


@dataclass(frozen=True)
class Outcome:
    case: Case
    error_ms: float
    """Where bar 1 was found, less where it is."""

    end_error_ms: float
    codec_ms: float
    """How much later than it was encoded the sound comes out of the decoder."""

    alignment: Alignment


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-music", action="store_true", help="by the chart alone")
    options = parser.parse_args()
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    songs = {name: _song(name) for name in SONGS}
    chance = random.Random(options.seed)
    outcomes = []
    for number in range(options.cases):
        case = Case(
            song=SONGS[number % len(SONGS)],
            kind=KINDS[number // len(SONGS) % len(KINDS)],
            lead_s=chance.uniform(0, 30),
            speed_ppm=chance.uniform(-5_000, 5_000),
        )
        outcome = _outcome(case, songs[case.song], uses_music=not options.without_music)
        outcomes.append(outcome)
        print(_line(outcome), flush=True)
    _print_table(outcomes)
    return 0


def _song(name: str) -> Song:
    path = shipped() / "charts" / name / f"{name}.duet"
    chart = Document.read(path).chart()
    assert chart.meta.audio is not None
    mono = prepared_mono(path.parent / chart.meta.audio)
    offset_us = round(chart.meta.offset_s * 1_000_000)
    return Song(
        chart, pattern_of(chart), OwnMusic(mono, offset_us), _drums(chart, offset_us, len(mono))
    )


def prepared_mono(path: Path) -> Mono:
    """A sound file as the game prepares it."""
    request = SongRequest(path, end_us=1, lead_in_us=0)
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare(request, Path(folder), shipped() / "assets")
        with wave.open(str(prepared.path), "rb") as file:
            pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)
    return pcm.mean(axis=1, dtype=np.float32) / np.float32(32_768)


def _drums(chart: Chart, offset_us: int, frames: int) -> Mono:
    folder = shipped() / "assets" / "drums"
    samples: dict[str, Mono] = {}
    track = np.zeros(frames + 10 * RATE_HZ, np.float32)
    for part in chart.parts:
        for note in part.notes:
            name = _DRUM_FILES.get(note.piece, note.piece.value)
            names = (f"{name}_hard", f"{name}_soft", name)
            found = next(each for each in names if (folder / f"{each}.flac").is_file())
            if found not in samples:
                samples[found] = _by_ffmpeg(folder / f"{found}.flac")
            sound = samples[found]
            at = (chart.tempo_map.us(note.beat) + offset_us) * RATE_HZ // 1_000_000
            track[at : at + len(sound)] += sound[: len(track) - at]
    return track[:frames]


def _by_ffmpeg(path: Path) -> Mono:
    command = ["ffmpeg", "-v", "error", "-i", path, "-f", "f32le", "-ac", "1", "-ar", "48000", "-"]
    return np.frombuffer(subprocess.run(command, check=True, capture_output=True).stdout, "<f4")


def _outcome(case: Case, song: Song, *, uses_music: bool) -> Outcome:
    recording = _recording(case, song)
    with tempfile.TemporaryDirectory() as folder:
        mp3 = _encoded(recording, Path(folder))
        heard = prepared_mono(mp3)
    codec_s = _delay_s(recording, heard)
    alignment = align(heard, song.pattern, song.music if uses_music else None)
    assert isinstance(alignment, Alignment), alignment
    speed = 1 + case.speed_ppm / 1e6

    def truth_us(song_us: int) -> float:
        return (case.lead_s + codec_s) * 1e6 + (song.music.offset_us + song_us) * speed

    errors_ms = [
        (at_us - truth_us(song_us)) / 1000
        for song_us, at_us in (alignment.pins[0], alignment.pins[-1])
    ]
    return Outcome(case, *errors_ms, codec_s * 1000, alignment)


def _recording(case: Case, song: Song) -> Mono:
    mono = song.music.mono
    if case.kind == "drums":
        mono = mono + song.drums * np.float32(1.5 * mono.std() / song.drums.std())
    speed = 1 + case.speed_ppm / 1e6
    at = np.arange(int(len(mono) * speed)) / speed
    played = np.interp(at, np.arange(len(mono)), mono).astype(np.float32)
    whole = np.concatenate([np.zeros(round(case.lead_s * RATE_HZ), np.float32), played])
    if case.kind == "noise":
        noise = np.random.default_rng(1).standard_normal(len(whole)).astype(np.float32)
        whole = whole + noise * np.float32(0.3 * mono.std())
    return whole * np.float32(0.8 / np.abs(whole).max())


def _encoded(mono: Mono, folder: Path) -> Path:
    source, target = folder / "song.wav", folder / "song.mp3"
    with wave.open(str(source), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        pcm = np.repeat((mono * 32_767).astype("<i2"), 2)
        file.writeframes(pcm.tobytes())
    command = ["ffmpeg", "-v", "error", "-y", "-i", source, "-ar", "44100", "-b:a", "128k", target]
    subprocess.run(command, check=True)
    return target


def _delay_s(sent: Mono, got: Mono) -> float:
    """How much later the sound comes out than it went in: the peak of their correlation."""
    first = int(np.flatnonzero(np.abs(sent) > 0.05)[0])
    frames = 1 << 19
    a, b = sent[first : first + frames], got[first : first + frames]
    size = 2 * frames
    product = np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size))
    lag = int(np.fft.irfft(product, size).argmax())
    return (lag if lag < frames else lag - size) / RATE_HZ


def _line(outcome: Outcome) -> str:
    case, found = outcome.case, outcome.alignment
    return (
        f"{case.song:16} {case.kind:6} lead {case.lead_s:5.1f} s {case.speed_ppm:+6.0f} ppm  "
        f"bar 1 {outcome.error_ms:+9.2f} ms  end {outcome.end_error_ms:+9.2f} ms  "
        f"codec {outcome.codec_ms:5.2f} ms  margin {found.margin:.3f}  "
        f"agreement {found.agreement:.2f}  {found.confidence}  pins {len(found.pins)}"
    )


def _print_table(outcomes: list[Outcome]) -> None:
    tables: Mapping[str, list[Outcome]] = {
        **{kind: [each for each in outcomes if each.case.kind == kind] for kind in KINDS},
        "all": outcomes,
    }
    print("\n| recording | cases | within 10 ms | median | worst of those | others told unsure |")
    print("|---|---|---|---|---|---|")
    for name, chosen in tables.items():
        near = [each for each in chosen if abs(each.error_ms) <= NEAR_MS]
        far = [each for each in chosen if abs(each.error_ms) > NEAR_MS]
        told = sum(each.alignment.confidence is Confidence.UNSURE for each in far)
        errors_ms = sorted(abs(each.error_ms) for each in near) or [float("nan")]
        print(
            f"| {name} | {len(chosen)} | {len(near)} | {errors_ms[len(errors_ms) // 2]:.2f} ms "
            f"| {errors_ms[-1]:.2f} ms | {told} of {len(far)} |"
        )


if __name__ == "__main__":
    sys.exit(main())
