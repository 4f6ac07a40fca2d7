"""A timeline prepared for drawing, so that a frame touches only the notes in sight."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote, Timeline
from game.view.highway.geometry import NEAR, Lanes, ahead_of, nearness_of
from game.view.palette import NoteLook, note_look

HIT_NOTE = 1
MISSED_NOTE = 2
"""The values of `SeatSnapshot.judged` that change the picture."""

_PAST = -ahead_of(NEAR)
"""How long a note is seen after its time, as a share of the time for which it is seen before."""

LetterOf = Callable[[TimedNote], str]


class SeenNote(NamedTuple):
    """A note in sight."""

    note: int
    """Index in the timeline."""

    nearness: float
    is_missed: bool


class SeenRoll(NamedTuple):
    """A roll in sight: from `near` (its start) to `far` (its end)."""

    note: int
    """Index in the timeline."""

    near: float
    far: float


class Track:
    """One player's notes, lines and cues, in lists by time."""

    def __init__(
        self,
        timeline: Timeline,
        lanes: Lanes,
        palette: str,
        letter_of: LetterOf | None = None,
        is_mirrored: bool = False,
    ) -> None:
        self.timeline = timeline
        self.lanes = lanes
        self.looks = [_look(note, palette, letter_of, is_mirrored) for note in timeline.notes]
        self.offsets = [lanes.offset(note.lane) for note in timeline.notes]
        self.is_across = [note.lane in lanes.across for note in timeline.notes]
        self._times_us: list[int] = [note.at_us for note in timeline.notes]
        self._bars_us: list[int] = [bar.at_us for bar in timeline.bars]
        self._pulses_us: list[int] = sorted({p.at_us for p in timeline.pulses} - set(self._bars_us))
        self._rolls = [i for i, n in enumerate(timeline.notes) if n.stroke is Stroke.ROLL]

    def seen(self, judged: bytes, now_us: int, approach_us: int) -> list[SeenNote]:
        """The notes in sight, far ones first. What was hit is gone at once."""
        first = bisect_left(self._times_us, now_us - int(_PAST * approach_us))
        last = bisect_right(self._times_us, now_us + approach_us)
        seen = []
        for index in range(last - 1, first - 1, -1):
            state = judged[index] if index < len(judged) else 0
            if state != HIT_NOTE:
                nearness = nearness_of((self._times_us[index] - now_us) / approach_us)
                seen.append(SeenNote(index, nearness, state == MISSED_NOTE))
        return seen

    def seen_rolls(self, now_us: int, approach_us: int) -> list[SeenRoll]:
        """The rolls in sight, cut off at the hit line and at the far end."""
        seen = []
        for index in self._rolls:
            note = self.timeline.notes[index]
            if note.end_us > now_us and note.at_us < now_us + approach_us:
                start = max(0.0, (note.at_us - now_us) / approach_us)
                end = min(1.0, (note.end_us - now_us) / approach_us)
                seen.append(SeenRoll(index, nearness_of(start), nearness_of(end)))
        return seen

    def rolls(self) -> list[tuple[TimedNote, NoteLook]]:
        """All rolls with their looks."""
        return [(self.timeline.notes[index], self.looks[index]) for index in self._rolls]

    def bar_lines(self, now_us: int, approach_us: int) -> list[float]:
        """The nearness of each bar line above the hit line."""
        return _nearnesses(self._bars_us, now_us, approach_us)

    def pulse_lines(self, now_us: int, approach_us: int) -> list[float]:
        """The nearness of each pulse above the hit line that is no bar line."""
        return _nearnesses(self._pulses_us, now_us, approach_us)


def partners(first: Timeline, second: Timeline) -> dict[int, int]:
    """Notes that both players strike together: index in the first -> index in the second."""
    at = {note.at_us: index for index, note in enumerate(second.notes) if note.shared}
    return {
        index: at[note.at_us]
        for index, note in enumerate(first.notes)
        if note.shared and note.at_us in at
    }


def _look(note: TimedNote, palette: str, letter_of: LetterOf | None, is_mirrored: bool) -> NoteLook:
    look = note_look(note, palette, is_mirrored)
    return replace(look, letter=letter_of(note)) if letter_of else look


def _nearnesses(times_us: list[int], now_us: int, approach_us: int) -> list[float]:
    first = bisect_left(times_us, now_us)
    last = bisect_right(times_us, now_us + approach_us)
    return [nearness_of((at_us - now_us) / approach_us) for at_us in times_us[first:last]]
