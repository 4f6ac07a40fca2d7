"""The result of a play, as replays and tools write it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from game.duet.duet import Duet
from game.duet.seat import Seat
from game.judge.verdict import Grade
from game.score.offsets import median_offset_us, sd_offset_us


@dataclass(frozen=True, slots=True)
class PlayerResult:
    """What one player played. What a stand-in played is in none of the numbers."""

    player: int
    level: int
    layout: str
    score: int
    perfect: int
    great: int
    good: int
    miss: int
    overhits: int
    roll_hits: int
    max_combo: int
    notes: int
    """Those that count, rolls aside: the sum of the four grades once the song is over."""

    median_offset_us: int | None
    """Over all timed hits, in real µs; None without any."""

    sd_offset_us: int | None
    """Of a sample, over the same hits; 0 for one hit, None without any."""


@dataclass(frozen=True, slots=True)
class TogetherResult:
    """How closely the two timings match. `Estimate` says what the numbers mean."""

    score: int | None = None
    low: int | None = None
    high: int | None = None
    pairs: int = 0
    typical_gap_us: int | None = None
    relative: bool = False
    """Whether a constant gap was taken out, because not both players were calibrated."""


@dataclass(frozen=True, slots=True)
class DuetResult:
    """The result of a play."""

    digest: str
    """Of the chart."""

    players: tuple[PlayerResult, ...]
    duet_score: int
    together: TogetherResult = field(default_factory=TogetherResult)

    def to_json(self) -> dict[str, Any]:
        """Plain dicts, lists, strings, integers and nulls."""
        return {**asdict(self), "players": [asdict(player) for player in self.players]}


def result_of(duet: Duet, digest: str = "") -> DuetResult:
    """The result so far; after `duet.finish()`, of the whole song."""
    players = tuple(_player_result(duet, seat) for seat in duet.seats)
    return DuetResult(digest, players, duet.score(), _together_result(duet))


def _player_result(duet: Duet, seat: Seat) -> PlayerResult:
    tally = duet.tally(seat.player)
    offsets_us = [_real_us(offset, duet.rate_pct) for offset in tally.offsets_us]
    return PlayerResult(
        player=seat.player,
        level=seat.timeline.level,
        layout=seat.timeline.layout,
        score=tally.score,
        perfect=tally.counts[Grade.PERFECT],
        great=tally.counts[Grade.GREAT],
        good=tally.counts[Grade.GOOD],
        miss=tally.counts[Grade.MISS],
        overhits=tally.counts[Grade.OVERHIT],
        roll_hits=tally.counts[Grade.ROLL],
        max_combo=tally.max_combo,
        notes=tally.notes,
        median_offset_us=median_offset_us(offsets_us),
        sd_offset_us=sd_offset_us(offsets_us),
    )


def _together_result(duet: Duet) -> TogetherResult:
    playing = duet.together()
    if playing is None:
        return TogetherResult()
    known = playing.estimate()
    return TogetherResult(
        score=known.score,
        low=known.low,
        high=known.high,
        pairs=known.pairs,
        typical_gap_us=known.typical_gap_us,
        relative=playing.is_relative,
    )


def _real_us(song_us: int, rate_pct: int) -> int:
    return song_us if rate_pct == 100 else round(Fraction(song_us * 100, rate_pct))
