"""Waking the main loop from another thread."""

from __future__ import annotations

import pygame


def wake_the_loop() -> None:
    """End the loop's wait. Where SDL has been left already, nobody waits any more."""
    try:
        pygame.event.post(pygame.Event(pygame.USEREVENT))
    except pygame.error:
        return
