"""A step of the lesson in play: ideas land or come once more, are skipped and gone back to."""

from __future__ import annotations

import pytest
from lesson_play_rig import Learning
from pad_events import plugged, struck

from game.app.screens.base import Pop, Replace
from game.app.screens.lesson_done import LessonDoneScreen
from game.app.services import Services

CRASH = 49
SNARE = 38
MS = 1_000_000


@pytest.fixture
def learning(services: Services) -> Learning:
    return Learning(services)


def test_both_hit_the_idea_and_the_next_one_comes_by_itself(learning: Learning) -> None:
    learning.play_idea("F", "J")
    assert learning.place == "2 of 2"
    assert learning.shown.foot == ""
    learning.play_idea("F", "J")
    assert isinstance(learning.change, Replace)
    assert isinstance(learning.change.screen, LessonDoneScreen)


def test_an_idea_that_does_not_land_comes_once_more_and_waits(learning: Learning) -> None:
    learning.play_idea("F")
    assert learning.place == "1 of 2"
    assert learning.shown.foot == learning.screen.services.strings("lesson.waits")
    assert not learning.shown.has_meter
    learning.until_bars()
    for _ in range(4):
        learning.pass_time(3)
        learning.press("F", "J")
    learning.pass_time(2)
    assert learning.place == "2 of 2"


def test_a_drum_that_is_held_leads_on_once(learning: Learning) -> None:
    learning.until_bars()
    learning.down("A")
    learning.pass_time(0.9)
    assert 0.8 < learning.shown.play.held < 1
    learning.pass_time(0.2)
    assert learning.place == "2 of 2"
    learning.pass_time(5)
    assert learning.place == "2 of 2"
    assert learning.shown.play.held == 0
    learning.up("A")
    learning.down("K")
    learning.pass_time(1.1)
    assert isinstance(learning.change, Replace)
    assert isinstance(learning.change.screen, LessonDoneScreen)


def test_a_key_that_is_nobodys_drum_is_not_held(services: Services) -> None:
    learning = Learning(services, "keyboard", "bot")
    learning.until_bars()
    learning.down("K")
    learning.down("G")
    learning.pass_time(1.5)
    assert learning.place == "1 of 2"
    assert learning.shown.play.held == 0


def test_on_pads_a_roll_on_one_cymbal_leads_on(services: Services) -> None:
    plugged(services, "TD")
    learning = Learning(services, "midi:TD", "bot")
    learning.until_bars()
    for note, place in ((SNARE, "1 of 2"), (CRASH, "2 of 2")):
        for _ in range(17):
            learning.screen.handle(struck("TD", note, at_ns=learning.now_ns), learning.now_ns)
            learning.pass_time(0.1)
        assert learning.place == place


def test_pads_have_names_for_letters(services: Services) -> None:
    plugged(services, "TD")
    first, second = Learning(services, "midi:TD", "keyboard").shown.play.seats
    assert [lane.label for lane in first.lanes] == ["tom", "snare", "cymbal", "kick"]
    assert [lane.label for lane in second.lanes] == [";", "L", "K", "J"]


@pytest.mark.parametrize(("key", "place"), [("RETURN", "2 of 2"), ("LEFT", "1 of 2")])
def test_keys_lead_on_and_back(learning: Learning, key: str, place: str) -> None:
    learning.until_bars()
    learning.press(key)
    learning.pass_time(0.2)
    assert learning.place == place


def test_escape_leaves(learning: Learning) -> None:
    learning.down("ESCAPE")
    assert isinstance(learning.change, Pop)


@pytest.mark.parametrize(
    ("devices", "key"),
    [
        (("keyboard", "keyboard"), "lesson.hint_hold"),
        (("keyboard", "midi:TD"), "lesson.hint_hold"),
        (("midi:TD", "bot"), "lesson.hint_roll"),
        (("midi:TD", "midi:TD"), "lesson.hint_roll"),
    ],
)
def test_the_hint_tells_what_these_hands_can_do(
    services: Services, devices: tuple[str, str], key: str
) -> None:
    plugged(services, "TD")
    assert Learning(services, *devices).shown.skip == services.strings(key)


def test_players_are_called_by_their_names_unless_these_are_long(services: Services) -> None:
    learning = Learning(services, step="pulse", names=("Mina", "Maximiliana von Stein"))
    assert learning.shown.sentence == "Mina walks with the kick, P2 keeps the floor."


def test_the_meter_appears_in_the_second_idea_of_the_first_minute(services: Services) -> None:
    learning = Learning(services, step="first-minute")
    assert not learning.shown.has_meter
    learning.press("RETURN")
    learning.pass_time(0.2)
    assert learning.shown.has_meter


def test_first_drums_are_lit_while_it_counts_in_and_who_listens_is_lit_a_beat_ahead(
    services: Services,
) -> None:
    rows = "P1 kick |oooo|----|\nP2 kick |----|oooo|"
    learning = Learning(services, rows=rows)
    # The first bar is from 0 to 2 s, the second one begins at 2 s, a beat is half a second.
    lit = []
    for _ in range(2):
        lit.append(tuple(bool(seat.due) for seat in learning.shown.play.seats))
        learning.until_bars()
    for at_s, seconds in ((0.1, 0.1), (1.4, 1.3), (1.6, 0.2)):
        learning.pass_time(seconds)
        lit.append((at_s, bool(learning.shown.play.seats[1].due)))
    assert lit == [(True, False), (True, False), (0.1, False), (1.4, False), (1.6, True)]
