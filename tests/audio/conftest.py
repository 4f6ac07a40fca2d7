"""A mixer that plays into nothing."""

from collections.abc import Iterator

import pytest

from game.audio.mixer import Mixer


@pytest.fixture
def mixer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mixer]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    opened = Mixer.open()
    yield opened
    opened.close()
