"""What a song says about the players' offsets: a gentle step, never more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.app.play.offsets import setup_of
from game.app.play.setup import SeatSetup
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.timing.calibration import LEAST_HITS
from game.timing.offsets import Kind, find, refined, with_test

UNTESTED_US = 15_000
"""Someone who has not been tested and is off by more is told of the test."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A player's offset was moved by a song."""

    player: int
    by_us: int


@dataclass(frozen=True, slots=True)
class Untested:
    """A player without a test hits far beside the beat."""

    player: int
    median_us: int


def refine(
    settings: Settings,
    output: AudioOutput,
    seats: Iterable[SeatSetup],
    hits_us: Mapping[int, Sequence[int]],
) -> tuple[Settings, tuple[Moved | Untested, ...]]:
    """The settings after a song, and what the players should know of it.

    Args:
        hits_us: hit - note of every timed hit, in real time, by player.
    """
    calibrations = settings.calibrations
    news: list[Moved | Untested] = []
    for seat in seats:
        hits = hits_us.get(seat.player, ())
        if seat.is_bot or len(hits) < LEAST_HITS:
            continue
        setup = setup_of(output, seat.device)
        tested = find(calibrations, seat.player, setup, Kind.SOUND)
        if tested is None or tested.setup != setup:
            median_us = sorted(hits)[len(hits) // 2]
            if abs(median_us) > UNTESTED_US:
                news.append(Untested(seat.player, median_us))
        elif after := refined(tested, hits):
            news.append(Moved(seat.player, after.refined_us - tested.refined_us))
            calibrations = with_test(calibrations, after)
    return replace(settings, calibrations=calibrations), tuple(news)
