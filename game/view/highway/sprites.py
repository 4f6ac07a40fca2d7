"""Notes as images at every size they take on their way, built once for a window's size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.view import shapes, theme
from game.view.highway.geometry import FAR, NEAR
from game.view.painting import DIAMOND_REACH, Brush, paint_ground, paint_letter, paint_note
from game.view.palette import HOLLOW_SHAPES, NoteLook, Shape
from game.view.theme import Color

STEPS = 28
"""Sizes between the far end of a highway and its lower end."""

_PAINT_TIMES = 4
_MASTER_TIMES = 2
"""Notes are painted at four times their size and kept, smoothed, at twice."""

_FADE_IN = 0.3
"""The share of the way from the far end to the hit line within which notes appear."""

_WIDE_UNITS = 3.0
"""Bars wider than this many discs are painted short and drawn out."""

_SOLID_UNTIL = 1.02
"""A note on the hit line is whole; a little below it begins to go."""

_GONE_AT = NEAR - 0.03
"""So that no note reaches over the lower end; later than the widest window at the usual speed."""

_MISSED_STRENGTH = 0.34
_LETTER_SHARE = 0.4
_GLOW_REACH = 0.3
_DARK_ALPHA = 5
"""Light fainter than this is cut off, to save room."""

_HALO_REACH = 0.2
_MARGIN = 0.1
"""Around the ground of a note, as a share of a disc's diameter."""

LetterImage = Callable[[str, int, Color], pygame.Surface]


@dataclass(frozen=True, slots=True)
class NoteSprites:
    """The images of one look, from far to near."""

    live: tuple[pygame.Surface, ...]
    missed: tuple[pygame.Surface, ...]
    """Faint; on the far side of the hit line the same as `live`."""


def step_of(nearness: float) -> int:
    """Which of the images belongs to a nearness."""
    step = int((nearness - FAR) / (NEAR - FAR) * STEPS)
    return 0 if step < 0 else min(step, STEPS - 1)


def nearness_of_step(step: int) -> float:
    """The nearness at which an image has exactly its size: the nearest of its step."""
    return FAR + (NEAR - FAR) * (step + 1) / STEPS


class NoteSheet:
    """All looks at all sizes; a look is painted when it is first asked for."""

    def __init__(
        self, unit_px: float, bar_px: float, has_glow: bool, letter_image: LetterImage
    ) -> None:
        self._unit_px = unit_px
        self._bar_px = bar_px
        self._has_glow = has_glow
        self._letter_image = letter_image
        self._sprites: dict[NoteLook, NoteSprites] = {}

    def get(self, look: NoteLook) -> NoteSprites:
        sprites = self._sprites.get(look)
        if sprites is None:
            sprites = self._sprites[look] = self._build(look)
        return sprites

    def _build(self, look: NoteLook) -> NoteSprites:
        is_wide = look.shape is Shape.BAR and self._bar_px > _WIDE_UNITS * self._unit_px
        bar_px = _WIDE_UNITS * self._unit_px if is_wide else self._bar_px
        more_px = self._bar_px * min(1.0, look.size) - bar_px if is_wide else 0.0
        master = self._master(look, bar_px)
        live, missed = [], []
        for step in range(STEPS):
            nearness = nearness_of_step(step)
            image = _widened(_at_size(master, nearness), round(more_px * nearness / 2) * 2)
            live.append(_faded(image, strength_at(nearness)))
            faint = strength_at(nearness) * _MISSED_STRENGTH
            missed.append(_faded(image, faint) if nearness >= 1 else live[-1])
        return NoteSprites(tuple(live), tuple(missed))

    def _master(self, look: NoteLook, bar_px: float) -> pygame.Surface:
        unit = self._unit_px * _PAINT_TIMES
        bar = bar_px * _PAINT_TIMES
        half_width, half_height = _reach(look, unit, bar)
        master = shapes.blank(2 * half_width, 2 * half_height)
        brush = Brush(master, (half_width, half_height), unit, bar)
        paint_note(brush, look, self._has_glow)
        if look.letter and bar_px == self._bar_px:
            self._add_letter(brush, look)
        halved = shapes.shrunk(master, (half_width, half_height))
        return _faded(_trimmed(halved), look.strength)

    def _add_letter(self, brush: Brush, look: NoteLook) -> None:
        size = round(brush.unit * look.size * _LETTER_SHARE)
        color = theme.TEXT if look.shape in HOLLOW_SHAPES else theme.PANEL
        paint_letter(brush, look, self._letter_image(look.letter, size, color))


class GroundSheet:
    """The places that notes take, in white; painted when they are first asked for."""

    def __init__(self, unit_px: float, bar_px: float) -> None:
        self._unit_px = unit_px
        self._bar_px = bar_px
        self._grounds: dict[tuple[NoteLook, int], pygame.Surface] = {}

    def get(self, look: NoteLook, step: int) -> pygame.Surface:
        """The ground of a look at one of its sizes."""
        key = (look, step)
        if key not in self._grounds:
            self._grounds[key] = self._paint(look, nearness_of_step(step) * _MASTER_TIMES)
        return self._grounds[key]

    def _paint(self, look: NoteLook, times: float) -> pygame.Surface:
        unit, bar = self._unit_px * times, self._bar_px * times
        half_width, half_height = _reach(look, unit, bar)
        master = shapes.blank(2 * half_width, 2 * half_height)
        paint_ground(Brush(master, (half_width, half_height), unit, bar), look, unit * _MARGIN)
        return shapes.shrunk(master, (half_width, half_height))


def strength_at(nearness: float) -> float:
    """How solid a note is on its way: it appears at the far end and goes below the hit line."""
    if nearness <= _SOLID_UNTIL:
        return min(1.0, (nearness - FAR) / (1 - FAR) / _FADE_IN)
    left = max(0.0, (_GONE_AT - nearness) / (_GONE_AT - _SOLID_UNTIL))
    return left * left


def _reach(look: NoteLook, unit: float, bar_width: float) -> tuple[int, int]:
    """Half the width and half the height that a note needs, light included."""
    around = unit * (_GLOW_REACH + (_HALO_REACH if look.is_shared else 0.0))
    if look.shape is Shape.BAR:
        half_width, half_height = bar_width / 2, unit * look.size * 0.2
    else:
        half = unit * look.size * (0.5 if look.shape in (Shape.DISC, Shape.RIM) else DIAMOND_REACH)
        half_width = half_height = half
    if look.graces:
        half_width, half_height = max(half_width, unit * 0.6), max(half_height, unit * 0.5)
    return 2 * round((half_width + around) / 2), 2 * round((half_height + around) / 2)


def _trimmed(image: pygame.Surface) -> pygame.Surface:
    """The image without its dark rim; its middle stays where it is."""
    box, lit = image.get_rect(), image.get_bounding_rect(_DARK_ALPHA)
    across = min(lit.left, box.right - lit.right) // 2 * 2
    down = min(lit.top, box.bottom - lit.bottom) // 2 * 2
    return image.subsurface(box.inflate(-2 * across, -2 * down))


def _at_size(master: pygame.Surface, nearness: float) -> pygame.Surface:
    """Shrunk to an even number of pixels, so that the note's middle is the image's."""
    width, height = (
        max(2, round(length * nearness / _MASTER_TIMES / 2) * 2) for length in master.get_size()
    )
    return shapes.shrunk(master, (width, height))


def _widened(image: pygame.Surface, more_px: int) -> pygame.Surface:
    """The image, its middle column repeated."""
    if more_px <= 0:
        return image
    width, height = image.get_size()
    half = width // 2
    wide = shapes.blank(width + more_px, height)
    middle = image.subsurface((half, 0, 1, height))
    wide.blit(image, (0, 0), (0, 0, half, height), pygame.BLEND_PREMULTIPLIED)
    stretched = pygame.transform.scale(middle, (more_px, height))
    wide.blit(stretched, (half, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    right = (half, 0, width - half, height)
    wide.blit(image, (half + more_px, 0), right, pygame.BLEND_PREMULTIPLIED)
    return wide


def _faded(image: pygame.Surface, strength: float) -> pygame.Surface:
    return shapes.weakened(image, strength) if strength < 1 else image
