"""The rules of our duets find what breaks them; each text shows a duet that breaks one."""

from __future__ import annotations

import pytest
from duets.densities import broken_densities
from duets.rules import broken_rules
from helpers import document

from game.charts.model import Chart


def chart(text: str) -> Chart:
    return document(text).chart()


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            "P2/5 rests for 7 beats, over one bar",
            """
            P1 hat  |x---x---x---x---|x---x---x---x---|
            P2 kick |o---------------|------------o---|
            """,
        ),
        (
            "bar 1: P2 listens without a kick on 1 and 3",
            """
            lead     |P1              |
            P1 snare |x---x---x---x---|
            P2 kick  |o---o-----o-----|
            """,
        ),
        (
            "bar 2: P2 has no runway of a beat before the &",
            """
            P* crash |                |&---------------|
            P1 hat   |x---x---x---x---|                |
            P2 hat   |x---x-----------|                |
            """,
        ),
        (
            "bar 2: more than 4 & in a row",
            """
            P* crash |&---&---&---&---|&---------------|
            """,
        ),
        (
            "the song at level 5: 4 against 3 presses",
            """
            P1 hat |x---x---x---x---|
            P2 hat |x---x---x-------|
            """,
        ),
        (
            "P1 leads 0.5 bars, P2 0",
            """
            lead   |P1 both         |
            P* hat |x---x---x---x---|
            """,
        ),
        (
            "P1 plays bar 1 4 times in 4 bars",
            """
            P* hat |x---x---x---x---|%|%|%|
            """,
        ),
        (
            "P2 has 1.25 beats of sixteenths on snare",
            """
            P* snare |xxxxx-----------|
            """,
        ),
        (
            "the last hit is not an & of both",
            """
            P1 hat |x---------------|
            P2 hat |x---x-----------|
            """,
        ),
    ],
)
def test_a_broken_rule_is_named(message: str, text: str) -> None:
    assert message in list(broken_rules(chart(text)))


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        (
            "P1/1 bar 1: 3 onsets on two lanes",
            ["P1/1 hat  |x---x-----------|", "P1/1 kick |--------o-------|"],
        ),
        (
            "P1/1 bar 1: too many keys at once",
            ["P1/1 hat  |x---------------|", "P1/1 kick |o---------------|"],
        ),
        (
            "P1/2 bar 1: 2 onsets in a pulse",
            ["P1/2 hat  |x-x-------------|"],
        ),
        (
            "P1/3 bar 1: a note off the grid",
            ["P1/3 hat  |xx--------------|"],
        ),
        (
            "P1/4 bar 1: a kick under a hand fill",
            ["P1/4 hat  |xxx-------------|", "P1/4 kick |o---------------|"],
        ),
        (
            "P1/3 bar 1: a note that level 4 has not",
            ["P1/3 hat  |------------x---|", "P1/4 hat  |x---------------|"],
        ),
        (
            "P1/4 drops the start of Song",
            ["P1/4 hat  |----x-----------|"],
        ),
        (
            "P1/1 has 0.50 presses a second: too few",
            ["P1/1 hat  |x---------------|"],
        ),
    ],
)
def test_a_level_beyond_its_limits_is_named(message: str, lines: list[str]) -> None:
    full = [
        "== Song ==",
        "P1 hat    |xxx-x-x-x---x---|",
        "P1 kick   |o-------o-------|",
        "P2 hat    |x---x---x---x---|",
    ]
    assert message in list(broken_densities(chart("\n".join([*full, *lines]))))
