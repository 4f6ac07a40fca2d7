"""The keys of both players, changed by pressing them."""

import pytest
from menu_rig import click, hover, press

from game.app.screens.base import Pop
from game.app.screens.keys import KeysScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.charts.pieces import Piece
from game.input.bindings import DEFAULT_KEYS
from game.view.screens import keys as view
from game.view.widgets.area import Target


@pytest.fixture
def keys(services: Services) -> KeysScreen:
    screen = KeysScreen(services)
    screen.enter()
    return screen


def caps(screen):
    return [" ".join(key.cap for key in kit) for kit in screen.snapshot(0).kits]


def focused(screen):
    return [key.cap for kit in screen.snapshot(0).kits for key in kit if key.is_focused]


def test_a_cap_is_chosen_and_takes_the_next_key(keys):
    press(keys, "RIGHT", "RETURN")
    assert keys.snapshot(0).is_waiting
    press(keys, "V")
    assert not keys.snapshot(0).is_waiting
    assert caps(keys) == ["A V D F", "J K L ;"]
    assert keys.snapshot(0).word == "P1 snare is on V now."


def test_a_key_already_in_use_is_swapped_and_that_is_said(keys):
    press(keys, "RETURN", "J")
    assert caps(keys) == ["J S D F", "A K L ;"]
    assert keys.snapshot(0).word == "P1 tom is on J now. It changed places with P2 kick."


def test_the_new_key_sounds_its_drum(keys):
    press(keys, "RETURN", "V")
    assert keys.sound.strikes == [(1, Piece.TOM1)]
    press(keys, "V")
    assert keys.sound.strikes[1:] == [(1, Piece.TOM1)]


def test_escape_keeps_the_old_key(keys):
    assert press(keys, "RETURN", "ESCAPE") is None
    assert keys.services.settings.keys == DEFAULT_KEYS
    assert not keys.snapshot(0).is_waiting


@pytest.mark.parametrize("name", ["RETURN", "TAB", "LSHIFT", "RCTRL", "LALT"])
def test_a_key_with_a_job_of_its_own_is_refused_and_another_asked_for(keys, name):
    press(keys, "RETURN", name)
    assert keys.snapshot(0).is_waiting
    assert keys.services.settings.keys == DEFAULT_KEYS
    press(keys, "V")
    assert caps(keys)[0] == "V S D F"


def test_arrows_may_be_drums(keys):
    press(keys, "RETURN", "LEFT")
    assert caps(keys)[0].split()[0] == "←"


def test_changes_are_kept(keys):
    press(keys, "RETURN", "V")
    keys.leave()
    kept = SettingsStore(keys.services.store.path)
    assert kept.faults == []
    assert kept.settings.keys["four"][1]["tom"] == "V"


def test_a_reset_needs_a_second_press(keys):
    press(keys, "RETURN", "V", "DOWN", "RETURN")
    assert caps(keys)[0] == "V S D F"
    assert keys.snapshot(0).reset.text == keys.strings("keys.reset_again")
    press(keys, "RETURN")
    assert caps(keys) == ["A S D F", "J K L ;"]


def test_tab_shows_the_next_set_of_drums(keys):
    press(keys, "TAB")
    assert caps(keys) == ["D F", "J K"]
    press(keys, "TAB")
    assert caps(keys) == ["Q W E R A S D F", "U I O P J K L ;"]


def test_arrows_go_over_the_caps_as_they_lie(keys):
    press(keys, "TAB", "TAB")
    walked = [focused(keys)]
    for name in ("RIGHT", "DOWN", "LEFT", "UP", "DOWN", "DOWN"):
        press(keys, name)
        walked.append(focused(keys))
    assert walked == [["Q"], ["W"], ["S"], ["A"], ["Q"], ["A"], []]
    press(keys, "UP")
    assert len(focused(keys)) == 1


def test_right_of_the_last_cap_of_p1_is_the_first_of_p2(keys):
    press(keys, *["RIGHT"] * 4)
    assert focused(keys) == ["J"]


def test_the_mouse_chooses_a_cap_and_a_set(keys):
    hover(keys, Target(view.KEYS[1], 2))
    assert focused(keys) == ["L"]
    click(keys, Target(view.LAYOUT, 1))
    assert caps(keys) == ["D F", "J K"]
    click(keys, Target(view.KEYS[0], 1))
    press(keys, "V")
    assert caps(keys) == ["D V", "J K"]


def test_escape_goes_back(keys):
    assert press(keys, "ESCAPE") == Pop()
