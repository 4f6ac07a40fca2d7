"""The results as one picture to keep: all pages, one under the other."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.view import theme
from game.view.canvas import HEIGHT, WIDTH, Canvas, Fonts
from game.view.night import night
from game.view.screens.results import draw_page
from game.view.screens.results.snapshot import ResultsSnapshot

_SCORE_HEIGHT = 752
_DETAILS_HEIGHT = 944
_FOOT = 104
_FOOT_Y = 64


def results_picture(
    fonts: Fonts, look: theme.Theme, pages: Sequence[ResultsSnapshot], foot: str
) -> pygame.Surface:
    """Draw the pages 1920 pixels wide, each as high as what stands in it.

    Args:
        foot: a line below all of them.
    """
    heights = [_SCORE_HEIGHT if page.details is None else _DETAILS_HEIGHT for page in pages]
    whole = (WIDTH, sum(heights) + _FOOT)
    # Each page is drawn on a whole screen of its own, so the last one needs room below.
    tall = pygame.Surface((WIDTH, whole[1] + HEIGHT), 0, 32)
    tall.blit(night(whole, True), (0, 0))
    canvas = Canvas(_screen(tall, 0), fonts, look)
    top = 0
    for page, height in zip(pages, heights, strict=True):
        draw_page(canvas.onto(_screen(tall, top)), page)
        top += height
    size, dim = theme.SIZE_SMALL, theme.TEXT_DIM
    canvas.onto(_screen(tall, top)).text(foot, WIDTH / 2, _FOOT_Y, size, dim, anchor="center")
    return tall.subsurface((0, 0, *whole)).copy()


def _screen(tall: pygame.Surface, top: int) -> pygame.Surface:
    """The part of the picture from `top` on that is as large as a screen."""
    return tall.subsurface((0, top, WIDTH, HEIGHT))
