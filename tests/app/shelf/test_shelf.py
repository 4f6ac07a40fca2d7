"""The shelf's file: what is put there is there again, and a broken one is set aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.shelf.pair import SignedPair, Stick
from game.app.shelf.shelf import Shelf
from game.app.shelf.table import read_pairs, shelf_text
from game.errors import ShelfError
from game.view.sticks.signature import REACH, Signature

points = st.tuples(st.integers(0, REACH), st.integers(0, REACH))
strokes = st.lists(st.lists(points, min_size=2, max_size=4).map(tuple), max_size=3).map(tuple)
texts = st.text(max_size=40)
signatures = st.builds(Signature, texts, strokes)
sticks = st.tuples(*(st.builds(Stick, st.just(player), texts, signatures) for player in (1, 2)))
pairs = st.builds(
    SignedPair,
    sticks,
    texts,
    st.integers(0, 1 << 34),
    st.integers(0, 1_200_000),
    st.none() | st.integers(0, 100),
)


def pair(first: str, second: str) -> SignedPair:
    made = (Stick(1, first, Signature(first)), Stick(2, second, Signature(second)))
    return SignedPair(made, "Two Kits", 1_700_000_000, 812_000, 71)


@pytest.fixture
def told() -> list[ShelfError]:
    return []


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "shelf.json"


def without_lone_surrogates(value: SignedPair) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in repr(value))


@given(st.lists(pairs.filter(without_lone_surrogates), max_size=3))
def test_what_is_written_is_read_again(kept: list[SignedPair]) -> None:
    text = shelf_text(kept)
    assert read_pairs(Path("shelf.json"), text.encode("utf-8")) == tuple(kept)


def test_a_new_shelf_is_empty_and_says_nothing(path: Path, told: list[ShelfError]) -> None:
    assert Shelf(path, told.append).pairs == ()
    assert told == []


def test_sticks_stay_until_they_are_taken_off(path: Path, told: list[ShelfError]) -> None:
    shelf = Shelf(path, told.append)
    assert shelf.add(pair("한별", "さくら"))
    assert shelf.add(pair("Ada", "Ben"))
    again = Shelf(path, told.append)
    assert again.pairs == (pair("한별", "さくら"), pair("Ada", "Ben"))
    assert again.remove(again.pairs[0])
    assert Shelf(path, told.append).pairs == (pair("Ada", "Ben"),)
    assert told == []


def test_of_two_equal_pairs_one_is_taken_off(path: Path, told: list[ShelfError]) -> None:
    shelf = Shelf(path, told.append)
    for _ in range(2):
        shelf.add(pair("Ada", "Ben"))
    shelf.remove(shelf.pairs[1])
    assert len(shelf.pairs) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        '{"version": 1}',
        '{"version": 1, "pairs": [{}]}',
        shelf_text([pair("Ada", "Ben")]).replace("812000", "-1"),
        shelf_text([pair("Ada", "Ben")]).replace('"strokes": []', '"strokes": [[[0, 1001]]]'),
        "[" * 100_000,
    ],
)
def test_a_broken_shelf_is_set_aside_and_said_so(
    text: str, path: Path, told: list[ShelfError]
) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    shelf = Shelf(path, told.append)
    assert shelf.pairs == ()
    (fault,) = told
    assert path.with_name("shelf.json.broken-1").read_text(encoding="utf-8") == text
    assert "shelf.json" in str(fault)
    assert shelf.add(pair("Ada", "Ben"))
    assert Shelf(path, told.append).pairs == (pair("Ada", "Ben"),)


def test_a_newer_shelf_is_left_alone(path: Path, told: list[ShelfError]) -> None:
    path.parent.mkdir()
    text = '{"version": 2, "pairs": "something new"}'
    path.write_text(text, encoding="utf-8")
    shelf = Shelf(path, told.append)
    assert shelf.pairs == ()
    assert not shelf.add(pair("Ada", "Ben"))
    assert path.read_text(encoding="utf-8") == text
    assert "version 2" in str(told[0])


def test_a_shelf_that_cannot_be_written_says_so(tmp_path: Path, told: list[ShelfError]) -> None:
    (tmp_path / "data").write_text("no folder", encoding="utf-8")
    shelf = Shelf(tmp_path / "data" / "shelf.json", told.append)
    assert not shelf.add(pair("Ada", "Ben"))
    assert told
