"""The rules about taking turns find what breaks them; each text shows a duet that breaks one."""

from __future__ import annotations

import pytest
from duets.exchange_rules import broken_exchanges
from helpers import document

FLOOR = "P* kick |o---o---o---o---|%|%|%|"


def found_in(text: str) -> list[str]:
    return list(broken_exchanges(document(text).chart()))


@pytest.mark.parametrize(
    ("lead", "broken"),
    [
        ("|P1|  |P2|  |", []),
        ("|P1|P2|P1 P2|both|", []),  # one bar each, half a bar each, both
        ("|P1 P2|both|P1|P2|", ["bar 3: the trades of One grow"]),
        (
            "|P1|P2|  |both|",
            ["bar 2: the trades of One grow", "bar 2: P2 has not as much as asked"],
        ),
        ("|P1|  |P2|both|", ["bar 3: P2 has not as much as asked"]),
        ("|both|  |  |P1|", []),  # a phrase that nobody answers is no trade
    ],
)
def test_trades_are_answered_and_do_not_grow(lead: str, broken: list[str]) -> None:
    assert found_in(f"== One ==\nlead {lead}\n{FLOOR}") == broken


def test_a_fill_after_the_last_trade_is_no_trade() -> None:
    lead = "lead |P1|P2|P1 P2|P2|"
    cues = "P2 text | | | |fill!|"
    assert found_in(f"== One ==\n{lead}\n{cues}\n{FLOOR}") == []
    assert "bar 3: the trades of One grow" in found_in(f"== One ==\n{lead}\n{FLOOR}")


def duet_of_question(question: str, answer_ends: str, lead: str = "|P1|P2|both|") -> str:
    return f"""
    lead     {lead}
    P1 text  |ask             |                |                |
    P1 snare |{question}|                |                |
    P1 kick  |o-------o-------|%               |%               |
    P2 tom2  |                |x--x--x---x-x---|                |
    P2 kick  |o-------o-------|%               |{answer_ends}|
    """


def test_a_question_that_ends_on_the_last_off_beat_and_is_answered_is_fine() -> None:
    assert found_in(duet_of_question("x--x--x---x---x-", "o---------------")) == []


@pytest.mark.parametrize("question", ["x--x--x---x-x---", "x--x--x---x---xx", "-" * 16])
def test_a_question_that_does_not_end_open_is_named(question: str) -> None:
    found = found_in(duet_of_question(question, "o---------------"))
    assert found == ["bar 1: the question of P1 does not end open"]


def test_an_answer_that_does_not_come_home_is_named() -> None:
    found = found_in(duet_of_question("x--x--x---x---x-", "----o-----------"))
    assert found == ["bar 3: the answer of P2 does not end on 1"]


def test_who_asks_has_the_lead_and_is_answered() -> None:
    assert found_in(duet_of_question("x-------------x-", "o" + 15 * "-", "|P2|both|both|")) == [
        "bar 1: P1 asks without the lead"
    ]
    assert "bar 2: nobody answers P1" in found_in(
        duet_of_question("x-------------x-", "o" + 15 * "-", "|P1|both|both|")
    )


def hocket(first: str, second: str, bars: int = 2) -> str:
    more = "%|" * (bars - 1)
    return f"""
    P1 text  |on the beat     |{"|" * (bars - 1)}
    P2 text  |between         |{"|" * (bars - 1)}
    P1 hat   |{first}|{more}
    P1 snare |----X-------X---|{more}
    P2 hat   |{second}|{more}
    """


def test_two_halves_of_one_hat_are_a_hocket() -> None:
    assert found_in(hocket("x---x---x---x---", "--o---o---o---o-")) == []


def test_halves_that_strike_at_one_moment_are_named() -> None:
    found = found_in(hocket("x---x-x-x---x---", "--o---o---o---o-"))
    assert found == [
        "bar 1: both halves of the hocket strike at one moment",
        "bar 2: both halves of the hocket strike at one moment",
    ]


def test_a_hocket_lasts_two_bars_at_least() -> None:
    found = found_in(hocket("x---x---x---x---", "--o---o---o---o-", bars=1))
    assert found == ["bar 1: a hocket of less than 2 bars"]


def test_nobody_is_between_alone() -> None:
    text = hocket("x---x---x---x---", "--o---o---o---o-").replace("on the beat", "hold on    ")
    assert found_in(text) == ["bar 1: P2 is between, and nobody on the beat"]


@pytest.mark.parametrize(
    ("cues", "broken"),
    [
        ("P1 text |fill!| | |\nP2 text | |fill!| |", []),
        ("P1 text |fill!|fill!| |", ["bar 2: P1 fills twice in a row"]),
        ("P1 text |fill!| |fill!|\nlead |both|P1 P2|both|", []),  # a relay is a turn of both
        ("text | |both fill| |", []),
        ("text |both fill| | |", ["bar 1: both fill, and no last chorus follows"]),
    ],
)
def test_they_take_turns_in_filling(cues: str, broken: list[str]) -> None:
    text = f"== Verse ==\n{cues}\nP* kick |o---|%|%|\n== Last chorus ==\nP* kick |o---|"
    moved = text.replace("| |both fill| |", "| | |both fill|")
    assert found_in(moved) == broken
