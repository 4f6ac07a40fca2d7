"""Bars of a chart by number or section."""

from __future__ import annotations

import pytest
from helpers import chart

from game.charts.excerpts import bars_of_section, bars_of_text
from game.errors import GameError

SONG = chart(
    "== Call ==\nP1 kick |o|o|\n\n== Verse 1 ==\nP1 kick |o|o|o|\n\n== Call ==\nP1 kick |o|"
)


@pytest.mark.parametrize(
    ("text", "indices"), [("1-6", range(6)), ("2", range(1, 2)), (" 3 – 4 ", range(2, 4))]
)
def test_bars_count_from_one(text: str, indices: range) -> None:
    assert bars_of_text(SONG, text) == indices


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0-2", "within 1-6"),
        ("5-7", "within 1-6"),
        ("4-2", "write 2-4"),
        ("all", "such as 5-12"),
        ("", "such as 5-12"),
        ("-3", "such as 5-12"),
    ],
)
def test_other_bars_are_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(GameError, match=said):
        bars_of_text(SONG, text)


@pytest.mark.parametrize(
    ("name", "indices"),
    [("Call", range(2)), ("verse 1", range(2, 5)), (" VERSE 1 ", range(2, 5))],
)
def test_a_section_is_found_by_its_name_the_first_of_several(name: str, indices: range) -> None:
    assert bars_of_section(SONG, name) == indices


def test_an_unknown_section_gets_the_nearest_name() -> None:
    with pytest.raises(GameError, match='did you mean "Verse 1"'):
        bars_of_section(SONG, "Vers 1")
