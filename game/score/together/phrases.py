"""Phrases: stretches of a part that a player plays in one go."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from game.charts.timeline import TimedBar, TimedPulse
from game.score.together.part import Hit

LEAST_HITS = 5
LONGEST_BARS = 4
REST_PULSES = 2
"""A longer way from one note hit to the next is a rest."""

_ROUNDED_US = 4
"""Times are whole microseconds, so that two pulses may seem a little longer than twice one."""


def phrases(
    hits: Sequence[Hit], bars: Sequence[TimedBar], pulses: Sequence[TimedPulse]
) -> Iterator[tuple[Hit, ...]]:
    """The hits, split at rests and every four bars; what is too short to tell a tempo is left out.

    Args:
        hits: in the order of time.
        bars: of the song.
        pulses: of the song.
    """
    bars_us = [bar.at_us for bar in bars]
    pulses_us = [pulse.at_us for pulse in pulses]

    def stretch(hit: Hit) -> int:
        return (bisect_right(bars_us, hit.at_us) - 1) // LONGEST_BARS

    phrase: list[Hit] = []
    for hit in hits:
        if phrase and (
            stretch(hit) != stretch(phrase[-1]) or _rested(phrase[-1].at_us, hit.at_us, pulses_us)
        ):
            yield from _long_enough(phrase)
            phrase = []
        phrase.append(hit)
    yield from _long_enough(phrase)


def _long_enough(phrase: Sequence[Hit]) -> Iterator[tuple[Hit, ...]]:
    if len(phrase) >= LEAST_HITS:
        yield tuple(phrase)


def _rested(from_us: int, to_us: int, pulses_us: Sequence[int]) -> bool:
    """Whether more than two pulses, as long as the one they begin in, lie between two times."""
    if len(pulses_us) < 2:
        return False
    after = min(max(1, bisect_right(pulses_us, from_us)), len(pulses_us) - 1)
    pulse_us = pulses_us[after] - pulses_us[after - 1]
    return to_us - from_us > REST_PULSES * pulse_us + _ROUNDED_US
