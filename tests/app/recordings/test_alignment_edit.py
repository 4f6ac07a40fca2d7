"""An alignment under the players' hands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.recordings.edit import LEAST_RATE, MOST_RATE, AlignmentEdit
from game.timing.sound_map import SoundMap

PINS = [(0, 3_000_000), (10_000_000, 13_050_000), (20_000_000, 23_000_000)]


def edit() -> AlignmentEdit:
    return AlignmentEdit(SoundMap.of(PINS))


def pins(of: AlignmentEdit) -> list[tuple[int, int]]:
    return [(pin.song_us, pin.sound_us) for pin in of.sound_map.pins]


def test_the_whole_song_moves_unless_a_pin_is_in_hand() -> None:
    moved = edit()
    moved.shift(10_000)
    assert pins(moved) == [(song_us, sound_us + 10_000) for song_us, sound_us in PINS]
    moved.step_pin()
    moved.step_pin()
    moved.shift(-1_000)
    assert pins(moved)[1] == (10_000_000, 13_059_000)


def test_pins_are_taken_in_hand_one_after_another_and_then_the_song() -> None:
    stepped = edit()
    seen = []
    for _ in range(4):
        stepped.step_pin()
        seen.append(stepped.pin)
    assert seen == [0, 1, 2, None]


def test_a_new_pin_changes_nothing_until_it_is_moved() -> None:
    pinned = edit()
    before = [pinned.sound_map.sound_us(at) for at in range(0, 20_000_000, 700_000)]
    assert pinned.pin_at(15_000_000)
    assert pinned.pin == 2
    assert [pinned.sound_map.sound_us(at) for at in range(0, 20_000_000, 700_000)] == before


def test_a_pin_beside_another_is_that_other() -> None:
    pinned = edit()
    pinned.pin_at(10_300_000)
    assert (pinned.pin, len(pins(pinned)), pinned.is_changed) == (1, 3, False)


def test_two_pins_always_stay() -> None:
    unpinned = edit()
    unpinned.step_pin()
    assert unpinned.unpin()
    unpinned.step_pin()
    assert not unpinned.unpin()
    assert len(pins(unpinned)) == 2


def test_taps_place_the_song_by_their_middle() -> None:
    tapped = edit()
    # 100 ms late, give or take, and one of them far off.
    heard_us = [3_100_000, 3_604_000, 4_100_000, 9_000_000, 5_110_000]
    tapped.place(heard_us, [0, 500_000, 1_000_000, 1_500_000, 2_000_000])
    assert pins(tapped)[0][1] == pytest.approx(3_100_000, abs=2_000)


@given(st.lists(st.tuples(st.sampled_from("spPun"), st.integers(-3_000_000, 3_000_000))))
def test_whatever_is_done_time_runs_on_and_all_of_it_is_taken_back(
    doings: list[tuple[str, int]],
) -> None:
    done = edit()
    for what, value in doings:
        {
            "s": lambda value=value: done.shift(value),
            "p": done.step_pin,
            "P": lambda value=value: done.pin_at(abs(value) * 7),
            "u": done.unpin,
            "n": done.undo,
        }[what]()
        steps = list(zip(pins(done), pins(done)[1:], strict=False))
        assert all(LEAST_RATE <= (b[1] - a[1]) / (b[0] - a[0]) <= MOST_RATE for a, b in steps)
    while done.undo():
        pass
    assert pins(done) == PINS
