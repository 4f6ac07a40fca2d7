"""What the Together meter shows in play."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.app.files import folders
from game.app.play.together_view import together_view
from game.score.together.meter import TogetherSnapshot
from game.view.meter import TogetherView
from game.view.strings import Strings

STRINGS = Strings.load(folders.shipped() / "assets" / "strings")
KNOWN = TogetherSnapshot(score=70, segments=4, fade=0.0, typical_gap_us=13_600, relative=False)


def test_it_shows_segments_and_the_typical_gap() -> None:
    assert together_view(KNOWN, STRINGS) == TogetherView(4, "14 ms")


def test_nothing_known_is_nothing_shown() -> None:
    assert together_view(None, STRINGS) is None


def test_without_a_gap_there_is_no_caption() -> None:
    assert together_view(replace(KNOWN, typical_gap_us=None), STRINGS) == TogetherView(4, "")


@pytest.mark.parametrize(("fade", "is_shown"), [(0.5, True), (0.99, True), (1.0, False)])
def test_it_is_dark_once_it_has_faded(fade: float, is_shown: bool) -> None:
    shown = together_view(replace(KNOWN, fade=fade), STRINGS)
    assert shown == (TogetherView(4, "14 ms", fade) if is_shown else None)
