"""Two drummers at one kit, by drum and by channel."""

from __future__ import annotations

import pytest

from game.app.screens.kit_sharing import (
    channels_of,
    given_channel,
    is_by_channel,
    shared_by_channel,
    shared_by_drum,
    stepped_channel,
    with_channel,
)
from game.input.midi.kit import KitSettings

SNARE, RIDE = 38, 51


def test_a_new_kit_is_shared_by_its_drums() -> None:
    kit = KitSettings()
    assert not is_by_channel(kit)
    assert [kit.map.player(10, note) for note in (SNARE, RIDE)] == [1, 2]


def test_the_first_channel_is_for_the_first_player() -> None:
    kit = shared_by_channel(KitSettings(), [11, 10, 12])
    assert [channels_of(kit, player) for player in (1, 2)] == [(11,), (10, 12)]
    assert [kit.map.player(11, note) for note in (SNARE, RIDE)] == [1, 1]


def test_channels_that_come_later_go_to_who_has_fewer() -> None:
    kit = shared_by_channel(KitSettings(), [10])
    for channel in (3, 4, 3):
        kit = with_channel(kit, channel)
    assert kit.map.channels == {10: 1, 3: 2, 4: 1}


def test_a_kit_that_is_shared_by_drum_gives_no_channel_away() -> None:
    assert with_channel(KitSettings(), 3) == KitSettings()


def test_back_to_drums_forgets_the_channels_only() -> None:
    kit = shared_by_channel(KitSettings(), [10, 11])
    assert shared_by_drum(kit) == KitSettings()


@pytest.mark.parametrize(
    ("before", "steps", "after"),
    [(None, 1, 1), (1, 1, 2), (2, 1, 2), (2, -1, 1), (1, -1, None), (None, -1, None)],
)
def test_a_channel_is_stepped_from_its_drums_to_the_players(before, steps, after) -> None:
    kit = given_channel(KitSettings(), 5, before)
    assert stepped_channel(kit, 5, steps).map.channels.get(5) == after
