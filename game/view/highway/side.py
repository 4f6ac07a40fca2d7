"""One player's highway in play: everything prepared, and the frame drawn from it."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.charts.timeline import TimedNote
from game.judge.verdict import HITS, Grade
from game.view import theme
from game.view.canvas import Canvas
from game.view.color import WHITE, mixed
from game.view.highway.bursts import BurstSheet
from game.view.highway.field import paint_cap
from game.view.highway.geometry import HALF_WIDTH, Highway, Lanes
from game.view.highway.lights import Lights
from game.view.highway.ribbons import Ribbon
from game.view.highway.seat import SeatView
from game.view.highway.sprites import GroundSheet, NoteSheet, nearness_of_step, step_of, strength_at
from game.view.highway.track import Track
from game.view.theme import Color

FLASH_MS = 80
_LIT_MS = 130
_UNIT = 88
_UNIT_OF_LANE = 0.7
_BAR_OF_LANE = 0.76
_BAR_LIMIT = 230
_ACROSS_OF_HIGHWAY = 0.95
_RIBBON_OF_UNIT = 0.3
_GROUND: Color = (14, 13, 26)
_BAR_LEVEL = 0.5
_PULSE_LEVEL = 0.2

_Part = tuple[pygame.Surface, tuple[int, int], pygame.Rect, int]
"""An image, its place, the part of it that is shown, and how it is mixed in."""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment that is drawn."""

    visual_us: int
    approach_us: int
    """Song time for which a note is seen before its moment."""

    rate_pct: int = 100

    def age_ms(self, at_us: int) -> float:
        """Real milliseconds since a moment of the song; 0 if it is yet to come."""
        return max(0.0, (self.visual_us - at_us) * 100 / self.rate_pct / 1000)


class Sheets:
    """The images of notes and rings; players with notes of one size share them."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._sheets: dict[tuple[float, float], tuple[NoteSheet, BurstSheet]] = {}

    def of(self, unit_px: float, bar_px: float) -> tuple[NoteSheet, BurstSheet]:
        """For discs of `unit_px` and bars of `bar_px` on the hit line."""
        key = (unit_px, bar_px)
        if key not in self._sheets:
            has_glow = self._canvas.theme.palette != "high-contrast"
            notes = NoteSheet(unit_px, bar_px, has_glow, self._canvas.letter)
            self._sheets[key] = (notes, BurstSheet(unit_px, bar_px))
        return self._sheets[key]


class Side:
    """One player's highway. All of it is a cache of seat, window size and theme."""

    def __init__(self, canvas: Canvas, view: SeatView, sheets: Sheets | None = None) -> None:
        self.color = theme.player_color(view.player)
        self.highway = Highway.on(canvas, is_mirrored=view.player == 2)
        self.lanes = Lanes.of([lane.name for lane in view.lanes], view.timeline.layout)
        self.labels = {lane.name: lane.label for lane in view.lanes}
        choices = canvas.theme
        letter_of = self._letter if choices.lane_letters else None
        self.track = Track(
            view.timeline, self.lanes, choices.palette, letter_of, self.highway.is_mirrored
        )
        unit = min(_UNIT, self.lanes.width * _UNIT_OF_LANE)
        bar = min(_BAR_LIMIT, self.lanes.width * _BAR_OF_LANE)
        if self.lanes.across:
            bar = 2 * HALF_WIDTH * _ACROSS_OF_HIGHWAY
        sizes_px = (unit * canvas.scale, bar * canvas.scale)
        sheet, self._bursts = (sheets or Sheets(canvas)).of(*sizes_px)
        self.grounds = GroundSheet(*sizes_px)
        self._lights = Lights(canvas, self.highway, self.lanes, self.color, view.timeline.layout)
        self._sprites = [sheet.get(look) for look in self.track.looks]
        for look in set(self.track.looks):
            self._bursts.prepare(look)
        self.ribbons = {
            (roll.lane, look.color): Ribbon(
                self.highway, self.lanes.offset(roll.lane), unit * _RIBBON_OF_UNIT, look.color
            )
            for roll, look in self.track.rolls()
        }

    def _letter(self, note: TimedNote) -> str:
        """The key of a note's lane, or the lane's own letter or number."""
        label = self.labels.get(note.lane, "")
        if len(label) == 1:
            return label
        return note.lane[-1] if note.lane[-1].isdigit() else note.lane[0].upper()

    def note_px(self, note: int, nearness: float) -> tuple[int, int]:
        """The middle of a note."""
        return (
            self.highway.x_px(self.track.offsets[note], nearness),
            self.highway.y_px(nearness),
        )

    def draw_lead(self, canvas: Canvas, level: float) -> None:
        """The light of whoever leads, from 0 to 1."""
        for image, place in self._lights.lead(level):
            canvas.stamp(image, place)

    def draw_floor(
        self, canvas: Canvas, view: SeatView, now: Now, beat: float, lead: float = 0.0
    ) -> None:
        """What lies under the notes: bar lines, flashes, the hit line.

        Args:
            beat: how bright the hit line is, 0 to 1.
            lead: how much of the lead's light is drawn, where it is not in the still picture.
        """
        self.draw_lead(canvas, lead)
        for nearness in self.track.pulse_lines(now.visual_us, now.approach_us):
            self._draw_line(canvas, nearness, _PULSE_LEVEL, 2)
        for nearness in self.track.bar_lines(now.visual_us, now.approach_us):
            self._draw_line(canvas, nearness, _BAR_LEVEL, 3)
        if not canvas.theme.reduced_flash:
            for lane, age_ms in view.pressed:
                placed = self._lights.beam(lane, 1 - age_ms / FLASH_MS)
                if placed:
                    canvas.stamp(*placed)
        canvas.stamp(*self._lights.hit_line(beat))

    def _draw_line(self, canvas: Canvas, nearness: float, level: float, width: float) -> None:
        left, length = self.highway.span_px(-HALF_WIDTH + 3, HALF_WIDTH - 3, nearness)
        height = canvas.length_px(width * nearness)
        color = mixed(_GROUND, WHITE, level * strength_at(nearness))
        top = self.highway.y_px(nearness) - height // 2
        canvas.surface.fill(color, (left, top, length, height))

    def draw_notes(self, canvas: Canvas, view: SeatView, now: Now) -> None:
        """Rolls first, then bars that lie across, then the notes, near ones over far ones."""
        below: list[_Part] = []
        judged, notes = view.seat.judged, self.track.timeline.notes
        for roll, near, far in self.track.seen_rolls(now.visual_us, now.approach_us):
            ribbon = self.ribbons[notes[roll].lane, self.track.looks[roll].color]
            image, place, area = ribbon.part(near, far)
            canvas.stamp(image, place, area)
            ribbon.draw_end(canvas.surface, far)
        above: list[tuple[pygame.Surface, tuple[int, int]]] = []
        for note, nearness, is_missed in self.track.seen(judged, now.visual_us, now.approach_us):
            sprites = self._sprites[note]
            step = step_of(nearness)
            image = (sprites.missed if is_missed else sprites.live)[step]
            x_px, y_px = self.note_px(note, nearness)
            width, height = image.get_size()
            top_px = y_px - height // 2
            if self.track.is_across[note]:
                below += _across(image, x_px, top_px, nearness / nearness_of_step(step))
            else:
                above.append((image, (x_px - width // 2, top_px)))
        canvas.surface.blits(below, False)
        canvas.surface.fblits(above, pygame.BLEND_PREMULTIPLIED)

    def draw_hits(self, canvas: Canvas, view: SeatView, now: Now) -> None:
        """Rings of what was just hit, and the keycaps that are down or due."""
        for verdict in view.seat.recent:
            if verdict.note is None or verdict.grade not in (*HITS, Grade.ROLL):
                continue
            ring = self._bursts.ring(self.track.looks[verdict.note], now.age_ms(verdict.at_us))
            if ring is not None and not canvas.theme.reduced_motion:
                x_px, y_px = self.note_px(verdict.note, 1.0)
                canvas.stamp(ring, (x_px - ring.get_width() // 2, y_px - ring.get_height() // 2))
        down = {lane for lane, age_ms in view.pressed if age_ms < _LIT_MS}
        for lane, label in self.labels.items():
            if lane in down or lane in view.due:
                paint_cap(canvas, self.highway, self.lanes, lane, label, self.color, True)


def _across(image: pygame.Surface, x_px: int, top_px: int, stretch: float) -> list[_Part]:
    """A bar over the whole highway, brought to the pixel's width: its two ends, moved together."""
    width, height = image.get_size()
    half = min(width // 2, round(width / 2 * min(1.0, stretch)))
    flags = pygame.BLEND_PREMULTIPLIED
    return [
        (image, (x_px - half, top_px), pygame.Rect(0, 0, half, height), flags),
        (image, (x_px, top_px), pygame.Rect(width - half, 0, half, height), flags),
    ]
