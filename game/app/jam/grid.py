"""Where the pulses of a metronome lie in host time, whatever its tempo and meter were meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.timing.meter import COMMON_TIME, Meter
from game.timing.units import Beats

METERS = tuple(
    Meter((count,), unit) for count, unit in ((2, 4), (3, 4), (4, 4), (5, 4), (6, 8), (7, 8))
)
LEAST_BPM = 30
MOST_BPM = 300
USUAL_BPM = 120

_US_PER_MINUTE = 60_000_000
_NS_PER_US = 1_000


@dataclass(frozen=True, slots=True)
class Step:
    """From a pulse on, all pulses are equally long."""

    pulse: int
    at_ns: int
    pulse_ns: int


@dataclass(frozen=True, slots=True)
class Bars:
    """From a bar line on, all bars have the same meter."""

    pulse: int
    """The first pulse of the first of these bars."""

    meter: Meter

    @property
    def pulses(self) -> int:
        """How many a bar has."""
        return len(self.meter.pulse_lengths_beats)

    @property
    def pulse_beats(self) -> Beats:
        """The length of a pulse in quarter notes; those of `METERS` are all equally long."""
        return self.meter.pulse_lengths_beats[0]


class Grid:
    """Pulses are counted from 0, the downbeat at which the grid begins; before it they go on alike.

    A new tempo holds from the next pulse on, a new meter from the next bar line on, so that the
    grid can be written down as bars and beats.
    """

    def __init__(self, start_ns: int, bpm: int = USUAL_BPM, meter: Meter = COMMON_TIME) -> None:
        """`bpm` counts pulses: those of 6/8 are dotted quarters."""
        self.bpm = bpm
        self.bars = [Bars(0, meter)]
        self.steps = [Step(0, start_ns, _pulse_ns(bpm, self.bars[0]))]

    @property
    def meter(self) -> Meter:
        """What was chosen last."""
        return self.bars[-1].meter

    def at_ns(self, pulse: int) -> int:
        """The host time of a pulse."""
        step = next((s for s in reversed(self.steps) if s.pulse <= pulse), self.steps[0])
        return step.at_ns + (pulse - step.pulse) * step.pulse_ns

    def pulse_at(self, at_ns: int) -> Fraction:
        """How many pulses have passed, with their parts."""
        step = self._step_at(at_ns)
        return step.pulse + Fraction(at_ns - step.at_ns, step.pulse_ns)

    def next_pulse(self, after_ns: int) -> int:
        """The first pulse later than a host time."""
        return int(self.pulse_at(after_ns) // 1) + 1

    def bars_at(self, pulse: int) -> Bars:
        """The bars to which a pulse belongs."""
        return next((each for each in reversed(self.bars) if each.pulse <= pulse), self.bars[0])

    def place(self, pulse: int) -> int:
        """Which pulse of its bar it is, from 0."""
        bars = self.bars_at(pulse)
        return (pulse - bars.pulse) % bars.pulses

    def bar_line(self, pulse: Fraction) -> int:
        """The last bar line that is not later than a place."""
        whole = int(pulse // 1)
        return whole - self.place(whole)

    def set_bpm(self, bpm: int, now_ns: int) -> None:
        """From the next pulse on."""
        self.bpm = min(MOST_BPM, max(LEAST_BPM, bpm))
        pulse = self.next_pulse(now_ns)
        at_ns = self.at_ns(pulse)
        self._step(Step(pulse, at_ns, _pulse_ns(self.bpm, self.bars_at(pulse))))

    def set_meter(self, meter: Meter, now_ns: int) -> None:
        """From the next bar line on, at the tempo that holds then."""
        passed = self.next_pulse(now_ns) - 1
        self.bars = [each for each in self.bars if each.pulse <= passed] or self.bars[:1]
        bars = self.bars_at(passed)
        pulse = passed - self.place(passed) + bars.pulses
        at_ns = self.at_ns(pulse)
        self.bars.append(Bars(pulse, meter))
        self._step(Step(pulse, at_ns, _pulse_ns(self.bpm, self.bars[-1])))

    def align(self, now_ns: int, bpm: int) -> None:
        """Make this very moment a pulse, the nearest one, and go on in this tempo.

        The pulse before takes up the difference; all that lies before it stays where it was.
        """
        latest = max((s for s in self.steps if s.at_ns < now_ns), key=lambda s: s.pulse,
                     default=self.steps[0])  # fmt: skip
        pulse = max(latest.pulse + 1, round(self.pulse_at(now_ns)))
        before_ns = self.at_ns(pulse - 1)
        self.bpm = min(MOST_BPM, max(LEAST_BPM, bpm))
        self.steps = [s for s in self.steps if s.pulse < pulse]
        if before_ns < now_ns:
            self._step(Step(pulse - 1, before_ns, now_ns - before_ns))
        self._step(Step(pulse, now_ns, _pulse_ns(self.bpm, self.bars_at(pulse))))

    def _step_at(self, at_ns: int) -> Step:
        return next((s for s in reversed(self.steps) if s.at_ns <= at_ns), self.steps[0])

    def _step(self, step: Step) -> None:
        """In place of all that was to hold from there on."""
        self.steps = [each for each in self.steps if each.pulse < step.pulse]
        self.steps.append(step)


def _pulse_ns(bpm: int, bars: Bars) -> int:
    """A length that MIDI files can say: whole microseconds a quarter note."""
    quarter_us = round(Fraction(_US_PER_MINUTE, bpm) / bars.pulse_beats)
    return round(quarter_us * bars.pulse_beats * _NS_PER_US)
