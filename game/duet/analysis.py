"""What a finished play leaves for its results: each hit, the pairs, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from game.charts.timeline import Timeline
from game.duet.duet import Duet
from game.duet.practice.trouble import Trouble, trouble_of
from game.duet.seat import Seat
from game.judge.rules import Rules
from game.score.dynamics import DynamicsStats, dynamics_of
from game.score.lane_stats import LaneStats, lane_stats
from game.score.together.estimate import constant_gap_us
from game.score.together.part import Hit
from game.score.together.played_pair import PlayedPair, gaps_us
from game.score.together.report import Report, report_of


@dataclass(frozen=True, slots=True)
class PlayerAnalysis:
    """What one player played themselves."""

    player: int
    rules: Rules
    errors_us: tuple[Fraction, ...]
    """hit - note of all timed hits under the player's own rules, in real time."""

    lanes: tuple[LaneStats, ...]
    dynamics: DynamicsStats | None
    """None for keys, which are always equally hard, and for parts without ghosts and accents."""

    hits: tuple[Hit, ...]
    """The moments hit, as Together hears them, in the order of time; errors in real time."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A play of two, over and done with."""

    report: Report
    players: tuple[PlayerAnalysis, ...]
    """In the order of the seats."""

    pairs: tuple[PlayedPair, ...]
    """Those that count, in the order of the song."""

    constant_us: Mapping[int, float]
    """By player: what is not their doing in their errors, where not both are calibrated; else 0."""

    song: Timeline
    """For sections, bars and the end: the same for both."""

    trouble: Trouble = field(default_factory=Trouble)
    """The bars that are worth another try."""


def analysis_of(duet: Duet) -> Analysis | None:
    """The analysis of a play; None unless it has two seats."""
    playing = duet.together()
    if playing is None:
        return None
    first, second = playing.timelines
    constant_us = constant_gap_us(gaps_us(playing.played)) if playing.is_relative else 0.0
    return Analysis(
        report=report_of(playing),
        players=tuple(
            _player(duet, seat, playing.parts[seat.player].hits()) for seat in duet.seats
        ),
        pairs=tuple(playing.played),
        constant_us={first.player: constant_us, second.player: 0.0},
        song=first,
        trouble=trouble_of(duet),
    )


def _player(duet: Duet, seat: Seat, hits: tuple[Hit, ...]) -> PlayerAnalysis:
    offsets_us = duet.tally(seat.player).offsets_us
    verdicts = duet.own_verdicts(seat.player)
    return PlayerAnalysis(
        player=seat.player,
        rules=seat.rules,
        errors_us=tuple(Fraction(offset_us * 100, duet.rate_pct) for offset_us in offsets_us),
        lanes=lane_stats(seat.timeline, verdicts, duet.rate_pct),
        dynamics=dynamics_of(seat.timeline.notes, verdicts),
        hits=hits,
    )
