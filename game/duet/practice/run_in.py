"""One time round: the bars, and the bar before them in which the players get ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.charts.count_in import resume_from_us
from game.charts.timeline import Timeline
from game.duet.practice.bars import Bars, span_us

READY_US = 1_500_000
"""At least this much real time passes before the first bar."""


@dataclass(frozen=True, slots=True)
class Round:
    """Song times of one time round."""

    start_us: int
    """Where the song begins to be heard: a bar line, if there is one."""

    from_us: int
    """Where the bars to practise begin."""

    to_us: int
    """Where they end, and the next time round begins at once."""

    sticks_us: tuple[int, ...]
    """The pulses from `start_us` on that lie before the bars."""


def round_of(
    timeline: Timeline,
    bars: Bars,
    rate_pct: int = 100,
    counted_us: Sequence[int] = (),
    *,
    runs_in: bool = True,
) -> Round:
    """What is played each time round.

    Args:
        counted_us: the song's own count-in, before song time 0.
        runs_in: False begins at the bars themselves.
    """
    from_us, to_us = span_us(timeline, bars)
    if not runs_in:
        return Round(from_us, from_us, to_us, ())
    start_us: int = resume_from_us(timeline, from_us, READY_US * rate_pct // 100)
    if counted_us and from_us <= 0:
        start_us = min(start_us, counted_us[0])
    pulses_us = (*counted_us, *(pulse.at_us for pulse in timeline.pulses))
    sticks_us = tuple(at_us for at_us in pulses_us if start_us <= at_us < from_us)
    return Round(start_us, from_us, to_us, sticks_us)


def cut(timeline: Timeline, played: Round) -> Timeline:
    """The timeline with no other notes than those of the bars."""
    inside = (note for note in timeline.notes if played.from_us <= note.at_us < played.to_us)
    return replace(timeline, notes=tuple(inside))
