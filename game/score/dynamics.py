"""Whether ghosts were played soft and accents loud, on devices that know how hard they are hit.

In no score: hands and pads differ too much for that. A stroke is held against the player's own
usual stroke on the same drum, so a hard hitter on a deaf pad is treated as fairly as a light hand.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.judge.verdict import HITS, Verdict

GHOST_PCT = 70
"""A ghost is soft up to this share of the usual stroke."""

ACCENT_PCT = 115
"""An accent is loud from this share of the usual stroke on."""

ACCENT_LIMIT = 120
"""No accent need be louder than this: who hits hard has little room above."""

TYPICAL_VELOCITY = 90
"""Taken as usual until the player has shown what is."""

_LEAST_PLAIN = 4
_LEAST_WRITTEN = 6


@dataclass(frozen=True, slots=True)
class DynamicsStats:
    """How many of the ghosts and accents that were hit were played as written."""

    ghosts: int
    soft: int
    accents: int
    loud: int


@dataclass(slots=True)
class Dynamics:
    """One player's strokes so far. Add every verdict of their own; rolls, flams and drags are left
    out, for there the hard stroke is not the one that takes the note."""

    notes: Sequence[TimedNote]
    """Of the timeline that was judged."""

    _plain: dict[Piece, list[int]] = field(default_factory=lambda: defaultdict(list))
    _written: dict[Piece, list[int]] = field(default_factory=lambda: defaultdict(list))
    _all_plain: list[int] = field(default_factory=list)
    _marked: list[Verdict] = field(default_factory=list)
    _velocities: set[int] = field(default_factory=set)

    def add(self, verdict: Verdict) -> None:
        """Learn from one more stroke."""
        note = self._note(verdict)
        if note is None:
            return
        self._velocities.add(verdict.velocity)
        if is_marked(note):
            self._marked.append(verdict)
            insort(self._written[note.piece], verdict.velocity)
        else:
            insort(self._plain[note.piece], verdict.velocity)
            insort(self._all_plain, verdict.velocity)

    @property
    def is_known(self) -> bool:
        """Whether the device tells strokes apart at all: keys are always equally hard."""
        return len(self._velocities) > 1

    def usual_velocity(self, piece: Piece) -> int:
        """The player's usual stroke on a drum.

        The median of its plain notes; without enough of them the middle between its soft and its
        loud half; without enough of those the median of all drums' plain notes.
        """
        plain, written = self._plain.get(piece, []), self._written.get(piece, [])
        if len(plain) >= _LEAST_PLAIN:
            return _quantile(plain, 2)
        if len(written) >= _LEAST_WRITTEN:
            return (_quantile(written, 1) + _quantile(written, 3)) // 2
        if len(self._all_plain) >= _LEAST_PLAIN:
            return _quantile(self._all_plain, 2)
        return TYPICAL_VELOCITY

    def is_as_written(self, verdict: Verdict) -> bool:
        """Whether a ghost was soft or an accent loud, by what is known of the player by now."""
        note = self._note(verdict)
        if note is None or not is_marked(note) or not self.is_known:
            return False
        usual = self.usual_velocity(note.piece)
        if note.stroke is Stroke.GHOST:
            return verdict.velocity * 100 <= usual * GHOST_PCT
        needed_pct = min(usual * ACCENT_PCT, ACCENT_LIMIT * 100)
        return verdict.velocity > usual and verdict.velocity * 100 >= needed_pct

    def stats(self) -> DynamicsStats | None:
        """All marked strokes, by what is known now; None if there is nothing to tell."""
        if not self.is_known or not self._marked:
            return None
        ghosts = [v for v in self._marked if self._is_ghost(v)]
        accents = [v for v in self._marked if not self._is_ghost(v)]
        return DynamicsStats(
            ghosts=len(ghosts),
            soft=sum(map(self.is_as_written, ghosts)),
            accents=len(accents),
            loud=sum(map(self.is_as_written, accents)),
        )

    def _is_ghost(self, verdict: Verdict) -> bool:
        note = self._note(verdict)
        return note is not None and note.stroke is Stroke.GHOST

    def _note(self, verdict: Verdict) -> TimedNote | None:
        is_stroke = verdict.grade in HITS and verdict.is_timed
        return self.notes[verdict.note] if is_stroke and verdict.note is not None else None


def dynamics_of(notes: Sequence[TimedNote], verdicts: Iterable[Verdict]) -> DynamicsStats | None:
    """How a whole play's ghosts and accents were played; None if there is nothing to tell."""
    dynamics = Dynamics(notes)
    for verdict in verdicts:
        dynamics.add(verdict)
    return dynamics.stats()


def is_marked(note: TimedNote) -> bool:
    """Whether a note says how hard it is to be struck."""
    return note.accent or note.stroke is Stroke.GHOST


def _quantile(ordered: Sequence[int], quarters: int) -> int:
    """The lower quarter, median or upper quarter of sorted numbers, between two rounded down."""
    place = (len(ordered) - 1) * quarters
    low, rest = divmod(place, 4)
    high = min(low + 1, len(ordered) - 1)
    return (ordered[low] * (4 - rest) + ordered[high] * rest) // 4
