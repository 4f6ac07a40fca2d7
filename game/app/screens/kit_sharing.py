"""Two drummers at one kit: which of them plays what, by drum or by channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.charts.model import PLAYERS
from game.input.midi.kit import KitSettings

USUAL_CHANNEL = 10


def is_by_channel(kit: KitSettings) -> bool:
    return bool(kit.map.channels)


def shared_by_drum(kit: KitSettings) -> KitSettings:
    """The kit with each drum played by one of the two, whatever its channel."""
    return replace(kit, map=replace(kit.map, channels={}))


def shared_by_channel(kit: KitSettings, heard: Sequence[int]) -> KitSettings:
    """The kit with the first of the channels that were heard for P1, and the others for P2."""
    channels = tuple(heard) or (USUAL_CHANNEL,)
    whose = dict.fromkeys(channels, PLAYERS[1]) | {channels[0]: PLAYERS[0]}
    return replace(kit, map=replace(kit.map, channels=whose))


def with_channel(kit: KitSettings, channel: int) -> KitSettings:
    """A kit that is shared by channel, with one more: it goes to whoever has fewer."""
    if not is_by_channel(kit) or channel in kit.map.channels:
        return kit
    player = min(PLAYERS, key=lambda player: len(channels_of(kit, player)))
    return given_channel(kit, channel, player)


def channels_of(kit: KitSettings, player: int) -> tuple[int, ...]:
    """The channels that are this player's."""
    return tuple(sorted(each for each, whose in kit.map.channels.items() if whose == player))


def given_channel(kit: KitSettings, channel: int, player: int | None) -> KitSettings:
    """The kit with a channel that is this player's; None: its drums say whose it is."""
    channels = {each: whose for each, whose in kit.map.channels.items() if each != channel}
    if player is not None:
        channels[channel] = player
    return replace(kit, map=replace(kit.map, channels=channels))


def stepped_channel(kit: KitSettings, channel: int, steps: int) -> KitSettings:
    """The next or the former of: as its drums, P1, P2; the same at the end."""
    choices = (None, *PLAYERS)
    index = choices.index(kit.map.channels.get(channel)) + steps
    return given_channel(kit, channel, choices[max(0, min(len(choices) - 1, index))])
