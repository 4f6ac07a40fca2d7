"""What is kept about MIDI kits, as tables of the settings file, read forgivingly."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from game.app.settings.calibration_tables import Fault
from game.charts.model import PLAYERS
from game.charts.pieces import Piece
from game.input.midi.filter_settings import PADS, RANGES, FilterSettings, PadFilter, usual
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import KitMap

NAME = "midi"
_NOTES = range(128)
_CHANNELS = range(1, 17)
_DRUMS = {piece.value: piece for piece in Piece}

T = TypeVar("T")


def read(value: object, fault: Fault) -> dict[str, KitSettings]:
    """Device -> what the file says about it; what cannot be used is left out and reported."""
    return {
        device: _read_kit(kit, f"{NAME}.{device}", fault)
        for device, kit in _table(value, NAME, fault).items()
    }


def tables(kits: Mapping[str, KitSettings]) -> dict[str, Any]:
    """The kits in values that TOML knows; `read` reads them back."""
    written = {device: _kit_table(kit) for device, kit in kits.items()}
    return {device: table for device, table in written.items() if table}


def _read_kit(value: object, place: str, fault: Fault) -> KitSettings:
    kit = _table(value, place, fault)

    def numbered(name: str, keys: range, choices: Mapping[Any, T], words: str) -> dict[int, T]:
        table = _table(kit.get(name, {}), f"{place}.{name}", fault)
        found = {}
        for key, chosen in table.items():
            if not key.isdecimal() or int(key) not in keys:
                expected = f"a number from {keys[0]} to {keys[-1]}"
                fault(f"{place}.{name}", repr(key), expected)
            elif type(chosen) not in (str, int) or chosen not in choices:
                fault(f"{place}.{name}.{key}", repr(chosen), words)
            else:
                found[int(key)] = choices[chosen]
        return found

    players = {player: player for player in PLAYERS}
    return KitSettings(
        KitMap(
            drums=numbered("drums", _NOTES, _DRUMS, "one of " + ", ".join(_DRUMS)),
            players=numbered("players", _NOTES, players, "1 or 2"),
            channels=numbered("channels", _CHANNELS, players, "1 or 2"),
        ),
        _read_filters(kit.get("filters", {}), f"{place}.filters", fault),
    )


def _read_filters(value: object, place: str, fault: Fault) -> FilterSettings:
    pads = {}
    names = {pad.value: pad for pad in PADS}
    for name, numbers in _table(value, place, fault).items():
        if name in names:
            pads[names[name]] = _read_pad(names[name], numbers, f"{place}.{name}", fault)
        else:
            fault(place, repr(name), "one of " + ", ".join(names))
    return FilterSettings(pads)


def _read_pad(pad: Piece, value: object, place: str, fault: Fault) -> PadFilter:
    changes = {}
    for name, number in _table(value, place, fault).items():
        low, high = RANGES.get(name, (0, 0))
        if name not in RANGES:
            fault(place, repr(name), "one of " + ", ".join(RANGES))
        elif type(number) is not int or not low <= number <= high:
            fault(f"{place}.{name}", repr(number), f"a whole number from {low} to {high}")
        else:
            changes[name] = number
    return dataclasses.replace(usual(pad), **changes)


def _kit_table(kit: KitSettings) -> dict[str, Any]:
    filters = {
        pad.value: dataclasses.asdict(kit.filters.of(pad)) for pad in sorted(kit.filters.pads)
    }
    table: dict[str, Any] = {
        "drums": {str(note): piece.value for note, piece in sorted(kit.map.drums.items())},
        "players": {str(note): player for note, player in sorted(kit.map.players.items())},
        "channels": {str(number): player for number, player in sorted(kit.map.channels.items())},
        "filters": filters,
    }
    return {name: value for name, value in table.items() if value}


def _table(value: object, place: str, fault: Callable[[str, str, str], None]) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    fault(place, repr(value), "a table")
    return {}
