"""The mint threads between notes that both players strike together."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.duet.snapshot import SeatSnapshot
from game.judge.verdict import Verdict
from game.view import shapes
from game.view.canvas import WIDTH, Canvas
from game.view.highway.bursts import thread
from game.view.highway.geometry import FAR
from game.view.highway.seat import SeatView
from game.view.highway.side import Now, Side
from game.view.highway.sprites import strength_at
from game.view.highway.track import HIT_NOTE, MISSED_NOTE, partners

FLARE_MS = 260
FLARE_WITHIN_MS = 40
"""Both have to land this near to a note that they strike together, in real time."""

_FLARES = 4
_FADES = 2
_HEIGHT = 34
_US_PER_MS = 1_000


class Threads:
    """All threads of a song; only two players can share one."""

    def __init__(self, canvas: Canvas, sides: Sequence[Side]) -> None:
        self._sides = sides
        self._partners: dict[int, int] = {}
        if len(sides) == 2:
            self._partners = partners(sides[0].track.timeline, sides[1].track.timeline)
        width, height = canvas.length_px(WIDTH), 2 * canvas.length_px(_HEIGHT / 2)
        plain = thread(width, height, 0.0) if self._partners else shapes.blank(1, 1)
        flare = thread(width, height, 1.0) if self._partners else shapes.blank(1, 1)
        self._plain = [shapes.weakened(plain, (i + 1) / _FADES) for i in range(_FADES)]
        self._flares = [shapes.weakened(flare, (i + 1) / _FLARES) for i in range(_FLARES)]

    def draw(self, canvas: Canvas, views: Sequence[SeatView], now: Now) -> None:
        """Threads of what is to come, and the flare of what both have just hit."""
        if not self._partners:
            return
        first, second = views[0].seat, views[1].seat
        seen = self._sides[0].track.seen(b"", now.visual_us, now.approach_us)
        for note, nearness, _ in seen:
            other = self._partners.get(note)
            if other is None:
                continue
            states = {_state(first, note), _state(second, other)}
            if MISSED_NOTE not in states and states != {HIT_NOTE} and nearness >= FAR:
                fade = min(_FADES - 1, int(strength_at(nearness) * _FADES))
                self._span(canvas, self._plain[fade], note, other, nearness)
        self._draw_flares(canvas, first, second, now)

    def _draw_flares(
        self, canvas: Canvas, first: SeatSnapshot, second: SeatSnapshot, now: Now
    ) -> None:
        struck = {v.note: v for v in second.recent if v.note is not None}
        for verdict in first.recent:
            other = self._partners.get(-1 if verdict.note is None else verdict.note)
            partner = None if other is None else struck.get(other)
            if verdict.note is None or other is None or partner is None:
                continue
            if _is_near(verdict, now) and _is_near(partner, now):
                left = 1 - now.age_ms(max(verdict.at_us, partner.at_us)) / FLARE_MS
                if left > 0:
                    image = self._flares[min(_FLARES - 1, int(left * _FLARES))]
                    self._span(canvas, image, verdict.note, other, 1.0)

    def _span(
        self, canvas: Canvas, image: pygame.Surface, note: int, other: int, nearness: float
    ) -> None:
        x1, y = self._sides[0].note_px(note, nearness)
        x2, _ = self._sides[1].note_px(other, nearness)
        area = pygame.Rect(0, 0, x2 - x1, image.get_height())
        canvas.stamp(image, (x1, y - image.get_height() // 2), area)


def _is_near(verdict: Verdict, now: Now) -> bool:
    """Whether a note was hit near enough to its time for the thread to flare."""
    if verdict.offset_us is None:
        return False
    return abs(verdict.offset_us) * 100 <= FLARE_WITHIN_MS * _US_PER_MS * now.rate_pct


def _state(seat: SeatSnapshot, note: int) -> int:
    return seat.judged[note] if note < len(seat.judged) else 0
