"""The butterfly: who plays how much when, P1 above and P2 below one time line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pygame

from game.charts.timeline import Timeline
from game.view import shapes, theme
from game.view.canvas import Canvas
from game.view.shapes import premultiplied
from game.view.theme import Color

_BINS = 256
_SPREAD_US = 900_000
"""How far a note is felt to either side."""

_SPREAD_BINS = (2, 16)
"""At least and at most."""

_STEEPNESS = 1.4
"""Makes the difference between busy and busier easier to see."""

_AHEAD_ALPHA = 82
_PLAYHEAD_WIDTH = 4
_PLAYHEAD_OVERLAP = 6


@dataclass(frozen=True, slots=True)
class Butterfly:
    """The figure of a song, computed once."""

    wings: tuple[tuple[float, ...], ...]
    """For each player the density of notes along the song: `_BINS` values from 0 to 1."""

    sections: tuple[tuple[float, str], ...] = ()
    """(share of the song, name) of each section."""

    @classmethod
    def of(cls, timelines: Sequence[Timeline]) -> Butterfly:
        """The figure of the players' timelines; one measure for all, so that they compare."""
        end_us = max([1, *(timeline.end_us for timeline in timelines)])
        least, most = _SPREAD_BINS
        spread = max(least, min(most, round(_SPREAD_US * _BINS / end_us)))
        counts = [_smoothed(_counts(timeline, end_us), spread) for timeline in timelines]
        highest = max([1e-9, *(max(wing) for wing in counts)])
        wings = tuple(tuple(value / highest for value in wing) for wing in counts)
        sections = timelines[0].sections if timelines else ()
        return cls(wings, tuple((s.at_us / end_us, s.name) for s in sections))

    def bars(self, wing: int, count: int) -> list[float]:
        """The mean density of a player in `count` equal stretches; the highest of all is 1."""
        means = [_means(values, count) for values in self.wings]
        highest = max([1e-9, *(max(each) for each in means)])
        return [value / highest for value in means[wing]] if wing < len(means) else [0.0] * count


def draw_butterfly(
    canvas: Canvas,
    butterfly: Butterfly,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    progress: float | None = None,
) -> None:
    """Draw it into a box; with `progress` (0 to 1) what lies ahead is faint, and a line between."""
    box = canvas.rect_px(x, y, width, height)
    line_px = max(1, canvas.length_px(2) // 2)
    played, ahead = (
        canvas.cached(
            ("butterfly", butterfly, box.size, alpha),
            partial(_image, butterfly, box.size, alpha, line_px),
        )
        for alpha in (255, _AHEAD_ALPHA)
    )
    if progress is None:
        canvas.stamp(played, box.topleft)
        return
    split_px = round(box.width * min(1.0, max(0.0, progress)))
    canvas.stamp(played, box.topleft, pygame.Rect(0, 0, split_px, box.height))
    rest = pygame.Rect(split_px, 0, box.width - split_px, box.height)
    canvas.stamp(ahead, (box.left + split_px, box.top), rest)
    _draw_playhead(canvas, box, box.left + split_px)


def _draw_playhead(canvas: Canvas, box: pygame.Rect, x_px: int) -> None:
    width_px = max(2, canvas.length_px(_PLAYHEAD_WIDTH))
    height_px = box.height + 2 * canvas.length_px(_PLAYHEAD_OVERLAP)
    color = premultiplied(theme.TEXT)
    image = canvas.cached(
        ("playhead", width_px, height_px),
        lambda: shapes.rounded_box(width_px, height_px, width_px // 2, color),
    )
    canvas.stamp(image, (x_px - width_px // 2, box.centery - height_px // 2))


def _image(
    butterfly: Butterfly, size_px: tuple[int, int], alpha: int, line_px: int
) -> pygame.Surface:
    """The figure in bars that stand on whole pixels."""
    width_px, height_px = size_px
    image = shapes.blank(width_px, height_px)
    step_px = max(3, round(width_px / 84))
    bar_px = max(2, round(step_px * 0.66))
    count = max(1, width_px // step_px)
    left_px = (width_px - (count * step_px - (step_px - bar_px))) // 2
    reach_px = height_px // 2 - line_px
    for share, _ in butterfly.sections:
        mark = premultiplied(theme.HAIRLINE, theme.HAIRLINE_ALPHA * 2 * alpha // 255)
        image.fill(mark, (min(width_px - line_px, round(share * width_px)), 0, line_px, height_px))
    for wing, (color, up) in enumerate(((theme.P1_CORAL, True), (theme.P2_AZURE, False))):
        for index, value in enumerate(butterfly.bars(wing, count)):
            if value <= 0:
                continue
            length_px = max(2, round(reach_px * value**_STEEPNESS))
            bar = _bar(bar_px, length_px, color, alpha)
            top_px = height_px // 2 - line_px - length_px if up else height_px // 2 + line_px
            place = (left_px + index * step_px, top_px)
            image.blit(bar, place, special_flags=pygame.BLEND_PREMULTIPLIED)
    line = premultiplied(theme.HAIRLINE, theme.HAIRLINE_ALPHA)
    image.fill(line, (0, height_px // 2 - line_px // 2, width_px, line_px))
    return image


def _bar(width_px: int, length_px: int, color: Color, alpha: int) -> pygame.Surface:
    return shapes.rounded_box(width_px, length_px, width_px // 2, premultiplied(color, alpha))


def _means(values: Sequence[float], count: int) -> list[float]:
    edges = [index * len(values) // count for index in range(count + 1)]
    return [
        sum(values[left:right]) / (right - left) if right > left else values[left]
        for left, right in pairwise(edges)
    ]


def _counts(timeline: Timeline, end_us: int) -> list[float]:
    counts = [0.0] * _BINS
    for note in timeline.notes:
        first = max(0, min(_BINS - 1, note.at_us * _BINS // end_us))
        last = max(first, min(_BINS - 1, note.end_us * _BINS // end_us))
        for index in range(first, last + 1):
            counts[index] += 1.0
    return counts


def _smoothed(values: list[float], spread: int) -> list[float]:
    """Each value with its neighbours', the nearer the more."""
    weights = [spread - abs(step) for step in range(1 - spread, spread)]
    pad = [0.0] * (spread - 1)
    padded = [*pad, *values, *pad]
    return [
        sum(weight * padded[index + step] for step, weight in enumerate(weights))
        for index in range(len(values))
    ]
