"""The tempo map: from exact beats to microseconds of song time and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from game.timing.meter import Meter
from game.timing.units import US_PER_S, Beats, Micros, to_micros

_US_PER_MINUTE = 60 * US_PER_S


@dataclass(frozen=True, slots=True)
class TempoStep:
    """From `beat` on, the tempo is `bpm` quarter notes a minute, as written."""

    beat: Beats
    bpm: Fraction


@dataclass(frozen=True, slots=True)
class Pin:
    """The bar line at `beat` lies at `at_us` of song time, whatever the written tempi say."""

    beat: Beats
    at_us: Fraction


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the song, the same for both players."""

    beat: Beats
    """Where it starts."""

    meter: Meter

    @property
    def end_beat(self) -> Beats:
        return self.beat + self.meter.length_beats

    def pulse_beats(self) -> tuple[Beats, ...]:
        """Where its pulses start."""
        beats = []
        beat = self.beat
        for length in self.meter.pulse_lengths_beats:
            beats.append(beat)
            beat += length
        return tuple(beats)


@dataclass(frozen=True, slots=True)
class _Segment:
    beat: Beats
    at_us: Fraction
    us_per_beat: Fraction


class PinStretchError(ValueError):
    """A pin that would stretch the written tempi too far; `ratio` is fitted over written length."""

    def __init__(self, pin: Pin, ratio: Fraction) -> None:
        super().__init__(f"pin at beat {pin.beat} stretches the tempo by {float(ratio):.4f}")
        self.pin = pin
        self.ratio = ratio


@dataclass(frozen=True, slots=True)
class TempoMap:
    """Tempi over the whole song, with pins already fitted. Build one with `TempoMap.build`.

    Before the first beat the first tempo holds, after the last one the last.
    """

    steps: tuple[TempoStep, ...]
    pins: tuple[Pin, ...]
    _segments: tuple[_Segment, ...]

    MAX_STRETCH = Fraction(3, 100)

    @classmethod
    def build(
        cls,
        steps: Iterable[TempoStep],
        pins: Iterable[Pin] = (),
        max_stretch: Fraction | None = MAX_STRETCH,
    ) -> TempoMap:
        """Fit the written tempi between pins by one exact ratio for each stretch of song.

        Beat 0 is always pinned to song time 0. After the last pin the tempo is as written.

        Args:
            steps: sorted by beat; the first one at beat 0.
            pins: sorted by beat, each later than beat 0.
            max_stretch: how far a ratio may be from 1; None allows any.

        Raises:
            PinStretchError: a pin asks for more than `max_stretch`, or for time to run back.
        """
        written = tuple(steps)
        fixed = tuple(pins)
        segments: list[_Segment] = []
        start_beat, start_us = Fraction(0), Fraction(0)
        for pin in fixed:
            pieces = _between(written, start_beat, pin.beat)
            length_us = sum(((end - beat) * us for beat, end, us in pieces), Fraction(0))
            ratio = (pin.at_us - start_us) / length_us if length_us else Fraction(0)
            if ratio <= 0 or (max_stretch is not None and abs(ratio - 1) > max_stretch):
                raise PinStretchError(pin, ratio)
            at_us = start_us
            for beat, end, us_per_beat in pieces:
                segments.append(_Segment(beat, at_us, us_per_beat * ratio))
                at_us += (end - beat) * us_per_beat * ratio
            start_beat, start_us = pin.beat, pin.at_us
        at_us = start_us
        for beat, end, us_per_beat in _between(written, start_beat, None):
            segments.append(_Segment(beat, at_us, us_per_beat))
            at_us += (end - beat) * us_per_beat
        return cls(written, fixed, tuple(segments))

    def exact_us(self, beat: Beats) -> Fraction:
        """Song time of a beat, exact."""
        index = max(0, bisect_right(self._segments, beat, key=lambda s: s.beat) - 1)
        segment = self._segments[index]
        return segment.at_us + (beat - segment.beat) * segment.us_per_beat

    def us(self, beat: Beats) -> Micros:
        """Song time of a beat, rounded once to a whole microsecond."""
        return to_micros(self.exact_us(beat))

    def beat(self, at_us: int) -> Beats:
        """The beat at a song time, exact."""
        exact = Fraction(at_us)
        index = max(0, bisect_right(self._segments, exact, key=lambda s: s.at_us) - 1)
        segment = self._segments[index]
        return segment.beat + (exact - segment.at_us) / segment.us_per_beat

    def bpm(self, at_beat: Beats) -> Fraction:
        """Quarter notes a minute that sound at a beat, pins included."""
        index = max(0, bisect_right(self._segments, at_beat, key=lambda s: s.beat) - 1)
        return _US_PER_MINUTE / self._segments[index].us_per_beat

    def canonical_lines(self) -> tuple[str, ...]:
        """The map as text, one line for each change of sounding tempo, for the chart's digest."""
        lines: list[str] = []
        last: Fraction | None = None
        for segment in self._segments:
            if segment.us_per_beat != last:
                lines.append(f"tempo {segment.beat} {segment.us_per_beat}")
                last = segment.us_per_beat
        return tuple(lines)


def _between(
    steps: tuple[TempoStep, ...], start: Beats, end: Beats | None
) -> list[tuple[Beats, Beats, Fraction]]:
    """The written stretches (start beat, end beat, us per beat) from `start` to `end`.

    With `end` None the last stretch is given an end equal to its start: it is open.
    """
    stretches: list[tuple[Beats, Beats, Fraction]] = []
    current = max(0, bisect_right(steps, start, key=lambda step: step.beat) - 1)
    for index in range(current, len(steps)):
        step = steps[index]
        if end is not None and step.beat >= end:
            break
        following = steps[index + 1].beat if index + 1 < len(steps) else None
        first = max(step.beat, start)
        last = following if end is None else (end if following is None else min(following, end))
        if last is None:
            stretches.append((first, first, _US_PER_MINUTE / step.bpm))
        elif last > first:
            stretches.append((first, last, _US_PER_MINUTE / step.bpm))
    return stretches
