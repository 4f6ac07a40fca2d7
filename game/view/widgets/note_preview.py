"""P2's highway with a steady beat on it, moving or still, to show what a setting changes."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedBar, TimedNote, TimedPulse, Timeline
from game.duet.snapshot import SeatSnapshot
from game.timing.units import Beats, Micros
from game.view.canvas import Canvas
from game.view.highway.field import paint_caps, paint_field
from game.view.highway.seat import LaneView, SeatView
from game.view.highway.side import Now, Sheets, Side

BEAT_MS = 600
LAYOUT = "four"
PLAYER = 2
"""Whose highway is shown: the one on the right."""

_PATTERN: tuple[tuple[Piece, ...], ...] = (
    (Piece.CRASH, Piece.KICK),
    (Piece.HAT,),
    (Piece.SNARE, Piece.RIDE),
    (Piece.HAT,),
    (Piece.KICK,),
    (Piece.TOM1,),
    (Piece.TOM2,),
    (Piece.TOM3,),
)
"""What is struck on each beat, over and over."""

_ROUNDS = (-1, 0, 1)
_BAR_BEATS = 4
_HIT = b"\x01"
_OPEN = b"\x00"
_BEAT_LEVEL = 0.6


@dataclass(frozen=True, slots=True)
class Preview:
    """A moment of the preview."""

    now_ms: int
    """Since a first beat; the beats go on for ever."""

    approach_ms: int
    caps: tuple[tuple[str, str], ...]
    """(lane, what stands on its key), from P1's left to P1's right."""


class _Stage:
    """All that stays the same from frame to frame."""

    def __init__(self, canvas: Canvas, view: SeatView) -> None:
        self.side = Side(canvas, view, Sheets(canvas))
        self.still = pygame.Surface(canvas.surface.get_size()).convert(canvas.surface)
        still = canvas.onto(self.still)
        still.background()
        paint_field(still, self.side.highway, self.side.lanes, self.side.color)
        paint_caps(still, self.side.highway, self.side.lanes, self.side.labels, self.side.color)


def draw_preview(canvas: Canvas, preview: Preview) -> None:
    """Cover the window with the night, and the highway where P2's lies in play, as fast."""
    now = Now(preview.now_ms % (len(_PATTERN) * BEAT_MS) * 1000, max(1, preview.approach_ms * 1000))
    timeline = canvas.keep("preview notes", LAYOUT, _timeline)
    view = SeatView("", timeline, _lanes(preview), _seat(timeline, now.visual_us))
    key = ("preview", canvas.surface.get_size(), canvas.theme, preview.caps)
    # In the slot of the play screen's own stage: both are large, and never wanted at once.
    stage = canvas.keep("play", key, lambda: _Stage(canvas, view))
    canvas.surface.blit(stage.still, (0, 0))
    stage.side.draw_floor(canvas, view, now, _BEAT_LEVEL, 0.0)
    stage.side.draw_notes(canvas, view, now)


def _lanes(preview: Preview) -> tuple[LaneView, ...]:
    labels = dict(preview.caps)
    return tuple(LaneView(lane, labels.get(lane, "")) for lane in LAYOUTS[LAYOUT].lanes)


def _timeline() -> Timeline:
    layout = LAYOUTS[LAYOUT]
    first, last = _ROUNDS[0] * len(_PATTERN), (_ROUNDS[-1] + 1) * len(_PATTERN)
    notes = [
        _note(beat, layout.lane_of(piece), piece)
        for beat in range(first, last)
        for piece in _PATTERN[beat % len(_PATTERN)]
    ]
    return Timeline(
        player=PLAYER,
        level=5,
        layout=LAYOUT,
        notes=tuple(sorted(notes, key=lambda note: (note.at_us, note.lane))),
        bars=tuple(TimedBar(_at(beat), 1) for beat in range(first, last, _BAR_BEATS)),
        pulses=tuple(TimedPulse(_at(beat), Beats(beat)) for beat in range(first, last)),
        sections=(),
        leads=(),
        cues=(),
        end_us=_at(last),
    )


def _at(beat: int) -> Micros:
    return Micros(beat * BEAT_MS * 1000)


def _note(beat: int, lane: str, piece: Piece) -> TimedNote:
    at_us = _at(beat)
    return TimedNote(at_us, lane, piece, Stroke.HIT, False, False, False, at_us, Beats(beat))


def _seat(timeline: Timeline, now_us: int) -> SeatSnapshot:
    """Everything up to now has been hit, and is gone."""
    judged = b"".join(_HIT if note.at_us <= now_us else _OPEN for note in timeline.notes)
    return SeatSnapshot(
        player=PLAYER,
        now_us=Micros(now_us),
        score=0,
        combo=0,
        max_combo=0,
        perfect=0,
        great=0,
        good=0,
        miss=0,
        overhits=0,
        roll_hits=0,
        judged=judged,
        recent=(),
    )
