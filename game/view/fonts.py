"""The typeface at any size."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pygame

Weight = Literal["bold", "black"]

_FONT_FILES: dict[Weight, str] = {
    "bold": "DrumDuetSans-Bold.otf",
    "black": "DrumDuetSans-Black.otf",
}


class Fonts:
    """The two weights of the typeface at any size.

    A file that is missing or broken is replaced by pygame's own font.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fonts: dict[tuple[Weight, int], pygame.font.Font] = {}
        self.missing: list[Path] = []
        """Font files that could not be loaded, for one message to the player."""

    def get(self, weight: Weight, size_px: int) -> pygame.font.Font:
        key = (weight, size_px)
        if key not in self._fonts:
            self._fonts[key] = self._load(weight, size_px)
        return self._fonts[key]

    def _load(self, weight: Weight, size_px: int) -> pygame.font.Font:
        path = self._folder / _FONT_FILES[weight]
        try:
            font = pygame.font.Font(path, size_px)
            font.size("0")  # a broken file is only noticed here
            return font
        except (OSError, pygame.error):
            if path not in self.missing:
                self.missing.append(path)
            return pygame.font.Font(None, size_px)


def fitted(font: pygame.font.Font, text: str, width_px: float) -> str:
    """The text, or as much of it as fits into `width_px` with an ellipsis after it."""
    if font.size(text)[0] <= width_px:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if font.size(text[:middle].rstrip() + "…")[0] <= width_px:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
