"""What bursts when a note is hit: a ring of the note's shape, and the flare of a thread."""

from __future__ import annotations

import pygame

from game.view import shapes, theme
from game.view.color import WHITE, mixed
from game.view.painting import BAR_HEIGHT, DIAMOND_REACH
from game.view.palette import NoteLook, Shape
from game.view.shapes import premultiplied

RING_MS = 150
STAGES = 7
_GROWTH = 0.45
_LINE_SHARE = 0.09
_TIMES = 2

Point = tuple[float, float]


class BurstSheet:
    """Rings by shape and colour, each in stages; painted when first asked for."""

    def __init__(self, unit_px: float, bar_px: float) -> None:
        self._unit_px = unit_px
        self._bar_px = bar_px
        self._rings: dict[tuple[object, ...], tuple[pygame.Surface, ...]] = {}

    def ring(self, look: NoteLook, age_ms: float) -> pygame.Surface | None:
        """The ring of a note that was hit `age_ms` ago; None once it is over."""
        stage = int(age_ms / RING_MS * STAGES)
        if not 0 <= stage < STAGES:
            return None
        return self.prepare(look)[stage]

    def prepare(self, look: NoteLook) -> tuple[pygame.Surface, ...]:
        """All stages of a look's ring."""
        key = (_family(look), look.color)
        if key not in self._rings:
            self._rings[key] = tuple(self._paint(look, stage) for stage in range(STAGES))
        return self._rings[key]

    def _paint(self, look: NoteLook, stage: int) -> pygame.Surface:
        share = (stage + 1) / STAGES
        grown = 1 + _GROWTH * (1 - (1 - share) ** 2)
        alpha = round(255 * (1 - share) ** 0.8)
        unit = self._unit_px * _TIMES
        line = max(_TIMES, round(unit * _LINE_SHARE * (1.15 - share)))
        color = premultiplied(mixed(look.color, WHITE, 0.6), alpha)
        if _family(look) is Shape.BAR:
            width = self._bar_px * _TIMES + unit * (grown - 1)
            height = unit * (BAR_HEIGHT + (grown - 1) * 0.8)
            master = shapes.blank(_even(width), _even(height))
            radius = master.get_height() // 3
            pygame.draw.rect(master, color, master.get_rect(), line, border_radius=radius)
            return _half(master)
        reach = unit * grown * (0.5 if _family(look) is Shape.DISC else DIAMOND_REACH)
        side = _even(2 * reach + 4)
        master = shapes.blank(side, side)
        middle = side / 2
        if _family(look) is Shape.DISC:
            pygame.draw.circle(master, color, (middle, middle), reach, line)
        else:
            _diamond(master, color, middle, reach)
            _diamond(master, (0, 0, 0, 0), middle, reach - line * 1.4)
        return _half(master)


def _diamond(
    master: pygame.Surface, color: shapes.Premultiplied, middle: float, reach: float
) -> None:
    low, high = middle - reach, middle + reach
    corners = [(middle, low), (high, middle), (middle, high), (low, middle)]
    pygame.draw.polygon(master, color, corners)


def _family(look: NoteLook) -> Shape:
    if look.shape in (Shape.DISC, Shape.RIM):
        return Shape.DISC
    return Shape.BAR if look.shape is Shape.BAR else Shape.DIAMOND


def _even(length: float) -> int:
    """A master's side that halves to an even number."""
    return max(4, round(length / 4) * 4)


def _half(master: pygame.Surface) -> pygame.Surface:
    return shapes.shrunk(master, (master.get_width() // 2, master.get_height() // 2))


def thread(width_px: int, height_px: int, level: float) -> pygame.Surface:
    """A level mint thread with its light; `level` 1 is a flare."""
    middle, core = height_px // 2, max(1, height_px // 12)
    image = shapes.soft_line(
        (width_px, height_px), premultiplied(theme.TOGETHER_MINT, round(70 + 150 * level))
    )
    color = premultiplied(mixed(theme.TOGETHER_MINT, WHITE, level * 0.7), round(150 + 105 * level))
    image.fill(color, (0, middle - core // 2, width_px, core))
    return image
