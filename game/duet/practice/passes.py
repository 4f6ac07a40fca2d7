"""How each time round went, and at what speed the next one goes."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, median

from game.duet.duet import Duet
from game.judge.verdict import HITS
from game.score.together.estimate import constant_gap_us
from game.score.together.played_pair import gaps_us

STEP_PCT = 5
SLOWEST_PCT = 40
FASTEST_PCT = 150
_LEAST_PAIRS = 4


@dataclass(frozen=True, slots=True)
class PlayerPass:
    """One player's part of one time round."""

    player: int
    hits: int
    notes: int
    mean_error_us: int | None
    """hit - note in real time, over all timed hits; None without any."""

    def reaches(self, threshold_pct: int) -> bool:
        """Whether so many of the notes were hit; a part without notes is no obstacle."""
        return self.hits * 100 >= threshold_pct * self.notes


@dataclass(frozen=True, slots=True)
class Pass:
    """One time round."""

    rate_pct: int
    players: tuple[PlayerPass, ...]
    together: int | None
    """Together; None for so few pairs that it says nothing."""

    gap_us: int | None
    """The typical gap between the two in real time; None with hardly any pair."""

    @property
    def hit_pct(self) -> int:
        """The share of all notes that were hit, rounded down."""
        notes = sum(each.notes for each in self.players)
        return sum(each.hits for each in self.players) * 100 // notes if notes else 0

    def reaches(self, threshold_pct: int) -> bool:
        """Whether both hit so many of their notes, and there were any."""
        has_notes = any(each.notes for each in self.players)
        return has_notes and all(each.reaches(threshold_pct) for each in self.players)


def pass_of(duet: Duet) -> Pass:
    """Count what was played, once it is all judged."""
    together = duet.together()
    estimate = together.estimate() if together else None
    return Pass(
        duet.rate_pct,
        tuple(_player(duet, seat.player) for seat in duet.seats),
        estimate.score if estimate else None,
        _gap_us(duet),
    )


def next_rate_pct(rate_pct: int, played: Pass, threshold_pct: int | None) -> int:
    """The speed of the next time round: a step up once both have reached the threshold.

    It rises to the song's own speed and stops there, unless it was above it already.

    Args:
        threshold_pct: None: it stays as it is.
    """
    if threshold_pct is None or not played.reaches(threshold_pct):
        return rate_pct
    most_pct = 100 if rate_pct <= 100 else FASTEST_PCT
    return min(most_pct, rate_pct + STEP_PCT)


def stepped_rate_pct(rate_pct: int, steps: int) -> int:
    """A speed some steps up or down, on the grid of steps."""
    onto = rate_pct // STEP_PCT if steps > 0 else -(-rate_pct // STEP_PCT)
    return max(SLOWEST_PCT, min(FASTEST_PCT, (onto + steps) * STEP_PCT))


def _player(duet: Duet, player: int) -> PlayerPass:
    tally = duet.tally(player)
    offsets_us = tally.offsets_us
    mean_us = round(fmean(offsets_us) * 100 / duet.rate_pct) if offsets_us else None
    hits = sum(tally.counts[grade] for grade in HITS)
    return PlayerPass(player, hits, tally.notes, mean_us)


def _gap_us(duet: Duet) -> int | None:
    together = duet.together()
    gaps = gaps_us(together.played) if together else []
    if together is None or len(gaps) < _LEAST_PAIRS:
        return None
    centre_us = constant_gap_us(gaps) if together.is_relative else 0.0
    return round(median(abs(gap - centre_us) for gap in gaps))
