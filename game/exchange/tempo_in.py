"""Bars and tempi of a MIDI file as a chart can write them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from game.errors import FileFaultError
from game.exchange.midi_in import DrumFile
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoStep
from game.timing.units import Beats

_US_PER_MINUTE = 60_000_000
_USUAL_US = 500_000
_SLOWEST_BPM, _FASTEST_BPM = 20, 400
_MOST_BARS = 5_000
_MOST_VALUES = 48
_DECIMALS = 6


def bars_of(file: DrumFile, path: Path) -> tuple[Bar, ...]:
    """Bars to the end of the file; a meter that changes within a bar holds from the next one on.

    Raises:
        FileFaultError: there are more than 5,000.
    """
    last = max(hit.beat for track in file.tracks for hit in track.hits)
    meters = list(file.meters)
    meter, beat, bars = COMMON_TIME, Beats(0), list[Bar]()
    while beat < file.end_beat - file.tick_beats * 120 or beat <= last or not bars:
        while meters and meters[0][0] <= beat:
            meter = meters.pop(0)[1]
        bars.append(Bar(beat, meter))
        beat = bars[-1].end_beat
        if len(bars) > _MOST_BARS:
            raise FileFaultError(path, "", "more than 5,000 bars", "a song")
    return tuple(bars)


def tempo_steps(file: DrumFile, bars: Sequence[Bar]) -> tuple[TempoStep, ...]:
    """The tempi, each moved to the nearest place at which its bar can write it."""
    found: dict[Beats, Fraction] = {Beats(0): _bpm(_USUAL_US)}
    beats = [beat for beat, _ in file.tempi]
    for bar in bars:
        first, end = bisect_left(beats, bar.beat), bisect_left(beats, bar.end_beat)
        inside = file.tempi[first:end]
        parts = _parts([(beat - bar.beat) / bar.meter.length_beats for beat, _ in inside], file)
        for beat, tempo_us in inside:
            share = Fraction(round((beat - bar.beat) / bar.meter.length_beats * parts), parts)
            found[bar.beat + min(share, Fraction(parts - 1, parts)) * bar.meter.length_beats] = (
                _bpm(tempo_us)
            )
    steps: list[TempoStep] = []
    for beat in sorted(found):
        if not steps or steps[-1].bpm != found[beat]:
            steps.append(TempoStep(beat, found[beat]))
    return tuple(steps)


def _parts(shares: Sequence[Fraction], file: DrumFile) -> int:
    """Into how many values a bar is spread, so that each change falls on one to the tick."""
    for parts in range(1, _MOST_VALUES):
        if all(abs(share * parts - round(share * parts)) <= file.tick_beats for share in shares):
            return parts
    return _MOST_VALUES


def _bpm(tempo_us: int) -> Fraction:
    """The shortest decimal that is this tempo to the microsecond, within a chart's bounds."""
    exact = Fraction(_US_PER_MINUTE, max(1, tempo_us))
    if not _SLOWEST_BPM <= exact <= _FASTEST_BPM:
        return Fraction(min(_FASTEST_BPM, max(_SLOWEST_BPM, round(exact))))
    for decimals in range(_DECIMALS):
        bpm = Fraction(round(exact * 10**decimals), 10**decimals)
        if round(_US_PER_MINUTE / bpm) == tempo_us:
            return bpm
    return Fraction(round(exact * 10**_DECIMALS), 10**_DECIMALS)
