"""How beats are counted above a measure."""

from __future__ import annotations

from itertools import pairwise

import pytest
from helpers import chart

from game.view.sheet.excerpt import excerpt_of
from game.view.sheet.measures import measures_of, rows_of
from game.view.sheet.rulers import counts_of


@pytest.mark.parametrize(
    ("meter", "bar", "ruler"),
    [
        ("4/4", "x-x-x-x-x-x-x-xx", "1e&a2e&a3e&a4e&a"),
        ("4/4", "x-x-x-xx", "1&2&3&4&"),
        ("4/4", "x-xx", "1234"),
        ("4/4", "x-xx-xx-xx-x", "1&a2&a3&a4&a"),
        ("4/4", "xx'xxx'xxxx'x", "1&2&a3e&a4"),  # each pulse as finely as its own notes lie
        ("12/8", "x-xx-xx-xx-x", "1&a2&a3&a4&a"),
        ("9/8", "x--x--x--", "123"),
        ("3+2+3+2/8", "xxxxxxxxxx", "1&a2&3&a4&"),
    ],
)
def test_it_is_counted_as_finely_as_notes_fall(meter: str, bar: str, ruler: str) -> None:
    song = chart(f"meter |{meter}|\nP1 hat |{bar}|\nP2 kick |o|")
    (row,) = rows_of(measures_of(excerpt_of(song), frozenset()), frozenset())
    assert "".join(count.text for count in counts_of(row[0])) == ruler


def test_numbers_keep_apart_where_pulses_are_close() -> None:
    song = chart("meter |32/32|\nP1 hat |x|\nP2 kick |o|")
    (row,) = rows_of(measures_of(excerpt_of(song), frozenset()), frozenset())
    xs = [count.x for count in counts_of(row[0])]
    assert all(after - before >= 8 for before, after in pairwise(xs))
