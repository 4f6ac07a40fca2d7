"""The window: one display surface of any size, its canvas, full screen and back."""

from __future__ import annotations

import pygame

from game.app.settings.values import Display
from game.view.canvas import Canvas, Fonts
from game.view.theme import Theme


class Window:
    """Owns the display. `canvas` is made anew whenever the size changes."""

    def __init__(self, title: str, display: Display, fonts: Fonts) -> None:
        self._fonts = fonts
        self._size_px = (display.width_px, display.height_px)
        self.is_fullscreen = display.fullscreen
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(title)
        self._open()
        self.canvas = self._canvas(display)

    def _open(self) -> None:
        if self.is_fullscreen:
            self._surface = pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            return
        self._surface = pygame.display.set_mode(self._size_px, pygame.RESIZABLE)

    def _canvas(self, display: Display) -> Canvas:
        theme = Theme(
            palette=display.palette,
            lane_letters=display.lane_letters,
            reduced_motion=display.reduced_motion,
            reduced_flash=display.reduced_flash,
            text_scale_pct=display.text_scale_pct,
        )
        return Canvas(self._surface, self._fonts, theme)

    def toggle_fullscreen(self, display: Display) -> None:
        """Between the window, at the size it had, and the whole screen."""
        if not self.is_fullscreen:
            self._size_px = pygame.display.get_window_size()
        self.is_fullscreen = not self.is_fullscreen
        self._open()
        self.canvas = self._canvas(display)

    def refresh(self, display: Display) -> None:
        """Follow a new size of the window, or new settings of the look."""
        if display.fullscreen != self.is_fullscreen:
            self.toggle_fullscreen(display)
        else:
            self._surface = pygame.display.get_surface() or self._surface
            self.canvas = self._canvas(display)

    @property
    def windowed_size_px(self) -> tuple[int, int]:
        """The size to come back to."""
        return self._size_px if self.is_fullscreen else pygame.display.get_window_size()
