"""Which bars an author has changed: those alone, however the others have moved."""

from __future__ import annotations

import pytest
from helpers import chart
from hypothesis import given
from hypothesis import strategies as st

from game.charts.changes import changed_bars

BARS = ("o---", "oo--", "o-o-", "o--o")


def _chart(bars: list[str], above: str = "", header: str = "bpm: 120") -> str:
    kick = f"P1 kick |{'|'.join(bars)}|"
    rows = [above, kick, kick.replace("P1", "P2")]
    return "\n".join(["#duet 1", "title: T", header, "", *filter(None, rows), ""])


def _changed(old: str, new: str) -> list[int]:
    return list(changed_bars(chart(old), chart(new)))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["o---", "o---", "o---"], ["o---", "o---", "o---"], []),
        (["o---", "o---", "o---"], ["o---", "oo--", "o---"], [1]),
        (["o---", "o---", "o---"], ["oo--", "o---", "oo--"], [0, 1, 2]),
        (["o---", "oo--"], ["o---", "o-o-", "oo--"], [1]),
        (["o---", "oo--"], ["o---", "oo--", "o-o-"], [2]),
        (["o---", "o-o-", "oo--"], ["o---", "oo--"], [1]),
        (["o---", "o-o-", "oo--"], ["o---", "o-o-"], [1]),
        (["o---", "o---"], ["o---", "o---", "o---"], [2]),
    ],
    ids=["nothing", "one bar", "first and last", "put in", "added", "taken out", "cut", "doubled"],
)
def test_the_changed_bars_are_those_between_what_is_the_same(
    old: list[str], new: list[str], expected: list[int]
) -> None:
    assert _changed(_chart(old), _chart(new)) == expected


@pytest.mark.parametrize(
    "above",
    ["bpm | |140| |", "lead |P1|P2|P1|", "text | |Go| |"],
)
def test_a_row_that_is_no_drum_changes_the_bars_it_speaks_of(above: str) -> None:
    bars = ["o---", "o---", "o---"]
    found = _changed(_chart(bars), _chart(bars, above))
    assert found[0] <= 1 <= found[-1]


def test_another_tempo_changes_every_bar() -> None:
    bars = ["o---", "o---"]
    assert _changed(_chart(bars), _chart(bars, header="bpm: 96")) == [0, 1]


def test_a_comment_changes_no_bar() -> None:
    bars = ["o---", "o---"]
    assert _changed(_chart(bars), _chart(bars) + "// a thought\n") == []


@given(st.lists(st.sampled_from(BARS), min_size=1), st.lists(st.sampled_from(BARS), min_size=1))
def test_outside_the_changed_bars_both_charts_are_the_same(old: list[str], new: list[str]) -> None:
    changed = changed_bars(chart(_chart(old)), chart(_chart(new)))
    assert new[: changed.start] == old[: changed.start]
    after = len(new) - changed.stop
    assert new[changed.stop :] == (old[-after:] if after else [])
    assert 0 <= changed.start <= changed.stop <= len(new)
