"""What a frame of play costs in a window of 1920x1080; run it by hand under an X server.

    xvfb-run -s "-screen 0 1920x1080x24" python tests/bench/bench_view.py [FRAMES]

Prints `{"name": {"value", "unit", "note"}}`. A busy song is drawn as the program draws it: both
highways, sixteenths on two lanes, words and rings on every frame, then the flip.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import sys
import time
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.charts.compile import compile_timeline
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS, Chart, Meta, Note, Part
from game.charts.pieces import Piece
from game.charts.timeline import Timeline
from game.duet.snapshot import SeatSnapshot
from game.judge.verdict import Grade, Verdict
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoMap, TempoStep
from game.timing.units import Micros
from game.view.butterfly import Butterfly
from game.view.canvas import Canvas, Fonts
from game.view.screens import play
from game.view.screens.play import LaneView, PlaySnapshot, PressedLane, SeatView
from game.view.strings import Strings

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SIZE = (1920, 1080)
BARS = 64
BPM = 120
FRAME_US = 1_000_000 // 60
FRAMES = 3_000
STEPS = (Piece.HAT, Piece.TOM1, Piece.TOM3, Piece.CRASH)


def busy_chart() -> Chart:
    """Sixteenths on a cymbal or tom, the snare or kick on every eighth, a shared crash a bar."""
    bars = tuple(Bar(Fraction(4 * bar), COMMON_TIME) for bar in range(BARS))
    notes = [
        Note(bar.beat + Fraction(step, 4), piece, shared=step == 0)
        for bar in bars
        for step in range(16)
        for piece in (STEPS[step % 4], Piece.SNARE if step % 8 == 4 else Piece.KICK)
        if piece in STEPS or step % 2 == 0
    ]
    ordered = tuple(sorted(notes, key=lambda note: (note.beat, note.piece)))
    return Chart(
        meta=Meta("Bench"),
        tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(BPM))]),
        bars=bars,
        sections=(),
        leads=(),
        cues=(),
        parts=tuple(Part(player, ordered) for player in PLAYERS),
    )


class Duet:
    """Two players who hit everything 4 ms late, as the view sees them."""

    def __init__(self, layout: str) -> None:
        chart = busy_chart()
        self.timelines = [compile_timeline(chart, player, layout=layout) for player in PLAYERS]
        self.butterfly = Butterfly.of(self.timelines)
        self._frames = 0

    def frame(self) -> PlaySnapshot:
        """The next sixtieth of a second, from the first bar to the last and round again."""
        self._frames += 1
        visual_us = self._frames * FRAME_US % self.timelines[0].end_us
        seats = tuple(self._seat(timeline, visual_us) for timeline in self.timelines)
        return PlaySnapshot(visual_us, "Bench", f"{BPM} BPM", seats, self.butterfly)

    def _seat(self, timeline: Timeline, visual_us: int) -> SeatView:
        hit = [i for i, note in enumerate(timeline.notes) if note.at_us + 4_000 <= visual_us]
        judged = b"\x01" * len(hit) + bytes(len(timeline.notes) - len(hit))
        recent = tuple(
            Verdict(
                at_us=Micros(timeline.notes[i].at_us + 4_000),
                grade=Grade.PERFECT,
                lane=timeline.notes[i].lane,
                note=i,
                offset_us=4_000,
                velocity=100,
                is_timed=True,
            )
            for i in hit[-16:]
        )
        seat = SeatSnapshot(
            player=timeline.player,
            now_us=Micros(visual_us),
            score=visual_us % 1_000_000,
            combo=len(hit),
            max_combo=len(hit),
            perfect=len(hit),
            great=0,
            good=0,
            miss=0,
            overhits=0,
            roll_hits=0,
            judged=judged,
            recent=recent,
        )
        pressed = tuple(
            PressedLane(v.lane, (visual_us - v.at_us) / 1000)
            for v in recent
            if visual_us - v.at_us < 200_000
        )
        lanes = tuple(LaneView(lane, lane[0].upper()) for lane in LAYOUTS[timeline.layout].lanes)
        return SeatView(f"P{timeline.player}", timeline, lanes, seat, pressed)


def measured(layout: str, frames: int) -> dict[str, dict[str, object]]:
    """Costs of one layout, in milliseconds."""
    canvas = Canvas(pygame.display.set_mode(SIZE), Fonts(ASSETS / "fonts"))
    strings, duet = Strings.load(ASSETS / "strings"), Duet(layout)
    began = time.perf_counter()
    play.prepare(canvas, duet.frame())
    prepared_ms = (time.perf_counter() - began) * 1000
    for _ in range(60):
        play.draw(canvas, duet.frame(), strings)
    gc.collect()
    gc.freeze()
    gc.disable()
    costs_ms, drawn_ms = [], []
    for _ in range(frames):
        snapshot = duet.frame()
        start = time.perf_counter()
        play.draw(canvas, snapshot, strings)
        drawn = time.perf_counter()
        pygame.display.flip()
        costs_ms.append((time.perf_counter() - start) * 1000)
        drawn_ms.append((drawn - start) * 1000)
        pygame.event.pump()
    gc.enable()
    gc.unfreeze()
    note = f"{frames} frames, layout {layout}, {pygame.display.get_driver()}"
    return {
        f"frame_{layout}_median": figure(statistics.median(costs_ms), "ms", note),
        f"frame_{layout}_p99": figure(sorted(costs_ms)[len(costs_ms) * 99 // 100], "ms", note),
        f"drawing_{layout}_median": figure(statistics.median(drawn_ms), "ms", "without the flip"),
        f"fps_{layout}": figure(1000 * frames / sum(costs_ms), "1/s", "uncapped"),
        f"prepare_{layout}": figure(prepared_ms, "ms", "sprites, lights and the still picture"),
    }


def figure(value: float, unit: str, note: str) -> dict[str, object]:
    return {"value": round(value, 3), "unit": unit, "note": note}


def memory_mb() -> float:
    """What the process holds, where the system tells; else 0."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else FRAMES
    figures = measured("four", frames)
    figures["memory"] = figure(memory_mb(), "MB", "this process after the play in layout four")
    figures |= measured("kit", frames)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
