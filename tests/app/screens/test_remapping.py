"""No key ever plays two drums, whatever is remapped."""

from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.screens.remapping import Swap, remapped
from game.input.bindings import DEFAULT_KEYS

NAMES = st.sampled_from(
    [
        "A",
        "B",
        "C",
        "D",
        "E",
        "F",
        "J",
        "K",
        "L",
        "Q",
        "W",
        "U",
        "I",
        "O",
        "P",
        "SEMICOLON",
        "SPACE",
        "LEFT",
        "RIGHT",
    ]
)
LANES = st.sampled_from(
    [
        (layout, player, lane)
        for layout, players in DEFAULT_KEYS.items()
        for player, lanes in players.items()
        for lane in lanes
    ]
)


def test_a_free_key_is_simply_taken():
    keys, swap = remapped(DEFAULT_KEYS, "four", 1, "kick", "V")
    assert keys["four"][1] == {"tom": "A", "snare": "S", "cymbal": "D", "kick": "V"}
    assert keys["kit"] == DEFAULT_KEYS["kit"]
    assert swap is None


def test_a_key_that_another_lane_has_changes_places():
    keys, swap = remapped(DEFAULT_KEYS, "four", 1, "kick", "A")
    assert keys["four"][1] == {"tom": "F", "snare": "S", "cymbal": "D", "kick": "A"}
    assert swap == Swap(1, "tom")


def test_a_key_of_the_partner_changes_places_in_all_layouts():
    keys, swap = remapped(DEFAULT_KEYS, "four", 1, "kick", "J")
    assert swap == Swap(2, "kick")
    assert [keys[layout][1]["kick"] for layout in ("four", "kit")] == ["J", "J"]
    assert [keys[layout][2]["kick"] for layout in ("four", "kit")] == ["F", "F"]
    assert (keys["two"][1]["low"], keys["two"][2]["low"]) == ("J", "F")


def test_the_same_key_again_changes_nothing():
    assert remapped(DEFAULT_KEYS, "two", 2, "low", "J") == (DEFAULT_KEYS, None)


@settings(max_examples=60)
@given(st.lists(st.tuples(LANES, NAMES), max_size=12))
def test_no_key_is_two_drums_in_a_layout_nor_both_players(changes):
    keys = DEFAULT_KEYS
    for (layout, player, lane), name in changes:
        keys, _ = remapped(keys, layout, player, lane, name)
        assert keys[layout][player][lane] == name
    for players in keys.values():
        for lanes in players.values():
            assert len(set(lanes.values())) == len(lanes)
    used = [{key for players in keys.values() for key in players[p].values()} for p in (1, 2)]
    assert not used[0] & used[1]
