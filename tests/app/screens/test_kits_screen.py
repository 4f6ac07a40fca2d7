"""The kit screen: pads light up, are taught and adjusted, and it stays so."""

from __future__ import annotations

import pytest
from menu_rig import click, press
from pad_events import plugged, struck

from game.app.screens.base import Pop
from game.app.screens.kit_texts import DRUMS, GRID, Line
from game.app.screens.kits import KitsScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.charts.pieces import Piece
from game.input.midi.kit import KitSettings
from game.view.screens import kits as view
from game.view.widgets.area import Target

KIT = "TD-17"
MS = 1_000_000


@pytest.fixture
def screen(services: Services) -> KitsScreen:
    screen = KitsScreen(services)
    screen.enter()
    screen.handle(plugged(services, KIT, "Pad"), 0)
    return screen


def lit(screen: KitsScreen, at_ms: int = 0) -> list[Piece]:
    keys = screen.snapshot(at_ms * MS).drums
    return [drum for drum, key in zip(DRUMS, keys, strict=True) if key.is_lit]


def kept(screen: KitsScreen, device: str = KIT) -> KitSettings:
    """What the file says after leaving."""
    screen.leave()
    store = SettingsStore(screen.services.folders.settings)
    return store.settings.kits.get(device, KitSettings())


def focus(screen: KitsScreen, line: Line) -> None:
    press(screen, *["UP"] * 9, *["DOWN"] * line)


def test_a_pad_lights_up_what_it_is_and_sounds(screen):
    screen.handle(struck(KIT, 43, 77), 0)
    assert lit(screen) == [Piece.TOM3]
    assert lit(screen, at_ms=151) == []
    assert screen.sound.strikes == [(1, Piece.TOM3)]
    hit = screen.snapshot(0).hits[0]
    assert (hit.drum, hit.note, hit.velocity, hit.outcome) == ("floor", "43", 77, "heard")


def test_what_was_dropped_is_shown_with_its_reason_and_is_silent(screen):
    screen.handle(struck(KIT, 38, 5), 0)
    assert lit(screen) == []
    assert screen.sound.strikes == []
    assert [hit.outcome for hit in screen.snapshot(0).hits] == ["too soft"]


def test_the_chosen_drum_tells_what_it_has_done(screen):
    focus(screen, Line.DRUM)
    assert "Heard" not in screen.snapshot(0).word
    for number, velocity in enumerate((80, 90, 5, 100)):
        screen.handle(struck(KIT, 38, velocity, number * 1_000 * MS), 0)
    assert "Heard: 3. Left out: 1. Usual strength: 90." in screen.snapshot(0).word


def test_several_notes_are_taught_to_one_drum(screen):
    focus(screen, Line.DRUM)
    press(screen, *["RIGHT"] * ((DRUMS.index(Piece.CHINA) - DRUMS.index(Piece.SNARE)) % len(DRUMS)))
    focus(screen, Line.LEARN)
    press(screen, "RETURN")
    assert screen.snapshot(0).is_waiting
    for note in (60, 61, 57):
        screen.handle(struck(KIT, note), 0)
    assert {(hit.drum, hit.outcome) for hit in screen.snapshot(0).hits} == {("china", "heard")}
    press(screen, "RETURN")
    screen.handle(struck(KIT, 62), 0)
    assert kept(screen).map.drums == dict.fromkeys((57, 60, 61), Piece.CHINA)


def test_a_note_that_is_taught_what_it_is_anyway_needs_no_word(screen):
    press(screen, "RETURN")
    screen.handle(struck(KIT, 36), 0)
    press(screen, "RETURN")
    assert kept(screen).map.drums == {36: Piece.SNARE}
    screen.handle(struck(KIT, 60), 0)
    focus(screen, Line.DRUM)
    press(screen, *["RIGHT"] * ((DRUMS.index(Piece.KICK) - DRUMS.index(Piece.SNARE)) % len(DRUMS)))
    focus(screen, Line.LEARN)
    press(screen, "RETURN")
    screen.handle(struck(KIT, 36), 0)
    assert kept(screen).map.drums == {}


def test_pads_alone_change_nothing(screen):
    for note in (38, 36, 99, 46):
        screen.handle(struck(KIT, note), 0)
    assert kept(screen) == KitSettings()


@pytest.mark.parametrize(
    ("line", "keys", "name", "value"),
    [
        (Line.FLOOR, ["RIGHT"], "floor", 16),
        (Line.FLOOR, ["LEFT"] * 9, "floor", 1),
        (Line.MASK_MS, ["LEFT"], "mask_ms", 20),
        (Line.CROSSTALK_PCT, ["LEFT"] * 9, "crosstalk_pct", 0),
    ],
)
def test_a_pads_filters_are_turned_and_kept(screen, line, keys, name, value):
    screen.handle(struck(KIT, 38), 0)
    focus(screen, line)
    press(screen, *keys)
    filters = kept(screen).filters
    assert getattr(filters.of(Piece.SNARE), name) == value
    assert list(filters.pads) == [Piece.SNARE]


def test_a_filter_that_is_turned_back_is_as_usual(screen):
    screen.handle(struck(KIT, 38), 0)
    focus(screen, Line.MASK_MS)
    press(screen, "LEFT", "RIGHT")
    assert kept(screen) == KitSettings()


def test_a_drum_of_a_shared_kit_is_given_to_the_other(screen):
    screen.handle(struck(KIT, 38), 0)
    focus(screen, Line.PLAYER)
    press(screen, "RIGHT")
    assert kept(screen).map.players == {38: 2, 40: 2}
    press(screen, "RIGHT")
    assert kept(screen).map.players == {}


def test_the_kit_that_was_hit_is_the_one_that_is_shown(screen):
    screen.handle(struck("Pad", 38), 0)
    assert screen.snapshot(0).rows[Line.DEVICE].value == "Pad"
    focus(screen, Line.FLOOR)
    press(screen, "RIGHT")
    assert kept(screen, "Pad").filters.of(Piece.SNARE).floor == 16
    assert kept(screen, KIT) == KitSettings()


def test_a_kit_can_be_made_as_it_was(screen):
    press(screen, "RETURN")
    screen.handle(struck(KIT, 60), 0)
    press(screen, "RETURN")
    focus(screen, Line.RESET)
    press(screen, "RETURN")
    assert kept(screen) == KitSettings()


def test_without_a_kit_nothing_can_be_changed(services):
    screen = KitsScreen(services)
    screen.enter()
    press(screen, "RETURN")
    assert screen.snapshot(0).word.startswith("Plug in")
    for line in Line:
        focus(screen, line)
        press(screen, "RIGHT", "RETURN")
    assert services.settings.kits == {}


def test_escape_ends_learning_first_and_then_leaves(screen):
    press(screen, "RETURN")
    assert press(screen, "ESCAPE") is None
    assert isinstance(press(screen, "ESCAPE"), Pop)


def test_a_drum_and_a_row_can_be_clicked(screen):
    click(screen, Target(view.DRUM, DRUMS.index(Piece.KICK)))
    click(screen, Target(view.ROW, Line.FLOOR), share=0.9)
    assert kept(screen).filters.of(Piece.KICK).floor == 16


def test_every_drum_has_its_place():
    assert sorted(DRUMS) == sorted(Piece)
    assert sum(map(len, GRID)) == len(DRUMS)


def test_the_channel_that_was_hit_is_given_to_a_player(screen):
    screen.handle(struck(KIT, 38, channel=3), 0)
    focus(screen, Line.CHANNEL)
    row = screen.snapshot(0).rows[Line.CHANNEL]
    assert (row.label, row.value) == ("Channel 3", "As its drums")
    press(screen, "RIGHT", "RIGHT")
    assert kept(screen).map.channels == {3: 2}
    assert screen.snapshot(0).rows[Line.CHANNEL].value == "P2"
    press(screen, "LEFT", "LEFT")
    assert kept(screen) == KitSettings()
