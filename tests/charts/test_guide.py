"""The guide in charts/README.md: its charts are sound, its pictures there, its reference whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from guide_pictures import GUIDE, examples

from game.charts.document import Document
from game.charts.pieces import Piece
from game.charts.reader.header import KEYS

TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = list(examples())


def test_every_chart_of_the_guide_has_a_picture() -> None:
    assert len(EXAMPLES) == TEXT.count("```duet")
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize(("text", "picture"), EXAMPLES, ids=[path.stem for _, path in EXAMPLES])
def test_a_chart_of_the_guide_is_without_fault_or_warning(text: str, picture: Path) -> None:
    assert not Document.parse(text).issues()
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_no_picture_is_left_over() -> None:
    drawn = {path for _, path in EXAMPLES}
    assert drawn == set((GUIDE.parent / "guide").iterdir())


@pytest.mark.parametrize("key", KEYS)
def test_the_reference_names_every_key_of_the_header(key: str) -> None:
    header = TEXT.split("### Header", 1)[1].split("### Lines", 1)[0]
    assert f"`{key}`" in header


@pytest.mark.parametrize("piece", Piece)
def test_the_reference_names_every_drum(piece: Piece) -> None:
    assert f"`{piece}`" in TEXT.split("### Lines", 1)[1]


@pytest.mark.parametrize("symbol", list("-.xoXOgfFdDrR=&%'"))
def test_the_reference_names_every_symbol(symbol: str) -> None:
    bars = TEXT.split("### Bars", 1)[1].split("### What", 1)[0]
    assert re.search(rf"`{re.escape(symbol)}`", bars)
