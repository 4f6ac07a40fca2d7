"""The keys of both players as tables of the settings file, read forgivingly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from game.app.settings.calibration_tables import Fault
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import is_reserved, name_of, scancode_of

NAME = "keys"

_Keys = dict[str, dict[int, dict[str, str]]]


def read(value: object, fault: Fault) -> _Keys:
    """Layout -> player -> lane -> key name, such that no key plays two drums.

    What cannot be used is reported, and the usual key is there instead. Where a key would play two
    drums, that player gets all usual keys of that layout.
    """
    keys = {
        layout: {player: dict(DEFAULT_KEYS[layout][player]) for player in PLAYERS}
        for layout in LAYOUTS
    }
    section = _table(value, NAME, fault)
    for layout, players in keys.items():
        written = _table(section.get(layout, {}), f"{NAME}.{layout}", fault)
        for player, lanes in players.items():
            place = f"{NAME}.{layout}.p{player}"
            _read_lanes(lanes, _table(written.get(f"p{player}", {}), place, fault), place, fault)
    _part(keys, fault)
    return keys


def _read_lanes(
    lanes: dict[str, str], written: Mapping[str, object], place: str, fault: Fault
) -> None:
    """Put what is written in the place of the usual keys."""
    for lane, key in written.items():
        scancode = scancode_of(key) if isinstance(key, str) else None
        if lane not in lanes:
            fault(f"{place}.{lane}", "an unknown lane", ", ".join(lanes))
        elif scancode is None:
            fault(f"{place}.{lane}", repr(key), 'a key such as "A" or "SEMICOLON"')
        elif is_reserved(name_of(scancode)):
            found = f"{key!r}, which has a job of its own"
            fault(f"{place}.{lane}", found, 'a key such as "A" or "SEMICOLON"')
        else:
            lanes[lane] = name_of(scancode)


@dataclass(frozen=True, slots=True)
class _Drum:
    """A lane with its key."""

    layout: str
    player: int
    lane: str
    key: str

    @property
    def is_usual(self) -> bool:
        return self.key == DEFAULT_KEYS[self.layout][self.player][self.lane]

    @property
    def place(self) -> str:
        return f"{NAME}.{self.layout}.p{self.player}.{self.lane}"

    def clashes(self, other: _Drum) -> bool:
        """Whether one press could mean both: the two players may choose different layouts."""
        return self.key == other.key and (
            self.player != other.player or self.layout == other.layout
        )


def _part(keys: _Keys, fault: Fault) -> None:
    """Give players the usual keys of a layout until no key plays two drums.

    It ends, because usual keys never clash with each other.
    """
    while pair := _clash(keys):
        blamed, other = pair
        found = f"{blamed.key!r}, which {other.place} has as well"
        fault(blamed.place, found, "a key of its own, so the usual ones are in use there")
        usual = DEFAULT_KEYS[blamed.layout][blamed.player]
        keys[blamed.layout][blamed.player] = dict(usual)


def _clash(keys: _Keys) -> tuple[_Drum, _Drum] | None:
    """Two drums on one key; the first of them is not on its usual one."""
    drums = [
        _Drum(layout, player, lane, key)
        for layout, players in keys.items()
        for player, lanes in players.items()
        for lane, key in lanes.items()
    ]
    for first, second in combinations(drums, 2):
        if first.clashes(second):
            return (first, second) if second.is_usual else (second, first)
    return None


def _table(value: object, place: str, fault: Fault) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    fault(place, repr(value), "a table")
    return {}
