"""The offsets of a play: each player's own, as calibrated for what they play with here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.app.play.setup import SeatSetup
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.input.raw_hit import KEYBOARD
from game.timing.offsets import Setup, common_visual_us, offsets_of
from game.timing.units import NS_PER_US

_US_PER_MS = 1_000


@dataclass(frozen=True, slots=True)
class PlayOffsets:
    """What `PlaySession` and its picture are told."""

    input_ns: Mapping[int, int]
    """By player; bots have none."""

    visual_ns: int
    calibrated: frozenset[int] = frozenset()
    """Whose input offset was measured for what they play with here."""


def play_offsets(
    settings: Settings, output: AudioOutput, seats: Iterable[SeatSetup]
) -> PlayOffsets:
    """The offsets of the players who sit here."""
    audio_offset_us = settings.playing.audio_offset_ms * _US_PER_MS
    own = {
        seat.player: offsets_of(
            settings.calibrations, seat.player, setup_of(output, seat.device), audio_offset_us
        )
        for seat in seats
        if not seat.is_bot
    }
    return PlayOffsets(
        {player: offsets.input_us * NS_PER_US for player, offsets in own.items()},
        common_visual_us(own.values(), audio_offset_us) * NS_PER_US,
        frozenset(player for player, offsets in own.items() if offsets.is_measured),
    )


def keyboard_offset_us(settings: Settings, output: AudioOutput) -> int:
    """How late presses of the first player's keys come, as measured or set."""
    seat = SeatSetup(1, "", KEYBOARD, 5, "four", "standard")
    return play_offsets(settings, output, [seat]).input_ns[1] // NS_PER_US


def setup_of(output: AudioOutput, device: str) -> Setup:
    """What a calibration of this device holds for."""
    return Setup(device, output.device, output.buffer_frames)
