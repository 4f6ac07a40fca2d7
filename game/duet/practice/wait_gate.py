"""Wait for both: the song goes no further than the first note that somebody still has to strike."""

from __future__ import annotations

from collections.abc import Sequence

from game.charts.pieces import Stroke
from game.charts.timeline import Timeline
from game.judge.verdict import Verdict
from game.timing.units import Micros


class WaitGate:
    """One player's notes, in their order; rolls are waited for by nobody."""

    def __init__(self, timeline: Timeline) -> None:
        self.player = timeline.player
        self._notes = timeline.notes
        self._is_done = [note.stroke is Stroke.ROLL for note in timeline.notes]
        self._heard = 0
        self._next = 0

    def due_us(self, verdicts: Sequence[Verdict]) -> Micros | None:
        """Where the song has to wait; None once all is struck.

        Args:
            verdicts: the player's so far, from the first; the sequence only ever grows.
        """
        for verdict in verdicts[self._heard :]:
            if verdict.note is not None:
                self._is_done[verdict.note] = True
        self._heard = len(verdicts)
        while self._next < len(self._notes) and self._is_done[self._next]:
            self._next += 1
        return self._notes[self._next].at_us if self._next < len(self._notes) else None
