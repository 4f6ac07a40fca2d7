"""Words that lie behind the notes: where a note or a roll is, they leave its ground free."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame

from game.view import shapes
from game.view.canvas import Canvas
from game.view.color import WHITE
from game.view.highway.seat import SeatView
from game.view.highway.side import Now, Side
from game.view.highway.sprites import step_of

_REACH = 96
"""More than half of the height of any note, in layout units."""

_Ground = tuple[pygame.Surface, tuple[int, int]]
"""A white image of what a note takes, and its place."""


def draw_behind(
    canvas: Canvas,
    side: Side,
    view: SeatView,
    now: Now,
    box: pygame.Rect,
    draw: Callable[[], None],
) -> None:
    """Draw within `box`, in pixels, and give back what was there where notes are to come.

    So a note looks the same whether or not something is written behind it.
    """
    box = box.clip(canvas.surface.get_rect())
    before = canvas.keep("behind", box.size, lambda: pygame.Surface(box.size, 0, canvas.surface))
    before.blit(canvas.surface, (0, 0), box)
    draw()
    for image, place in _grounds(side, view, now, box, canvas.length_px(_REACH)):
        _give_back(canvas, before, box, image, place)


def _grounds(
    side: Side, view: SeatView, now: Now, box: pygame.Rect, reach_px: int
) -> Iterator[_Ground]:
    for roll, near, far in side.track.seen_rolls(now.visual_us, now.approach_us):
        ribbon = side.ribbons[view.timeline.notes[roll].lane, side.track.looks[roll].color]
        ground = shapes.blank(*box.size)
        pygame.draw.polygon(ground, WHITE, ribbon.outline(near, far, box.topleft))
        yield ground, box.topleft
    # Far notes come first.
    for note, nearness, _ in side.track.seen(view.seat.judged, now.visual_us, now.approach_us):
        middle = side.note_px(note, nearness)
        if middle[1] - reach_px > box.bottom:
            break
        image = side.grounds.get(side.track.looks[note], step_of(nearness))
        ground_box = image.get_rect(center=middle)
        if ground_box.colliderect(box):
            yield image, ground_box.topleft


def _give_back(
    canvas: Canvas,
    before: pygame.Surface,
    box: pygame.Rect,
    image: pygame.Surface,
    place: tuple[int, int],
) -> None:
    area = image.get_rect(topleft=place).clip(box)
    patch = shapes.blank(*area.size)
    patch.blit(before, (0, 0), area.move(-box.left, -box.top))
    patch.blit(image, (0, 0), area.move(-place[0], -place[1]), pygame.BLEND_RGBA_MULT)
    canvas.stamp(patch, area.topleft)
