"""Sums with colours."""

from __future__ import annotations

from game.view.theme import Color

WHITE: Color = (255, 255, 255)
BLACK: Color = (0, 0, 0)


def mixed(first: Color, second: Color, share: float) -> Color:
    """A colour between two: `share` 0 is the first, 1 the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def deep(color: Color, share: float) -> Color:
    """The colour in shade: more saturated, and darker by `share`."""
    red, green, blue = (channel * channel // 255 for channel in color)
    return mixed((red, green, blue), BLACK, share)


def luminance(color: Color) -> float:
    """Relative luminance, 0 to 1, as the web's contrast guidelines define it."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in color)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: Color, second: Color) -> float:
    """The contrast of two colours: 1 (none) to 21."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
