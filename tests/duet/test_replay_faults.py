"""Whatever a replay file holds, it is understood wholly or its fault is named with its place."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plays import small_replay

from game.duet.replay_reader import parse_replay
from game.duet.replay_writer import replay_json
from game.duet.verify import verify
from game.errors import ReplayError

NOWHERE = Path("play.json")
GOOD: dict[str, Any] = replay_json(small_replay())

Step = str | int
ABSENT = object()


def fault(text: str) -> ReplayError:
    with pytest.raises(ReplayError) as caught:
        parse_replay(text, NOWHERE)
    return caught.value


def changed(steps: tuple[Step, ...], value: object) -> dict[str, Any]:
    """The good replay with one value changed, or taken away."""
    shape: Any = deepcopy(GOOD)
    inner = shape
    for step in steps[:-1]:
        inner = inner[step]
    if value is ABSENT:
        del inner[steps[-1]]
    else:
        inner[steps[-1]] = value
    return shape


@pytest.mark.parametrize(
    ("steps", "value", "place", "found", "expected"),
    [
        (("format",), "x/2", "format", '"x/2"', '"drum-duet-replay/1"'),
        (("format",), ABSENT, "format", "nothing", "a value"),
        (("chart",), [], "chart", "a list of 0", "an object"),
        (("chart", "digest"), 1, "chart.digest", "1", "a text"),
        (("rate_pct",), 9, "rate_pct", "9", "a whole number from 10 to 400"),
        (("players",), [], "players", "a list of 0", "one or two players"),
        (
            ("players", 0, "level"),
            6,
            "players[0].level",
            "6",
            "a whole number from 1 to 5",
        ),
        (("players", 0, "level"), 1.0, "players[0].level", "1.0", "a whole number from 1 to 5"),
        (("players", 0, "level"), True, "players[0].level", "true", "a whole number from 1 to 5"),
        (("players", 0, "level"), "5", "players[0].level", '"5"', "a whole number from 1 to 5"),
        (("players", 0, "layout"), "six", "players[0].layout", '"six"', "one of four, two, kit"),
        (("players", 1, "rules"), "soft", "players[1].rules", '"soft"', "one of tight, standard"),
        (("players", 1, "device"), None, "players[1].device", "null", "a text"),
        (("players", 1, "calibrated"), 1, "players[1].calibrated", "1", "true or false"),
        (("players", 1, "player"), 1, "timelines[1].player", "2", "player 1, as in players[1]"),
        (("rules",), 5, "rules", "5", "an object"),
        (
            ("rules", "tight", "good_us"),
            -1,
            "rules.tight.good_us",
            "-1",
            "a whole number from 0 to 1000000",
        ),
        (
            ("rules", "tight", "great_us"),
            10,
            "rules.tight",
            "an object",
            "PERFECT within GREAT within GOOD",
        ),
        (
            ("rules", "tight", "overhit_breaks_combo"),
            1,
            "rules.tight.overhit_breaks_combo",
            "1",
            "true or false",
        ),
        (("timelines",), [], "timelines", "a list of 0", "a list of 2"),
        (
            ("timelines", 0, "notes", 0, "lane"),
            "high",
            "timelines[0].notes[0].lane",
            '"high"',
            "one of tom, snare, cymbal, kick",
        ),
        (
            ("timelines", 0, "notes", 1, "at_us"),
            -1,
            "timelines[0].notes[1]",
            "an object",
            "notes in the order of time, then of lane names",
        ),
        (
            ("timelines", 0, "notes", 3, "end_us"),
            199_999,
            "timelines[0].notes[3].end_us",
            "199999",
            "a whole number from 200000 to 86400000000",
        ),
        (
            ("timelines", 0, "notes", 3, "end_us"),
            ABSENT,
            "timelines[0].notes[3].end_us",
            "nothing",
            "a value",
        ),
        (
            ("timelines", 0, "notes", 0, "beat"),
            "1/0",
            "timelines[0].notes[0].beat",
            '"1/0"',
            'a fraction such as "7/2"',
        ),
        (
            ("timelines", 1, "pulses", 0),
            [0],
            "timelines[1].pulses[0]",
            "a list of 1",
            "a list of 2",
        ),
        (
            ("timelines", 1, "leads", 0, 1, 0),
            3,
            "timelines[1].leads[0][1][0]",
            "3",
            "a whole number from 1 to 2",
        ),
        (
            ("events", 0, 2),
            "cowbell",
            "events[0][2]",
            '"cowbell"',
            "one of tom, snare, cymbal, kick",
        ),
        (("events", 0, 3), 0, "events[0][3]", "0", "a whole number from 1 to 127"),
        (("events", 0, 1), 3, "events[0][1]", "3", "a whole number from 1 to 2"),
        (
            ("events", 2, 0),
            -8_001,
            "events[2][0]",
            "-8001",
            "a press of player 2 at -5000 to 86400000000 µs",
        ),
        (("marks", 0, 2), "nap", "marks[0][2]", '"nap"', "one of pause, bot, human"),
        (
            ("marks", 0),
            [400_000, 2, "human"],
            "marks[1][0]",
            "310000",
            "a stand-in's marks in the order of time",
        ),
        (("result", "players"), [], "result.players", "a list of 0", "a list of 2"),
        (
            ("result", "players", 1, "miss"),
            None,
            "result.players[1].miss",
            "null",
            "a whole number from 0 to 1000000000",
        ),
        (
            ("result", "together", "relative"),
            0,
            "result.together.relative",
            "0",
            "true or false",
        ),
        (("chart", "title"), ["x" * 100], "chart.title", "a list of 1", "a text"),
    ],
)
def test_a_fault_is_named_with_its_place(
    steps: tuple[Step, ...], value: object, place: str, found: str, expected: str
) -> None:
    caught = fault(json.dumps(changed(steps, value)))
    assert (caught.place, caught.found, caught.expected) == (place, found, expected)
    assert str(caught) == f"play.json, {place}: found {found}, expected {expected}"


def test_two_players_of_one_number_are_said() -> None:
    shape = changed(("players", 1, "player"), 1)
    shape["timelines"][1]["player"] = 1
    assert fault(json.dumps(shape)).place == "players[1].player"


def test_a_long_value_is_shown_shortened() -> None:
    caught = fault(json.dumps(changed(("players", 0, "layout"), "x" * 100)))
    assert caught.found == '"' + "x" * 39 + "…"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("", "line 1, column 1", "broken JSON (Expecting value)"),
        ('{"a": 1,\n}', "line 2, column 1", "broken JSON"),
        ("[" * 100_000, "", "numbers or nesting beyond measure"),
        ("1" * 5_000, "", "numbers or nesting beyond measure"),
        ("[]", "", "a list of 0"),
        ("null", "", "null"),
        ("NaN", "", "NaN"),
    ],
)
def test_what_is_no_replay_at_all_is_said(text: str, place: str, found: str) -> None:
    caught = fault(text)
    assert caught.place == place
    assert caught.found.startswith(found)


def test_a_player_of_whom_nothing_is_said_is_not_calibrated() -> None:
    seats = parse_replay(json.dumps(changed(("players", 0, "calibrated"), ABSENT)), NOWHERE).seats
    assert [seat.calibrated for seat in seats] == [False, False]


def test_unknown_members_are_welcome() -> None:
    shape = changed(("mood",), "good")
    shape["result"]["together"]["mood"] = "better"
    assert parse_replay(json.dumps(shape), NOWHERE) == small_replay()


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["1/2", "-3/7", "snare", "bot", 86_400_000_000, -1, 0, 1, 2]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


def places(value: object, steps: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """The way to every value inside a JSON value."""
    found: list[tuple[Step, ...]] = [steps] if steps else []
    members: list[tuple[Step, object]] = []
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    for step, inner in members:
        found += places(inner, (*steps, step))
    return found


ALL_PLACES = places(GOOD)


def understood_or_named(text: str) -> None:
    """A replay that is read can be verified; nothing but `ReplayError` is ever raised."""
    try:
        replay = parse_replay(text, NOWHERE)
    except ReplayError:
        return
    verify(NOWHERE, replay)


@settings(max_examples=1000, deadline=None)
@given(steps=st.sampled_from(ALL_PLACES), value=junk | st.just(ABSENT))
def test_any_value_anywhere_is_understood_or_named(steps: tuple[Step, ...], value: object) -> None:
    understood_or_named(json.dumps(changed(steps, value)))


def chopped(text: str, random: Random) -> str:
    start = random.randrange(len(text))
    return text[:start] + text[start + random.randrange(1, 40) :]


def doubled(text: str, random: Random) -> str:
    start = random.randrange(len(text))
    return text[:start] + text[max(0, start - random.randrange(1, 40)) :]


def garbled(text: str, random: Random) -> str:
    start = random.randrange(len(text))
    return text[:start] + random.choice('{}[]",:0123456789.-eE\\ntaé\x00') + text[start + 1 :]


@pytest.mark.parametrize("mutate", [chopped, doubled, garbled])
def test_any_mutated_text_is_understood_or_named(mutate: Callable[[str, Random], str]) -> None:
    text = json.dumps(GOOD)
    for seed in range(1_500):
        random = Random(seed)
        mutated = text
        for _ in range(random.randrange(1, 4)):
            mutated = mutate(mutated, random)
        understood_or_named(mutated)
