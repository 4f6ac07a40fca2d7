"""Giving a lane another key, so that no key ever plays two drums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.charts.model import PLAYERS
from game.input.bindings import KeyMap

Keys = Mapping[str, Mapping[int, KeyMap]]
"""Layout -> player -> lane -> key name."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Who had the key before, and has got the other one for it."""

    player: int
    lane: str


def remapped(
    keys: Keys, layout: str, player: int, lane: str, name: str
) -> tuple[Keys, Swap | None]:
    """The keys with `name` on a lane.

    A key that another lane of the player's has in this layout changes places with the old one. A
    key of the partner's, in any layout, does so throughout: the two may choose different layouts,
    and still no key is both players'.
    """
    old = keys[layout][player][lane]
    if name == old:
        return keys, None
    partner = next(other for other in PLAYERS if other != player)
    for other_layout in (layout, *keys):
        owner = _lane_of(keys[other_layout][partner], name)
        if owner is not None:
            return _exchanged(keys, old, name), Swap(partner, owner)
    owner = _lane_of(keys[layout][player], name)
    own = {**keys[layout][player], lane: name}
    if owner is not None:
        own[owner] = old
    changed = {**keys, layout: {**keys[layout], player: own}}
    return changed, Swap(player, owner) if owner else None


def _lane_of(keys: KeyMap, name: str) -> str | None:
    return next((lane for lane, key in keys.items() if key == name), None)


def _exchanged(keys: Keys, first: str, second: str) -> Keys:
    """All keys, with two of them in each other's place everywhere."""
    other = {first: second, second: first}
    return {
        layout: {
            player: {lane: other.get(name, name) for lane, name in lanes.items()}
            for player, lanes in players.items()
        }
        for layout, players in keys.items()
    }
