"""Menus are tested on SDL's dummy video driver."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.services import Services

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")


@pytest.fixture(autouse=True)
def window() -> Iterator[None]:
    """A display for every test of a screen."""
    import pygame

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((960, 540))
    yield


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Services without songs."""
    from menu_rig import services_in

    return services_in(tmp_path)
