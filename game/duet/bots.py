"""Bots: players that are computed. A bot only makes events; the judge knows nothing of it."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from random import Random
from statistics import NormalDist

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote
from game.duet.bot_spec import BotSpec
from game.duet.events import InputEvent
from game.duet.seat import Seat
from game.judge.judge import LONG_AGO_US
from game.judge.verdict import Verdict
from game.judge.windows import note_windows
from game.timing.units import Micros

REACTION_US = 100_000
"""A bot hears its partner until this long before it strikes."""

ROLL_STEP_US = 120_000
"""About a sixteenth: how often a bot strikes during a roll."""

_SMALLEST_CHANCE = 2.0**-53
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class _Strike:
    """Presses that the bot plans to make together. All times in song µs."""

    note_us: int
    """Where the notes stand."""

    decide_us: int
    """Until then it hears its partner; it never strikes earlier."""

    aim_us: int
    """When it would strike without a partner."""

    gain: float
    presses: tuple[tuple[str, int], ...]
    """Lane and velocity."""


class Bot:
    """Plays one seat.

    All notes of one time are one moment and get one error: its offset, its share of the partner's
    latest error, and noise drawn in advance, so that the same seed plays the same however often it
    is asked. Rolls are struck evenly, and never where a note of the lane could be taken.
    """

    def __init__(
        self,
        seat: Seat,
        spec: BotSpec,
        seed: int,
        rate_pct: int = 100,
        start_us: Micros = LONG_AGO_US,
    ) -> None:
        """
        Args:
            seed: of the play; the bot's own stream is derived from it and its player's number.
            rate_pct: the speed of the song; a bot's errors are real time.
            start_us: a stand-in plays only what lies at or after this song time.
        """
        self.player = seat.player
        strikes = (*_moments(seat, spec, seed, rate_pct), *_rolls(seat, rate_pct))
        mine = (strike for strike in strikes if strike.note_us >= start_us)
        self._strikes = deque(sorted(mine, key=attrgetter("decide_us")))
        self._struck_us: int = start_us
        self._heard = 0
        self._heard_us: list[int] = []
        self._errors_us: list[int] = []

    def next(self, now_us: int, partner: Sequence[Verdict] = ()) -> tuple[InputEvent, ...]:
        """The presses that fall due by `now_us`, in the order of time; each is given once.

        Args:
            now_us: the song time reached.
            partner: the partner's verdicts so far, from the first; the sequence only ever grows.
        """
        events: list[InputEvent] = []
        while (upcoming := self._upcoming(partner)) and upcoming[0] <= now_us:
            self._struck_us, index = upcoming
            strike = self._strikes[index]
            del self._strikes[index]
            events += (
                InputEvent(Micros(self._struck_us), self.player, lane, velocity)
                for lane, velocity in strike.presses
            )
        return tuple(events)

    def wake_us(self, partner: Sequence[Verdict] = ()) -> Micros | None:
        """When it strikes next, as far as is known now; None when it is done."""
        upcoming = self._upcoming(partner)
        return Micros(upcoming[0]) if upcoming else None

    def stop(self, end_us: Micros) -> None:
        """Leave all notes at or after this song time to somebody else."""
        self._strikes = deque(strike for strike in self._strikes if strike.note_us < end_us)

    def _upcoming(self, partner: Sequence[Verdict]) -> tuple[int, int] | None:
        """Song time and place in the queue of the earliest strike."""
        self._listen(partner)
        earliest: tuple[int, int] | None = None
        for index, strike in enumerate(self._strikes):
            if earliest and earliest[0] <= strike.decide_us:
                break
            at_us = self._strike_us(strike)
            if earliest is None or at_us < earliest[0]:
                earliest = (at_us, index)
        return earliest

    def _strike_us(self, strike: _Strike) -> int:
        # What was heard late may call for an earlier strike than one that is made already.
        aim_us = strike.aim_us
        if strike.gain:
            aim_us += round(strike.gain * self._error_before_us(strike.decide_us))
        return max(self._struck_us, strike.decide_us, aim_us)

    def _error_before_us(self, decide_us: int) -> int:
        """The partner's latest error, made by the time of decision; at first none."""
        index = bisect_right(self._heard_us, decide_us)
        return self._errors_us[index - 1] if index else 0

    def _listen(self, partner: Sequence[Verdict]) -> None:
        for index in range(self._heard, len(partner)):
            verdict = partner[index]
            if verdict.is_timed and verdict.offset_us is not None:
                self._heard_us.append(verdict.at_us)
                self._errors_us.append(verdict.offset_us)
        self._heard = len(partner)


def _moments(seat: Seat, spec: BotSpec, seed: int, rate_pct: int) -> Iterator[_Strike]:
    random = Random(2 * seed + seat.player)
    song_us_per_ms = 10 * rate_pct
    reaction_us = REACTION_US * rate_pct // 100
    notes = (note for note in seat.timeline.notes if note.stroke is not Stroke.ROLL)
    for at_us, together in groupby(notes, key=attrgetter("at_us")):
        # inv_cdf is open at 0, which random() can return.
        noise = _NORMAL.inv_cdf(max(random.random(), _SMALLEST_CHANCE))
        error_us = round((spec.offset_ms + spec.spread_ms * noise) * song_us_per_ms)
        yield _Strike(
            note_us=at_us,
            decide_us=at_us - max(reaction_us, -error_us),
            aim_us=at_us + error_us,
            gain=spec.follow_gain,
            presses=tuple((note.lane, _velocity(note)) for note in together),
        )


def _rolls(seat: Seat, rate_pct: int) -> Iterator[_Strike]:
    windows = note_windows(seat.timeline.notes, seat.rules.at_rate(rate_pct))
    step_us = ROLL_STEP_US * rate_pct // 100
    for roll in seat.timeline.notes:
        if roll.stroke is not Stroke.ROLL:
            continue
        within = [
            range(window.from_us, window.to_us + 1)
            for window in windows
            if window.lane == roll.lane
            and window.to_us >= roll.at_us
            and window.from_us <= roll.end_us
        ]
        for at_us in range(roll.at_us, roll.end_us + 1, step_us):
            if not any(at_us in window for window in within):
                yield _Strike(at_us, at_us, at_us, 0.0, ((roll.lane, _velocity(roll)),))


def _velocity(note: TimedNote) -> int:
    if note.stroke is Stroke.GHOST:
        return 45
    return 120 if note.accent else 90
