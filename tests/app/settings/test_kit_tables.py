"""MIDI kits in the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.settings import kit_tables
from game.app.settings.store import SettingsStore
from game.app.settings.values import Settings
from game.charts.pieces import Piece
from game.input.midi.filter_settings import FilterSettings, PadFilter
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import KitMap

KIT = KitSettings(
    KitMap(drums={60: Piece.CHINA, 38: Piece.KICK}, players={43: 1}, channels={11: 2}),
    FilterSettings({Piece.SNARE: PadFilter(floor=20, mask_ms=0)}),
)
WRITTEN = """\
version = 1

[midi."Pad \\"X\\" (2)".drums]
38 = "kick"
60 = "china"

[midi."Pad \\"X\\" (2)".players]
43 = 1

[midi."Pad \\"X\\" (2)".channels]
11 = 2

[midi."Pad \\"X\\" (2)".filters.snare]
floor = 20
mask_ms = 0
"""
DEVICE = 'Pad "X" (2)'


def test_what_a_person_writes_by_hand_is_read(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    store = SettingsStore(path)
    assert store.faults == []
    assert store.settings.kits == {DEVICE: KIT}


def test_kits_come_back_as_they_were_kept_and_go_when_they_are_forgotten(tmp_path: Path):
    store = SettingsStore(tmp_path / "settings.toml")
    assert store.save(Settings(kits={DEVICE: KIT, "TD-17": KitSettings()})) is None
    assert SettingsStore(store.path).settings.kits == {DEVICE: KIT}
    assert store.save(Settings()) is None
    assert SettingsStore(store.path).settings.kits == {}
    assert "midi" not in store.path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("value", "place", "found"),
    [
        (3, "midi", "3"),
        ({"TD": 3}, "midi.TD", "3"),
        ({"TD": {"drums": {"128": "kick"}}}, "midi.TD.drums", "'128'"),
        ({"TD": {"drums": {"x": "kick"}}}, "midi.TD.drums", "'x'"),
        ({"TD": {"drums": {"38": "gong"}}}, "midi.TD.drums.38", "'gong'"),
        ({"TD": {"players": {"38": 3}}}, "midi.TD.players.38", "3"),
        ({"TD": {"players": {"38": True}}}, "midi.TD.players.38", "True"),
        ({"TD": {"players": {"38": [1]}}}, "midi.TD.players.38", "[1]"),
        ({"TD": {"channels": {"0": 1}}}, "midi.TD.channels", "'0'"),
        ({"TD": {"filters": {"rim": {}}}}, "midi.TD.filters", "'rim'"),
        ({"TD": {"filters": {"snare": {"floor": 0}}}}, "midi.TD.filters.snare.floor", "0"),
        ({"TD": {"filters": {"snare": {"flor": 9}}}}, "midi.TD.filters.snare", "'flor'"),
        ({"TD": {"filters": {"snare": {"floor": 1.5}}}}, "midi.TD.filters.snare.floor", "1.5"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(value, place, found):
    faults = []
    kits = kit_tables.read(value, lambda *fault: faults.append(fault))
    assert [fault[:2] for fault in faults] == [(place, found)]
    assert kits.get("TD", KitSettings()).map == KitMap()


def test_an_unusable_value_leaves_its_neighbours_in_use():
    drums = {"38": "gong", "40": "rim"}
    kits = kit_tables.read({"TD": {"drums": drums}}, lambda *_: None)
    assert kits["TD"].map.drums == {40: Piece.RIM}
