"""No chart that is shipped has a flag; the rules of form find what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest
from chart_report import flags
from duets.form_rules import broken_forms
from helpers import document

from game.charts.document import Document

CHARTS = sorted((Path(__file__).parents[2] / "charts").rglob("*.duet"))


def found_in(text: str) -> list[str]:
    return list(broken_forms(document(text).chart()))


@pytest.mark.parametrize("path", CHARTS, ids=lambda path: path.stem)
def test_no_shipped_chart_has_a_flag(path: Path) -> None:
    assert list(flags(Document.read(path).chart())) == []


@pytest.mark.parametrize(
    ("last", "is_flagged"),
    [
        ("x---x-----------", True),  # two strokes are no fill
        ("X-xxX-x---------", False),
        ("&---------------", False),  # together, and let it ring
    ],
)
def test_a_section_of_eight_bars_ends_in_a_fill_or_together(last: str, is_flagged: bool) -> None:
    found = found_in(f"""
    == One ==
    P1 snare |----x-------x---|%|%|%|%|%|%|{last}|
    P2 kick  |o---o---o---o---|%|%|%|%|%|%|%|
    == Two ==
    P* kick  |o---------------|
    """)
    assert ("bar 8: no fill at the end of One" in found) == is_flagged


def test_a_section_that_another_was_already_is_named() -> None:
    found = found_in("""
    == One ==
    P1 hat  |x---x---x---x---|x-x-x-x-x-x-x-x-|
    P2 kick |o-------o-------|o---o---o---o---|
    == Two ==
    P1 hat  |x---x---x---x---|x-x-x-x-x-x-x-x-|
    P2 kick |o-------o-------|o---o---o---o---|
    """)
    assert "100% of Two is in One already" in found


def test_players_who_keep_to_one_colour_are_named() -> None:
    found = found_in("""
    P1 hat  |x---x---x---x---|
    P2 kick |o---o---o---o---|
    """)
    assert "P1 has 0% of dark drums: colours do not swap" in found
    assert "P2 has 100% of dark drums: colours do not swap" in found


@pytest.mark.parametrize(("more_bars", "is_flagged"), [(3, False), (4, True)])
def test_threes_on_twos_last_four_bars_at_most(more_bars: int, is_flagged: bool) -> None:
    more = "%|" * more_bars
    found = found_in(f"""#duet 1
title: Twos
bpm:   123 dotted
meter: 12/8

P1 hat  |x-x-x-x-x-x-|{more}
P2 kick |o--o--o--o--|{more}
""")
    assert any("twos" in each for each in found) == is_flagged
