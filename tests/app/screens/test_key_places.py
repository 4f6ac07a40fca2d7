"""Keys drawn as they lie."""

from game.app.screens.cap_steps import beside, beyond
from game.app.screens.key_places import places_of
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import RESERVED, SCANCODES


def drawn(*names):
    """(row, quarters from the left) of each key."""
    return [(place.row, place.quarter) for place in places_of(names)]


def test_neighbours_in_a_row_lie_side_by_side():
    assert drawn("A", "S", "D", "F") == [(0, 0), (0, 4), (0, 8), (0, 12)]


def test_rows_are_shifted_as_on_a_keyboard():
    assert drawn("Q", "A", "Z") == [(0, 0), (1, 1), (2, 3)]


def test_gaps_of_unused_keys_and_rows_are_drawn_together():
    assert drawn("1", "L", "KP_6") == [(0, 0), (1, 6), (1, 12)]


def test_keys_of_unknown_place_stand_in_a_row_of_their_own():
    assert [row for row, _ in drawn("A", "CODE250", "CODE251")] == [0, 1, 1]


def test_no_two_default_keys_of_a_player_lie_on_each_other():
    for players in DEFAULT_KEYS.values():
        for lanes in players.values():
            assert len(set(places_of(tuple(lanes.values())))) == len(lanes)


def test_every_reserved_key_exists():
    assert set(SCANCODES) >= RESERVED


SPOTS = [(0, 0), (0, 4), (1, 1), (1, 5), (1, 1004)]


def test_left_and_right_keep_to_the_row_and_cross_to_the_other_side():
    assert beside(SPOTS, 2, 1) == 3
    assert beside(SPOTS, 3, 1) == 4
    assert beside(SPOTS, 0, -1) == 0


def test_up_and_down_find_the_nearest_cap_of_the_next_row():
    assert beyond(SPOTS, 1, 1) == 3
    assert beyond(SPOTS, 3, -1) == 1
    assert beyond(SPOTS, 3, 1) is None
