"""The results as one picture to keep: all pages, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.view.canvas import HEIGHT, WIDTH, Canvas, Fonts
from game.view.night import night
from game.view.screens.results import draw_page
from game.view.screens.results.snapshot import ResultsSnapshot
from game.view.theme import Theme

_TOP = 64
"""What a page leaves empty for the tabs."""

_SCORE_HEIGHT = 752
_DETAILS_HEIGHT = 944


def results_picture(fonts: Fonts, theme: Theme, pages: Sequence[ResultsSnapshot]) -> pygame.Surface:
    """Draw the pages 1920 pixels wide, each as high as what stands in it."""
    heights = [_SCORE_HEIGHT if page.details is None else _DETAILS_HEIGHT for page in pages]
    whole = (WIDTH, sum(heights) + _TOP)
    # Each page is drawn on a whole screen of its own, so the last one needs room below.
    tall = pygame.Surface((WIDTH, whole[1] + HEIGHT), 0, 32)
    tall.blit(night(whole, True), (0, 0))
    top = 0
    canvas = Canvas(tall.subsurface((0, 0, WIDTH, HEIGHT)), fonts, theme)
    for page, height in zip(pages, heights, strict=True):
        draw_page(canvas.onto(tall.subsurface((0, top, WIDTH, HEIGHT))), page)
        top += height
    return tall.subsurface((0, 0, *whole)).copy()
