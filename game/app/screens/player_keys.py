"""A player's keys as the view draws them."""

from __future__ import annotations

from collections.abc import Collection

from game.app.screens.key_places import places_of
from game.app.services import Services
from game.input.bindings import Binding
from game.view.widgets.kit import Key

_SIGNS = {"UP": "↑", "DOWN": "↓", "LEFT": "←", "RIGHT": "→"}


def cap(services: Services, name: str) -> str:
    """What stands on a key."""
    return _SIGNS.get(name) or services.keyboard.cap(name)


def keys_of(
    services: Services,
    player: int,
    layout: str,
    lit: Collection[Binding] = (),
    focused_lane: str | None = None,
) -> tuple[Key, ...]:
    """One key a lane, in the order of `lanes_of`, where they lie on the keyboard."""
    names = services.settings.keys[layout][player]
    places = places_of(tuple(names.values()))
    return tuple(
        Key(
            cap(services, name),
            services.strings(f"lanes.{lane}"),
            place.row,
            place.quarter,
            is_lit=Binding(player, lane) in lit,
            is_focused=lane == focused_lane,
        )
        for (lane, name), place in zip(names.items(), places, strict=True)
    )


def lanes_of(services: Services, player: int, layout: str) -> tuple[str, ...]:
    """The lanes of a player in a layout, in the order of `keys_of`."""
    return tuple(services.settings.keys[layout][player])


def caps_of(services: Services, player: int, layout: str) -> tuple[tuple[str, str], ...]:
    """(lane, what stands on its key) of a player, in the order of `lanes_of`."""
    names = services.settings.keys[layout][player]
    return tuple((lane, cap(services, name)) for lane, name in names.items())
