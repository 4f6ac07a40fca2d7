"""Draws the pages of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pygame

from game.view.fonts import Fonts
from game.view.sheet.excerpt import Excerpt
from game.view.sheet.heading import (
    draw_heading,
    draw_running_heading,
    heading_height,
    heading_lines,
)
from game.view.sheet.layout import lay_out
from game.view.sheet.legend import draw_foot
from game.view.sheet.pen import Pen, width_of
from game.view.sheet.staves import draw_system
from game.view.strings import Strings


def draw_pages(
    excerpt: Excerpt, strings: Strings, fonts: Fonts, width_px: int, *, is_cut: bool = False
) -> Iterator[pygame.Surface]:
    """The pages one after the other. pygame's fonts must have been initialised.

    Args:
        is_cut: the systems alone, on a single picture as high as they are.
    """
    measured = partial(width_of, fonts)
    lines = heading_lines(excerpt, strings, measured)
    sheet = lay_out(excerpt, strings, measured, heading_height(lines), is_cut=is_cut)
    for page in sheet.pages:
        pen = Pen(page.height, width_px, fonts)
        if not is_cut:
            if page.number == 1:
                draw_heading(pen, lines)
            else:
                draw_running_heading(pen, excerpt.chart.meta.title)
            draw_foot(pen, excerpt, page, len(sheet.pages), strings)
        for top, system in page.systems:
            draw_system(pen, system, top, strings)
        yield pen.finish()
