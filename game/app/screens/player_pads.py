"""A player's pads as the view draws them."""

from __future__ import annotations

from collections.abc import Collection

from game.app.services import Services
from game.charts.layouts import LAYOUTS
from game.input.bindings import Binding
from game.view.widgets.kit import Key

_PAD = 5
"""From pad to pad, in the quarters in which places are told."""

_ROWS = {"kit": (("crash", "tom1", "tom2", "ride"), ("hat", "snare", "kick", "tom3"))}
"""Layouts whose pads lie around a drummer, from the far side; the others are rows of lanes."""


def pads_of(
    services: Services, player: int, layout: str, lit: Collection[Binding] = ()
) -> tuple[Key, ...]:
    """One pad a lane, in the order of `pad_lanes_of`."""
    return tuple(
        Key("", services.strings(f"lanes.{lane}"), row, place * _PAD, Binding(player, lane) in lit)
        for row, lanes in enumerate(_rows(player, layout))
        for place, lane in enumerate(lanes)
    )


def pad_lanes_of(player: int, layout: str) -> tuple[str, ...]:
    """The lanes of a layout, in the order of `pads_of`."""
    return tuple(lane for lanes in _rows(player, layout) for lane in lanes)


def _rows(player: int, layout: str) -> tuple[tuple[str, ...], ...]:
    """As on the highway: P2's lanes are mirrored."""
    lanes = tuple(LAYOUTS[layout].lanes)
    return _ROWS.get(layout) or ((lanes if player == 1 else lanes[::-1]),)
