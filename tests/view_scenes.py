"""Windows without a screen, and frames of play from a few lines of chart."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame
from helpers import chart

from game.charts.compile import compile_timeline
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.charts.timeline import Timeline
from game.duet.snapshot import SeatSnapshot
from game.judge.verdict import Grade, Verdict
from game.timing.units import Micros
from game.view.butterfly import Butterfly
from game.view.canvas import Canvas, Fonts
from game.view.screens.play import LaneView, PlaySnapshot, PressedLane, SeatView
from game.view.strings import Strings
from game.view.theme import Theme

ASSETS = Path(__file__).resolve().parents[1] / "assets"
STRINGS = Strings.load(ASSETS / "strings")
SIZE = (960, 540)
QUARTER_US = 500_000
"""At the 120 BPM of a test's chart."""

SAME_BAR = """\
P1 crash |&---|
P1 snare |--f-|
P1 tom1  |-x-X|
P1 kick  |x-x-|
P2 crash |&---|
P2 snare |--f-|
P2 tom1  |-x-X|
P2 kick  |x-x-|
"""
"""Both play the same, so that their highways mirror each other."""

EVERYTHING = """\
lead    |P1                |P2              |both            |
text    |                  |all together    |                |
P1 hat  |x-o-X-O-x-g-f-d-  |%               |                |
P1 snare|r===----f-F-d-D-  |                |----xxxxXXXX----|
P1 tom1 |-x-X------------  |                |                |
P1 kick |o---o---o---o---  |%               |%               |
P2 ride |x---X---x---g---  |%               |                |
P2 bell |--x---X---------  |                |                |
P2 rim  |----x-------X---  |                |                |
P2 tom2 |                  |x-x-            |                |
P2 tom3 |                  |                |R=======--------|
P2 pedal|--x---X---------  |                |                |
P2 china|                  |--x---------X---|                |
P2 splash|                 |----------x-----|                |
P2 crash2|                 |                |------------x---|
P* crash|&---------------  |                |                |
P2 kick |o---o---o---o---  |%               |%               |
"""
"""Every piece, every stroke."""


def canvas(size: tuple[int, int] = SIZE, theme: Theme | None = None) -> Canvas:
    """A window's canvas."""
    pygame.display.init()
    pygame.font.init()
    return Canvas(pygame.display.set_mode(size), Fonts(ASSETS / "fonts"), theme)


def timelines(text: str = SAME_BAR, layouts: Sequence[str] = ("four", "four")) -> list[Timeline]:
    """Both players' timelines of a chart's lines."""
    parsed = chart(text)
    return [
        compile_timeline(parsed, player, layout=layout)
        for player, layout in zip(PLAYERS, layouts, strict=True)
    ]


def verdict(note: int, lane: str, at_us: int, grade: Grade = Grade.PERFECT) -> Verdict:
    """A verdict on a note, without an error in time."""
    return Verdict(Micros(at_us), grade, lane, note, 0, 100, True)


def seat(
    timeline: Timeline, judged: bytes | None = None, recent: Sequence[Verdict] = (), combo: int = 0
) -> SeatSnapshot:
    """A player's play; nothing judged unless said."""
    return SeatSnapshot(
        player=timeline.player,
        now_us=Micros(0),
        score=123_456,
        combo=combo,
        max_combo=combo,
        perfect=0,
        great=0,
        good=0,
        miss=0,
        overhits=0,
        roll_hits=0,
        judged=judged if judged is not None else bytes(len(timeline.notes)),
        recent=tuple(recent),
    )


def view(timeline: Timeline, played: SeatSnapshot | None = None) -> SeatView:
    """A player's side."""
    lanes = LAYOUTS[timeline.layout].lanes
    return SeatView(
        name=f"P{timeline.player}",
        timeline=timeline,
        lanes=tuple(LaneView(lane, lane[0].upper()) for lane in lanes),
        seat=played or seat(timeline),
    )


def frame(parts: Sequence[Timeline], visual_us: int = 0, **changes: object) -> PlaySnapshot:
    """One frame of play in which nothing has been judged."""
    plain = PlaySnapshot(
        visual_us=visual_us,
        title="Test",
        bpm_text="120 BPM",
        seats=tuple(view(part) for part in parts),
        butterfly=Butterfly.of(parts),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names real fields


def with_seat(snapshot: PlaySnapshot, index: int, **changes: object) -> PlaySnapshot:
    """The frame with another state of one player."""
    seats = list(snapshot.seats)
    seats[index] = replace(seats[index], **changes)  # type: ignore[arg-type]  # as above
    return replace(snapshot, seats=tuple(seats))


def pressed(lane: str, age_ms: float) -> tuple[PressedLane, ...]:
    return (PressedLane(lane, age_ms),)


def pixels(surface: pygame.Surface) -> np.ndarray:
    """A copy of a picture: columns, rows, three channels."""
    return pygame.surfarray.array3d(surface).astype(np.int16)


def changed(before: np.ndarray, after: np.ndarray, by: int = 0) -> np.ndarray:
    """Which pixels of two pictures differ by more than `by`: columns, rows."""
    different: np.ndarray = np.abs(before - after).max(axis=2) > by
    return different
