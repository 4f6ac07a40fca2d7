"""Antialiased shapes as images, drawn at four times their size and averaged down.

All images are premultiplied by their alpha, so that edges keep their colour when they are averaged:
blit them with `pygame.BLEND_PREMULTIPLIED`. Lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import pygame

from game.view.theme import Color

SUPERSAMPLING = 4

Premultiplied = tuple[int, int, int, int]


def premultiplied(color: Color, alpha: int = 255) -> Premultiplied:
    """The colour as it is stored in a premultiplied image."""
    red, green, blue = (channel * alpha // 255 for channel in color)
    return (red, green, blue, alpha)


def blank(width_px: int, height_px: int) -> pygame.Surface:
    """A transparent image."""
    return pygame.Surface((max(1, width_px), max(1, height_px)), pygame.SRCALPHA, 32)


def shrunk(master: pygame.Surface, size_px: tuple[int, int]) -> pygame.Surface:
    """A supersampled drawing at its final size."""
    return pygame.transform.smoothscale(master, size_px)


def rounded_box(
    width_px: int,
    height_px: int,
    radius_px: int,
    fill: Premultiplied,
    border: Premultiplied | None = None,
    border_px: int = 0,
) -> pygame.Surface:
    """A box with round corners; only the corners are supersampled, the rest is filled."""
    radius_px = max(0, min(radius_px, width_px // 2, height_px // 2))
    corner_px = max(radius_px, border_px) + 1
    if 2 * corner_px >= min(width_px, height_px):
        return _small_box(width_px, height_px, radius_px, fill, border, border_px)
    corners = _small_box(2 * corner_px, 2 * corner_px, radius_px, fill, border, border_px)
    image = blank(width_px, height_px)
    image.fill(border or fill)
    inset = border_px if border else 0
    image.fill(fill, (inset, inset, width_px - 2 * inset, height_px - 2 * inset))
    for right in (False, True):
        for low in (False, True):
            area = pygame.Rect(corner_px * right, corner_px * low, corner_px, corner_px)
            place = (
                width_px - corner_px if right else 0,
                height_px - corner_px if low else 0,
            )
            image.fill((0, 0, 0, 0), (place, area.size))
            image.blit(corners, place, area, pygame.BLEND_PREMULTIPLIED)
    return image


def _small_box(
    width_px: int,
    height_px: int,
    radius_px: int,
    fill: Premultiplied,
    border: Premultiplied | None,
    border_px: int,
) -> pygame.Surface:
    times = SUPERSAMPLING
    master = blank(width_px * times, height_px * times)
    box = master.get_rect()
    inset = border_px * times if border else 0
    if border:
        pygame.draw.rect(master, border, box, border_radius=radius_px * times)
    inner = box.inflate(-2 * inset, -2 * inset)
    if inner.width > 0 and inner.height > 0:
        radius = max(0, radius_px * times - inset)
        pygame.draw.rect(master, fill, inner, border_radius=radius)
    return shrunk(master, (width_px, height_px))


def disc(
    diameter_px: int,
    fill: Premultiplied,
    border: Premultiplied | None = None,
    border_px: float = 0,
) -> pygame.Surface:
    """A disc, with a ring of `border_px` on its rim if wanted."""
    times = SUPERSAMPLING
    master = blank(diameter_px * times, diameter_px * times)
    radius = diameter_px * times / 2
    centre = (radius, radius)
    if border:
        pygame.draw.circle(master, border, centre, radius)
        pygame.draw.circle(master, fill, centre, max(0.0, radius - border_px * times))
    else:
        pygame.draw.circle(master, fill, centre, radius)
    return shrunk(master, (diameter_px, diameter_px))


def stroke(
    dx_px: float, dy_px: float, width_px: float, color: Premultiplied
) -> tuple[pygame.Surface, tuple[int, int]]:
    """A straight line by (dx, dy); returns the image and where in it the line starts."""
    times = SUPERSAMPLING
    pad = int(width_px) + 2
    width, height = int(abs(dx_px)) + 2 * pad, int(abs(dy_px)) + 2 * pad
    start = (pad if dx_px >= 0 else width - pad, pad if dy_px >= 0 else height - pad)
    length = max(1e-6, (dx_px * dx_px + dy_px * dy_px) ** 0.5)
    nx, ny = -dy_px / length * width_px / 2, dx_px / length * width_px / 2
    end = (start[0] + dx_px, start[1] + dy_px)
    corners = [
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    ]
    master = blank(width * times, height * times)
    pygame.draw.polygon(master, color, [(x * times, y * times) for x, y in corners])
    return shrunk(master, (width, height)), start


def glow(image: pygame.Surface, radius_px: int) -> pygame.Surface:
    """The image blurred into soft light; as large as the image, which must leave room for it."""
    step = max(1, radius_px // 6)
    width, height = image.get_size()
    small = shrunk(image, (max(1, width // step), max(1, height // step)))
    for _ in range(3):
        small = pygame.transform.box_blur(small, max(1, radius_px // step // 2), False)
    return pygame.transform.smoothscale(small, (width, height))


def ramp(
    size_px: tuple[int, int], at: Callable[[float], Premultiplied], steps: int = 48
) -> pygame.Surface:
    """A box that changes from the top (`at(0)`) to its lower end (`at(1)`)."""
    column = blank(1, steps)
    for step in range(steps):
        column.set_at((0, step), at(step / (steps - 1)))
    return pygame.transform.smoothscale(column, (max(1, size_px[0]), max(1, size_px[1])))


def grey(level: float) -> Premultiplied:
    """White of that strength, 0 to 1; as a mask it keeps this share of an image."""
    value = round(255 * max(0.0, min(1.0, level)))
    return (value, value, value, value)


def soft_line(size_px: tuple[int, int], color: Premultiplied) -> pygame.Surface:
    """A level band of light, brightest along its middle."""

    def at(share: float) -> Premultiplied:
        level = exp(-((share - 0.5) ** 2) * 24) - exp(-6.0)
        red, green, blue, alpha = (round(channel * max(0.0, level)) for channel in color)
        return (red, green, blue, alpha)

    return ramp(size_px, at)


def masked(image: pygame.Surface, mask: pygame.Surface) -> pygame.Surface:
    """The image itself, kept only as far as the mask is white."""
    image.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return image


def weakened(image: pygame.Surface, level: float) -> pygame.Surface:
    """A copy of that strength, 0 to 1."""
    image = image.copy()
    image.fill(grey(level), special_flags=pygame.BLEND_RGBA_MULT)
    return image
