"""Pins: bars that are fixed to a second of the audio."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

from game.charts.reader.faults import Faults
from game.charts.reader.header import Header
from game.charts.reader.headings import Heading
from game.charts.reader.numbers import decimal_text
from game.charts.reader.tempo import quarters_per_count
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep
from game.timing.units import US_PER_S, Beats

_START = Pin(Fraction(0), Fraction(0))


@dataclass(frozen=True, slots=True)
class PinFault:
    message: str
    hint: str = ""


def fit_tempi(
    steps: tuple[TempoStep, ...],
    headings: list[Heading],
    header: Header,
    bars: tuple[Bar, ...],
    faults: Faults,
) -> TempoMap:
    """The written tempi fitted to the pins. A pin that cannot be met is a fault and is left out."""
    fitting = _Fitting(steps, TempoMap.build(steps), header, bars)
    starts = [bar.beat for bar in bars] + [bars[-1].end_beat if bars else Fraction(0)]
    pins = [_START]
    for heading in headings:
        if heading.pin_s is None:
            continue
        at_us = (heading.pin_s - header.meta.offset_s) * US_PER_S
        pin = Pin(starts[heading.bar], at_us)
        fault = fitting.fault(pin, pins[-1])
        if fault:
            faults.add(heading.line, heading.pin_column, fault.message, fault.hint)
        elif pin.beat > pins[-1].beat:
            pins.append(pin)
    return TempoMap.build(steps, pins[1:])


@dataclass(frozen=True, slots=True)
class _Fitting:
    """What the pins are held against."""

    steps: tuple[TempoStep, ...]
    written: TempoMap
    header: Header
    bars: tuple[Bar, ...]

    def fault(self, pin: Pin, last: Pin) -> PinFault | None:
        """Why a pin cannot follow the last one; None if it can."""
        if pin.beat == last.beat:
            return self._fault_of_same_bar(pin, last)
        if pin.at_us <= last.at_us:
            found = f"found {self._audio_s(pin)} s, expected more than {self._audio_s(last)} s"
            return PinFault(f"the pin does not come after the one before it: {found}")
        written_us = self.written.exact_us(pin.beat) - self.written.exact_us(last.beat)
        ratio = (pin.at_us - last.at_us) / written_us
        if abs(ratio - 1) <= TempoMap.MAX_STRETCH:
            return None
        percent = decimal_text(abs(ratio - 1) * 100)
        change = "longer" if ratio > 1 else "shorter"
        message = f"the pin makes the bars before it {percent} % {change} than written"
        hint = self._fitting_bpm(last.beat, pin.beat, ratio)
        return PinFault(f"{message}, expected at most 3 %", hint)

    def _fault_of_same_bar(self, pin: Pin, last: Pin) -> PinFault | None:
        if pin.at_us == last.at_us:
            return None
        found = f"found @{self._audio_s(pin)}, expected @{self._audio_s(last)}"
        if pin.beat > 0:
            return PinFault(f"two pins of the same bar: {found}")
        hint = f'write "offset: {self._audio_s(pin)}" in the header'
        return PinFault(f"bar 1 is pinned by the offset: {found} or no pin", hint)

    def _audio_s(self, pin: Pin) -> str:
        return decimal_text(pin.at_us / US_PER_S + self.header.meta.offset_s)

    def _fitting_bpm(self, start: Beats, end: Beats, ratio: Fraction) -> str:
        first = bisect_right(self.steps, start, key=lambda step: step.beat) - 1
        last = bisect_right(self.steps, end, key=lambda step: step.beat)
        counted = [self._as_written(step) for step in self.steps[first:last] if step.beat < end]
        fit = decimal_text(counted[0] / ratio)
        if len(set(counted)) == 1:
            return f"a bpm of {fit} would fit"
        factor = decimal_text(1 / ratio)
        written = decimal_text(counted[0])
        return f"every bpm times {factor} would fit, {fit} in place of {written}"

    def _as_written(self, step: TempoStep) -> Fraction:
        """A tempo in the header's unit."""
        index = bisect_right(self.bars, step.beat, key=lambda bar: bar.beat) - 1
        return step.bpm / quarters_per_count(self.bars[index].meter, self.header.is_dotted)
