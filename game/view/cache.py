"""A cache of images that forgets what was not used lately."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class ImageCache:
    """Images by key, together at most `limit_px` large; the last one is always kept."""

    def __init__(self, limit_px: int) -> None:
        self._limit_px = limit_px
        self._held_px = 0
        self._images: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, build: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The image of a key, built when it is missing."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
            return image
        image = self._images[key] = build()
        self._held_px += _area_px(image)
        while self._held_px > self._limit_px and len(self._images) > 1:
            self._held_px -= _area_px(self._images.popitem(last=False)[1])
        return image


def _area_px(image: pygame.Surface) -> int:
    return image.get_width() * image.get_height()
