"""The keys of a settings file, and what cannot work among them."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.screens.remapping import remapped
from game.app.settings import key_tables
from game.charts.layouts import LAYOUTS
from game.input.bindings import DEFAULT_KEYS


def read(text: str):
    """The keys of a TOML text, and (place, found) of each fault."""
    faults = []
    keys = key_tables.read(
        tomllib.loads(text).get("keys", {}),
        lambda place, found, expected: faults.append((place, found)),
    )
    return keys, faults


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        # Two drums of a player: the usual snare is S.
        ("[keys.four.p1]\ntom = 'S'", "keys.four.p1.tom", "keys.four.p1.snare"),
        ("[keys.four.p1]\ntom = 'Z'\nkick = 'Z'", "keys.four.p1.kick", "keys.four.p1.tom"),
        # Both players, in one layout and in two.
        ("[keys.four.p1]\nkick = 'J'", "keys.four.p1.kick", "keys.four.p2.kick"),
        ("[keys.kit.p2]\nride = 'D'", "keys.kit.p2.ride", "keys.four.p1.cymbal"),
        ("[keys.two.p1]\nlow = 'X'\n[keys.kit.p2]\nhat = 'X'", "keys.kit.p2.hat",
         "keys.two.p1.low"),
        # One key under two names.
        ("[keys.two.p1]\nlow = 'KP1'\nhigh = 'KP_1'", "keys.two.p1.low", "keys.two.p1.high"),
    ],
)  # fmt: skip
def test_a_key_with_two_drums_gives_way_to_the_usual_ones(text, place, found):
    keys, faults = read(text)
    assert [fault[0] for fault in faults] == [place]
    assert found in faults[0][1]
    _, layout, player, _ = place.split(".")
    assert keys[layout][int(player[1])] == DEFAULT_KEYS[layout][int(player[1])]


def test_only_the_layout_of_the_player_that_cannot_work_is_replaced():
    keys, _ = read("[keys.four.p1]\ntom = 'Z'\nkick = 'J'\n[keys.two.p1]\nlow = 'X'")
    assert keys["four"][1] == DEFAULT_KEYS["four"][1]
    assert keys["two"][1] == {"high": "D", "low": "X"}


@pytest.mark.parametrize("key", ["ESCAPE", "backspace", "F5", "LSHIFT", "LGUI", "LSUPER"])
def test_a_key_that_steers_is_no_drum(key):
    keys, faults = read(f"[keys.four.p1]\nkick = '{key}'\ntom = 'Z'")
    assert faults == [("keys.four.p1.kick", f"{key!r}, which has a job of its own")]
    assert keys["four"][1] == {**DEFAULT_KEYS["four"][1], "tom": "Z"}


def test_players_who_changed_places_throughout_keep_their_keys():
    keys = DEFAULT_KEYS
    for lane, name in DEFAULT_KEYS["four"][2].items():
        keys, _ = remapped(keys, "four", 1, lane, name)
    written = {
        layout: {f"p{player}": dict(lanes) for player, lanes in players.items()}
        for layout, players in keys.items()
    }
    faults = []
    assert key_tables.read(written, lambda *fault: faults.append(fault)) == keys
    assert faults == []


LANES = [
    (layout, player, lane)
    for layout in LAYOUTS
    for player in (1, 2)
    for lane in LAYOUTS[layout].lanes
]


@given(st.dictionaries(st.sampled_from(LANES), st.sampled_from("ASDFJKLZXQWEU"), max_size=12))
def test_whatever_is_written_no_press_means_two_drums(written):
    tables = {layout: {"p1": {}, "p2": {}} for layout in LAYOUTS}
    for (layout, player, lane), key in written.items():
        tables[layout][f"p{player}"][lane] = key
    keys = key_tables.read(tables, lambda place, found, expected: None)
    of_player = {1: set(), 2: set()}
    for players in keys.values():
        for player, lanes in players.items():
            assert len(set(lanes.values())) == len(lanes)
            of_player[player] |= set(lanes.values())
    assert of_player[1].isdisjoint(of_player[2])
