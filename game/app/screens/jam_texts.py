"""What the jam screen shows of players, drums and metronome."""

from __future__ import annotations

from enum import IntEnum

from game.app.jam.kits import BOTH, Kits
from game.app.jam.metronome import Metronome
from game.app.jam.take import Take
from game.app.screens.jam_lights import JamLights
from game.app.screens.player_keys import cap
from game.app.services import Services
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.charts.pieces import Piece
from game.view.screens import jam as view
from game.view.widgets.rows import Row

_ROWS = {"kit": ("crash", "tom1", "tom2", "ride", "hat", "snare", "tom3", "kick")}
"""Layouts whose lanes stand in two rows, in P1's order; the others are one row."""

_HALF = 4
_DRUMS = frozenset({"snare", "kick", "tom", "tom1", "tom2", "tom3", "high", "low"})
_NS_PER_S = 1_000_000_000


class Line(IntEnum):
    """What can be chosen, from the top."""

    RECORD = 0
    METRONOME = 1
    TEMPO = 2
    METER = 3
    KEYS = 4
    KIT = 5


ROWS = tuple(line for line in Line if line is not Line.RECORD)


class JamTexts:
    """Says how a jam stands, in the players' language."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._strings = services.strings

    def name(self, player: int) -> str:
        return self._services.settings.player(player).name or self._strings(f"common.p{player}")

    def side(
        self, player: int, layout: str, kits: tuple[str, ...], lights: JamLights, now_ns: int
    ) -> view.Side:
        """A player's drums: all of a kit's as soon as they have one."""
        shown = "kit" if kits else layout
        caps = self._caps(player, layout, shown)
        return view.Side(
            self.name(player),
            self._devices(kits),
            tuple(
                view.Head(
                    self._strings(f"lanes.{lane}"),
                    caps.get(lane, ""),
                    lane not in _DRUMS,
                    lights.glow(player, LAYOUTS[shown].lanes[lane], now_ns),
                )
                for lane in heads_of(player, shown)
            ),
        )

    def rows(self, metronome: Metronome, layout: str, kits: Kits, chosen: Line) -> tuple[Row, ...]:
        values = {
            Line.METRONOME: self._strings(f"settings.{'on' if metronome.is_on else 'off'}"),
            Line.TEMPO: str(metronome.grid.bpm),
            Line.METER: str(metronome.grid.meter),
            Line.KEYS: self._strings(f"layouts.{layout}"),
            Line.KIT: self._owner(kits),
        }
        return tuple(
            Row(
                self._strings(f"jam.{line.name.lower()}"),
                values[line],
                line is chosen,
                is_stepped=line is not Line.KIT or kits.latest is not None,
            )
            for line in ROWS
        )

    def clock(self, length_ns: int) -> str:
        minutes, seconds = divmod(max(0, length_ns) // _NS_PER_S, 60)
        return f"{minutes}:{seconds:02}"

    def saved(self, take: Take, path: object) -> str:
        first, second = PLAYERS
        return self._strings(
            "jam.saved",
            count=len(take.hits),
            first=self.name(first),
            first_count=take.count(first),
            second=self.name(second),
            second_count=take.count(second),
            path=path,
        )

    def _devices(self, kits: tuple[str, ...]) -> str:
        if not kits:
            return self._strings("jam.keyboard")
        if len(kits) == 1:
            return self._strings("jam.keyboard_and_kit", kit=kits[0])
        return self._strings("jam.keyboard_and_kits", number=len(kits))

    def _owner(self, kits: Kits) -> str:
        if kits.latest is None:
            return self._strings("jam.kit_none")
        owner = kits.owner(kits.latest)
        return self._strings("jam.kit_both") if owner == BOTH else self.name(owner or PLAYERS[0])

    def _caps(self, player: int, layout: str, shown: str) -> dict[str, str]:
        """What stands on the key of each shown lane that has one."""
        names = self._services.settings.keys[layout][player]
        return {
            LAYOUTS[shown].lane_of(first_drum(layout, lane)): cap(self._services, name)
            for lane, name in names.items()
        }


def heads_of(player: int, layout: str) -> tuple[str, ...]:
    """The lanes of a layout as their drums stand, row by row; P2's are mirrored."""
    lanes = _ROWS.get(layout) or tuple(LAYOUTS[layout].lanes)
    if player == PLAYERS[0]:
        return lanes
    if layout in _ROWS:
        return (*lanes[:_HALF][::-1], *lanes[_HALF:][::-1])
    return lanes[::-1]


def first_drum(layout: str, lane: str) -> Piece:
    """The drum that a key of the lane sounds."""
    return LAYOUTS[layout].lanes[lane][0]
