"""One player's notes against one player's presses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote
from game.judge.choice import note_for_press
from game.judge.lane import Grace, Lane, Roll
from game.judge.rules import Rules
from game.judge.verdict import Grade, Verdict
from game.judge.windows import Window, grade, note_windows
from game.timing.units import Micros

LONG_AGO_US = Micros(-(10**15))
"""The time of a judge that has seen nothing yet: before any lead-in."""


class Judge:
    """Judges at the presses' own times, however late and in whatever portions they are told.

    Its time only moves forward: notes whose window has closed expire in the order
    (due_us, at_us, lane), where due_us is the first microsecond outside the window.
    """

    def __init__(self, notes: Sequence[TimedNote], rules: Rules) -> None:
        """
        Args:
            notes: sorted by `(at_us, lane)`.
            rules: widths in song µs; a play at another speed hands in `rules.at_rate(rate_pct)`.
        """
        self.now_us = LONG_AGO_US
        self._rules = rules
        self._lanes = _lanes(notes, rules)
        windows = note_windows(notes, rules)
        for window in windows:
            self._lanes[window.lane].unjudged.append(window)
        # Sorting is stable: of notes that expire together the one that stands first goes first.
        self._expiries = sorted(windows, key=attrgetter("to_us"))
        self._next_expiry = 0
        self.verdicts: list[Verdict] = []
        """All so far, in the order in which they happened."""
        self._drained = 0

    @property
    def end_us(self) -> Micros:
        """When the last note is judged at the latest."""
        return Micros(self._expiries[-1].to_us + 1) if self._expiries else LONG_AGO_US

    def press(self, at_us: Micros, lane: str, velocity: int) -> None:
        """Judge a press, after everything that was due by then.

        It takes an open note; else it belongs to the flam or drag just struck, or to a roll; else
        it is an overhit.

        Args:
            at_us: song time, not before `now_us`.
            lane: any name; a lane without notes has only overhits.
            velocity: 1-127.

        Raises:
            ValueError: the press lies behind the judge's time.
        """
        if at_us < self.now_us:
            raise ValueError(f"a press at {at_us} µs, but all up to {self.now_us} µs is judged")
        self.advance(at_us)
        row = self._lanes[lane]
        window = note_for_press(row.unjudged, at_us, self._rules.great_us)
        if window is not None:
            self._take(window, row, at_us, velocity)
            return
        note = row.absorb(at_us)
        kind = Grade.ABSORBED
        if note is None:
            note = row.roll_at(at_us)
            kind = Grade.OVERHIT if note is None else Grade.ROLL
        self.verdicts.append(Verdict(at_us, kind, lane, note, None, velocity, False))

    def advance(self, to_us: Micros) -> None:
        """Let time pass: what is due by `to_us` is missed. Time never runs back."""
        if to_us <= self.now_us:
            return
        self.now_us = to_us
        while self._next_expiry < len(self._expiries):
            window = self._expiries[self._next_expiry]
            if window.to_us >= to_us:
                return
            self._next_expiry += 1
            # Within a lane notes expire in their own order, so an open one stands at the front.
            unjudged = self._lanes[window.lane].unjudged
            if unjudged and unjudged[0] is window:
                unjudged.popleft()
                self._miss(window)

    def drain(self) -> list[Verdict]:
        """The verdicts since the last call, in the order in which they happened."""
        fresh = self.verdicts[self._drained :]
        self._drained += len(fresh)
        return fresh

    def _take(self, window: Window, row: Lane, at_us: Micros, velocity: int) -> None:
        row.unjudged.remove(window)
        graces = window.graces
        if graces:
            row.graces.append(Grace(window.note, at_us + self._rules.grace_span_us, graces))
        offset_us = at_us - window.at_us
        kind = grade(offset_us, graces, self._rules)
        self.verdicts.append(
            Verdict(at_us, kind, window.lane, window.note, offset_us, velocity, not graces)
        )

    def _miss(self, window: Window) -> None:
        due_us = Micros(window.to_us + 1)
        self.verdicts.append(Verdict(due_us, Grade.MISS, window.lane, window.note, None, 0, False))


def _lanes(notes: Sequence[TimedNote], rules: Rules) -> defaultdict[str, Lane]:
    """The lanes with their rolls, still without their notes."""
    lanes: defaultdict[str, Lane] = defaultdict(Lane)
    roll = Stroke.ROLL
    for index, note in enumerate(notes):
        if note.stroke is roll:
            lanes[note.lane].rolls.append(
                Roll(index, note.at_us - rules.roll_early_us, note.end_us)
            )
    return lanes
