from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("Xlib", reason="python-xlib presses the keys", exc_type=ImportError)

from x11 import Hands, Screen, xvfb

SHOTS = Path(__file__).parent / "shots"


@pytest.fixture(params=[(1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}")
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """An X server of the test's own."""
    with xvfb(*request.param) as server:
        yield server


@pytest.fixture
def hands(screen: Screen) -> Iterator[Hands]:
    client = Hands(screen.display)
    yield client
    client.close()


@pytest.fixture
def shots() -> Path:
    """Where screenshots go: kept, so that someone can look at them."""
    return SHOTS
