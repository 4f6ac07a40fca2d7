"""One player's play, counted lane by lane and drum by drum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import Timeline
from game.judge.verdict import HITS, Grade, Verdict
from game.score.offsets import median_offset_us, sd_offset_us


@dataclass(frozen=True, slots=True)
class PadStats:
    """What became of the notes of one lane, or of one drum of it. All errors are in real µs."""

    hits: int
    misses: int
    early: int
    """Hits before their note and outside PERFECT."""

    late: int
    """Hits behind their note and outside PERFECT."""

    mean_offset_us: int | None
    """Over the timed hits (never those of flams and drags); None without any."""

    median_offset_us: int | None
    sd_offset_us: int | None
    """Of a sample, over the same hits; 0 for one hit, None without any."""

    median_velocity: int | None
    """Over all hits, 1-127; None without any."""

    @property
    def notes(self) -> int:
        """How many notes were judged, rolls aside."""
        return self.hits + self.misses


@dataclass(frozen=True, slots=True)
class PieceStats:
    """What became of the notes of one drum."""

    piece: Piece
    stats: PadStats


@dataclass(frozen=True, slots=True)
class LaneStats:
    """What became of the notes and presses of one lane."""

    lane: str
    stats: PadStats
    overhits: int
    roll_hits: int
    pieces: tuple[PieceStats, ...]
    """The drums that were judged in this lane, in the layout's order."""


def lane_stats(
    timeline: Timeline, verdicts: Iterable[Verdict], rate_pct: int = 100
) -> tuple[LaneStats, ...]:
    """The counts of every lane of the timeline's layout, in its order, even of those not played.

    Args:
        timeline: what was judged.
        verdicts: those of the player alone, without a stand-in's, as `Duet.own_verdicts` gives.
        rate_pct: the speed of the song, to say its errors in real time.
    """
    by_lane: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_lane[verdict.lane].append(verdict)
    return tuple(
        _lane(timeline, lane, pieces, by_lane[lane], rate_pct)
        for lane, pieces in LAYOUTS[timeline.layout].lanes.items()
    )


def _lane(
    timeline: Timeline,
    lane: str,
    pieces: Iterable[Piece],
    verdicts: Sequence[Verdict],
    rate_pct: int,
) -> LaneStats:
    by_piece: dict[Piece, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if _is_of_a_note(timeline, verdict) and verdict.note is not None:
            by_piece[timeline.notes[verdict.note].piece].append(verdict)
    return LaneStats(
        lane,
        _stats([verdict for own in by_piece.values() for verdict in own], rate_pct),
        overhits=sum(verdict.grade is Grade.OVERHIT for verdict in verdicts),
        roll_hits=sum(verdict.grade is Grade.ROLL for verdict in verdicts),
        pieces=tuple(
            PieceStats(piece, _stats(by_piece[piece], rate_pct))
            for piece in pieces
            if piece in by_piece
        ),
    )


def _is_of_a_note(timeline: Timeline, verdict: Verdict) -> bool:
    if verdict.note is None or timeline.notes[verdict.note].stroke is Stroke.ROLL:
        return False
    return verdict.grade in HITS or verdict.grade is Grade.MISS


def _stats(verdicts: Sequence[Verdict], rate_pct: int) -> PadStats:
    hits = [verdict for verdict in verdicts if verdict.grade in HITS]
    beside = [v.offset_us or 0 for v in hits if v.grade is not Grade.PERFECT]
    errors_us = [
        round(Fraction(verdict.offset_us * 100, rate_pct))
        for verdict in hits
        if verdict.is_timed and verdict.offset_us is not None
    ]
    return PadStats(
        hits=len(hits),
        misses=len(verdicts) - len(hits),
        early=sum(offset_us < 0 for offset_us in beside),
        late=sum(offset_us > 0 for offset_us in beside),
        mean_offset_us=round(Fraction(sum(errors_us), len(errors_us))) if errors_us else None,
        median_offset_us=median_offset_us(errors_us),
        sd_offset_us=sd_offset_us(errors_us),
        median_velocity=median_offset_us([verdict.velocity for verdict in hits]),
    )
