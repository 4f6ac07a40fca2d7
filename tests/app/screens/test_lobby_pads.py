"""Kits in the lobby: whoever hits something sits there."""

from __future__ import annotations

from pathlib import Path

import pytest
from menu_rig import click, press, services_in
from pad_events import plugged, struck
from song_shelf import song

from game.app.screens.base import Replace
from game.app.screens.lobby import LobbyScreen
from game.app.screens.lobby_seat import Line
from game.app.screens.player_pads import pad_lanes_of, pads_of
from game.app.settings.store import SettingsStore
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.charts.pieces import Piece
from game.view.screens import lobby as view
from game.view.widgets.area import Target

SNARE, RIDE = 38, 51


@pytest.fixture
def lobby(tmp_path: Path) -> LobbyScreen:
    shown = song("Ash")
    screen = LobbyScreen(services_in(tmp_path), shown.path, shown.read())
    screen.handle(plugged(screen.services, "TD-17", "Pad"), 0)
    return screen


def devices(lobby: LobbyScreen) -> list[str]:
    """Who plays on either side, as the cards say."""
    return [card.rows[0].value for card in lobby.snapshot(0).cards]


def is_taken(lobby: LobbyScreen) -> list[bool]:
    return [card.is_taken for card in lobby.snapshot(0).cards]


def test_a_pad_joins_on_the_left_and_sounds_as_what_it_is(lobby):
    lobby.handle(struck("TD-17", RIDE), 0)
    assert devices(lobby)[0] == "TD-17"
    assert is_taken(lobby) == [True, False]
    assert lobby.sound.strikes == [(1, Piece.RIDE)]
    assert any(key.is_lit for key in lobby.snapshot(0).cards[0].keys)


def test_a_second_kit_joins_on_the_right(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    lobby.handle(struck("Pad", SNARE), 0)
    lobby.handle(struck("TD-17", RIDE), 0)
    assert devices(lobby) == ["TD-17", "Pad"]


def test_a_kit_sits_down_beside_a_keyboard(lobby):
    press(lobby, "A")
    lobby.handle(struck("TD-17", SNARE), 0)
    assert devices(lobby) == ["You, at the keyboard", "TD-17"]


def test_a_kit_takes_a_bots_seat_and_no_persons(lobby):
    press(lobby, "A", "J")
    lobby.handle(struck("TD-17", SNARE), 0)
    assert devices(lobby) == ["You, at the keyboard"] * 2


def test_what_was_not_meant_joins_nothing(lobby):
    lobby.handle(struck("TD-17", SNARE, velocity=5), 0)
    assert is_taken(lobby) == [False, False]


def test_two_share_a_kit_when_the_second_is_given_it_too(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    press(lobby, "TAB", "RIGHT")
    assert devices(lobby) == ["TD-17", "TD-17"]
    lobby.handle(struck("TD-17", RIDE), 0)
    lobby.handle(struck("TD-17", SNARE), 0)
    assert [player for player, _ in lobby.sound.strikes] == [1, 2, 1]


def test_pads_change_nothing_but_seats(lobby):
    before = lobby.snapshot(0)
    for _ in range(50):
        lobby.handle(struck("TD-17", SNARE), 0)
    after = lobby.snapshot(0)
    assert [card.rows[1:] for card in after.cards] == [card.rows[1:] for card in before.cards]
    assert lobby.sound.interface == []


def test_a_kit_that_is_pulled_out_leaves_its_seat(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    lobby.handle(plugged(lobby.services, "Pad"), 0)
    assert is_taken(lobby) == [False, False]


def test_who_sits_at_a_kit_plays_it(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    change = press(lobby, "RETURN")
    assert isinstance(change, Replace)
    seats = change.screen._setup.seats
    assert [seat.device for seat in seats] == ["midi:TD-17", "bot:0,12"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pads_of_a_layout_are_its_lanes(lobby, layout):
    for player in PLAYERS:
        assert sorted(pad_lanes_of(player, layout)) == sorted(LAYOUTS[layout].lanes)
        pads = pads_of(lobby.services, player, layout)
        assert len({(pad.row, pad.quarter) for pad in pads}) == len(pads)


def test_a_drawn_pad_sounds_when_it_is_clicked(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    place = pad_lanes_of(1, "four").index("kick")
    click(lobby, Target(view.KEYS[0], place))
    assert lobby.sound.strikes[-1] == (1, Piece.KICK)
    assert devices(lobby)[0] == "TD-17"


def shared(lobby: LobbyScreen) -> list[str]:
    """What either card says of a shared kit."""
    rows = [card.rows[Line.SHARE] for card in lobby.snapshot(0).cards]
    assert {row.label for row in rows} == {"Shared kit"}
    return [row.value for row in rows]


def share_the_kit(lobby: LobbyScreen, *channels: int) -> None:
    """Both sit at it, and the focus is on how they share it."""
    for channel in channels:
        lobby.handle(struck("TD-17", SNARE, channel=channel), 0)
    press(lobby, "TAB", "RIGHT", *["DOWN"] * Line.SHARE)


def strikers(lobby: LobbyScreen, *hits: tuple[int, int]) -> list[int]:
    """Whose drums sound by hits of channel and note."""
    before = len(lobby.sound.strikes)
    for channel, note in hits:
        lobby.handle(struck("TD-17", note, channel=channel), 0)
    return [player for player, _ in lobby.sound.strikes[before:]]


def test_only_who_shares_a_kit_is_asked_how(lobby):
    lobby.handle(struck("TD-17", SNARE), 0)
    assert {len(card.rows) for card in lobby.snapshot(0).cards} == {Line.SHARE}
    share_the_kit(lobby)
    assert shared(lobby) == ["The left half", "The right half"]
    press(lobby, *["UP"] * 9, "LEFT", "DOWN", "DOWN", "DOWN", "DOWN", "DOWN")
    assert {len(card.rows) for card in lobby.snapshot(0).cards} == {Line.SHARE}


def test_a_kit_is_shared_by_the_channels_that_are_hit(lobby):
    share_the_kit(lobby, 10, 11)
    press(lobby, "RIGHT")
    assert shared(lobby) == ["Channel 10", "Channel 11"]
    assert strikers(lobby, (10, RIDE), (11, SNARE)) == [1, 2]
    press(lobby, "LEFT")
    assert shared(lobby) == ["The left half", "The right half"]
    assert strikers(lobby, (10, RIDE), (11, SNARE)) == [2, 1]


def test_a_channel_that_is_heard_later_is_the_other_players(lobby):
    share_the_kit(lobby, 10)
    press(lobby, "RIGHT")
    assert shared(lobby) == ["Channel 10", "Hit another channel"]
    assert strikers(lobby, (3, SNARE)) == [2]
    assert shared(lobby) == ["Channel 10", "Channel 3"]


def test_the_share_is_kept(lobby):
    share_the_kit(lobby, 10, 11)
    press(lobby, "RIGHT")
    lobby.leave()
    kept = SettingsStore(lobby.services.folders.settings).settings.kits
    assert kept["TD-17"].map.channels == {10: 1, 11: 2}


def test_on_a_kit_that_is_shared_by_channel_each_player_joins_by_hitting(lobby):
    share_the_kit(lobby, 10, 11)
    press(lobby, "RIGHT")
    again = LobbyScreen(lobby.services, lobby._path, lobby._chart)
    again.handle(struck("TD-17", SNARE, channel=11), 0)
    assert is_taken(again) == [False, True]
    again.handle(struck("TD-17", SNARE, channel=10), 0)
    assert devices(again) == ["TD-17", "TD-17"]


def test_a_lonely_player_is_invited_once_and_an_empty_lobby_too(lobby):
    def said() -> list[str]:
        shown = lobby.snapshot(0)
        return [*(card.status for card in shown.cards), shown.start.text]

    assert said() == ["", "", "Hit a drum to join"]
    lobby.handle(struck("TD-17", SNARE), 0)
    assert said() == ["Ready", "Hit a drum to join", "Start with a bot"]
