"""A seat's choices, step by step."""

import pytest

from game.app.screens.lobby_seat import Line, Seat, can_start
from game.app.settings.values import Player

NOBODY = Seat(1, Player())
HUMAN = NOBODY.joined()
BOT = NOBODY.stepped(Line.DEVICE, 1)


def walked(seat, line, read):
    """What a line goes through from its first choice to its last."""
    seat = seat.stepped(line, -9)
    seen = [read(seat)]
    while (further := seat.stepped(line, 1)) != seat:
        seat = further
        seen.append(read(seat))
    return seen


@pytest.mark.parametrize(
    ("line", "read", "expected"),
    [
        (Line.DEVICE, lambda s: s.device, ["", "bot:0,25", "bot:0,12", "bot"]),
        (Line.LEVEL, lambda s: s.choices.level, [1, 2, 3, 4, 5]),
        (Line.LAYOUT, lambda s: s.choices.layout, ["four", "two", "kit"]),
        (Line.RULES, lambda s: s.choices.rules, ["relaxed", "standard", "tight"]),
    ],
)
def test_every_line_goes_through_its_choices_and_stops_at_both_ends(line, read, expected):
    assert walked(NOBODY, line, read) == expected


def test_a_first_name_is_typed_and_not_stepped():
    assert HUMAN.stepped(Line.NAME, 1) == HUMAN
    assert HUMAN.named("Mina").choices.name == "Mina"


def name_of(seat):
    return seat.choices.name


def test_earlier_names_are_stepped_through():
    known = HUMAN.remembering(["Jun", "Mina"])
    assert walked(known, Line.NAME, name_of) == ["", "Jun", "Mina"]


def test_a_new_name_comes_first_and_is_not_lost_by_stepping_on():
    seat = HUMAN.remembering(["Jun", "Mina"]).named("Ada")
    assert walked(seat, Line.NAME, name_of) == ["", "Ada", "Jun", "Mina"]


def test_a_name_that_is_known_keeps_its_place_in_the_spelling_of_today():
    seat = HUMAN.remembering(["Jun", "Mina"]).named("MINA")
    assert name_of(seat) == "MINA"
    assert walked(seat, Line.NAME, name_of) == ["", "Jun", "MINA"]


def test_the_partners_name_is_not_offered():
    known = HUMAN.remembering(["Jun", "Mina"])
    assert name_of(known.stepped(Line.NAME, 1, "jun")) == "Mina"
    assert known.names_beside("Mina") == ("", "Jun")


def test_a_bot_has_its_own_name():
    bot = BOT.remembering(["Jun"])
    assert bot.stepped(Line.NAME, 1) == bot


def test_who_has_joined_can_give_the_seat_to_a_bot():
    assert HUMAN.devices[0] == "keyboard"
    assert HUMAN.stepped(Line.DEVICE, 1).is_bot


def test_hitting_a_drum_takes_a_bots_seat():
    assert BOT.joined().is_human


def test_nobody_becomes_a_steady_bot_in_play():
    assert NOBODY.setup("").device == "bot:0,12"
    assert HUMAN.setup("Mina").device == "keyboard"


@pytest.mark.parametrize(
    ("seats", "starts"),
    [
        ((NOBODY, NOBODY), False),
        ((NOBODY, BOT), False),
        ((NOBODY, HUMAN), True),
        ((BOT, HUMAN), True),
        ((BOT, BOT), True),
    ],
)
def test_a_play_needs_a_hand_or_two_bots(seats, starts):
    assert can_start(seats) is starts
