"""What speaks for a place of bar 1, in any recording of the song, whoever plays on it.

The chart's grid and form say most; its notes less, for another band plays other drums.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.alignment.beats import Beats, Places
from game.alignment.colour import HOP_US, colour
from game.alignment.envelope import RATE_HZ, STEP_US, Bands, Signal
from game.alignment.pattern import Pattern

NAMES = (
    "beat",
    "back_beat_high",
    "back_beat_low",
    "bar_low",
    "harmony",
    "notes",
    "slow_change",
    "fast_change",
    "begins",
    "ends",
    "cut_end",
    "cut_start",
    "silent",
    "as_released",
)
"""The columns of `clues`."""

_LOW, _HIGH = 0, slice(2, 4)
_SLOW_HOPS, _FAST_HOPS = 4_000_000 // HOP_US, 1_200_000 // HOP_US
_MANY_SECTIONS = 6
_STEPS_A_HOP = HOP_US // STEP_US
_AUDIBLE = 0.02
"""Of the recording's own loudness."""

_TAIL_US = 1_000_000
_LONGEST_CUT_US, _LONGEST_SILENCE_US = 5_000_000, 8_000_000
_AS_LONG_US = 3_000_000
_RELEASE_FROM_US, _RELEASE_TO_US = -50_000, 350_000
"""Where bar 1 of a release lies; other copies of it have more in front."""

_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording as the clues need it. Sums have one column more than what they sum, from 0."""

    onsets: Bands
    """Each step with its neighbours, so that a beat that is a little off still counts."""

    harmony_sums: NDArray[np.float64]
    timbre_sums: NDArray[np.float64]
    loudness_sums: NDArray[np.float64]
    silence_sums: NDArray[np.float64]
    length_us: float


def listen(mono: Signal, strength: Bands, onsets: Bands) -> Heard:
    """Take a recording in.

    Args:
        mono: the recording.
        strength: its onset strength.
        onsets: the same against its surroundings: the first rows of `features`.
    """
    classes, power = colour(mono)
    padded = np.pad(onsets, ((0, 0), (1, 1)))
    near = (padded[:, :-2] + padded[:, 1:-1] + padded[:, 2:]) / np.float32(3)
    unit = classes / (np.sqrt(np.square(classes).sum(axis=0)) + 1e-6)
    octaves = np.maximum(_whitened(np.log(power + 1e-6 * power.max() + 1e-12)), -3)
    starts = np.arange(0, strength.shape[1], _STEPS_A_HOP)
    busyness = _whitened(np.add.reduceat(np.sqrt(strength), starts, axis=1))
    hops = min(octaves.shape[1], busyness.shape[1])
    loudness = np.sqrt(power.sum(axis=0, dtype=np.float64))
    loudness /= np.sqrt(np.mean(loudness**2)) + 1e-12
    return Heard(
        near,
        _sums(unit - unit.mean(axis=1, keepdims=True)),
        _sums(np.concatenate([octaves[:, :hops], busyness[:, :hops]])),
        _sums(np.minimum(loudness, 1)[None]),
        _sums((loudness < _AUDIBLE)[None]),
        len(mono) / RATE_HZ * _PPM,
    )


def clues(heard: Heard, beats: Beats, pattern: Pattern, steady_us: int) -> Places:
    """Places x `NAMES`; what is measured in units of its own is made comparable between places."""
    rate = 1 + beats.stretch_ppm / _PPM
    leads_us = beats.leads_us
    columns = [
        beats.strengths,
        *map(_standard, _accents(heard, leads_us, pattern, rate, steady_us)),
        _standard(_harmony(heard, leads_us, pattern, rate, steady_us)),
        _standard(_notes(heard, leads_us, pattern, rate)),
        _weight(pattern) * _standard(_change(heard, leads_us, pattern, rate, _SLOW_HOPS)),
        _weight(pattern) * _standard(_change(heard, leads_us, pattern, rate, _FAST_HOPS)),
        *_edges(heard, leads_us, pattern.end_us * rate),
        _as_released(heard, leads_us, pattern, rate),
    ]
    return np.stack(columns, axis=1)


def _accents(
    heard: Heard, leads_us: Places, pattern: Pattern, rate: float, steady_us: int
) -> tuple[Places, Places, Places]:
    """Highs on the back-beat, lows off it, lows on the first beat."""
    pulses_us = np.array([each for each in pattern.pulses_us if each < steady_us])
    bars_us = np.array(pattern.bars_us)
    bar = np.searchsorted(bars_us, pulses_us, side="right") - 1
    firsts = np.searchsorted(pulses_us, bars_us)
    place = np.arange(len(pulses_us)) - firsts[bar]
    is_even = np.bincount(bar, minlength=len(bars_us))[bar] % 2 == 0
    on, back = is_even & (place % 2 == 0), is_even & (place % 2 == 1)
    steps = np.rint((leads_us[:, None] + pulses_us * rate) / STEP_US).astype(np.intp)
    low = _at(heard.onsets[_LOW], steps)
    high = _at(heard.onsets[_HIGH].sum(axis=0), steps)
    return (
        _mean(high, back) - _mean(high, on),
        _mean(low, on) - _mean(low, back),
        _mean(low, place == 0) - _mean(low, place != 0),
    )


def _harmony(
    heard: Heard, leads_us: Places, pattern: Pattern, rate: float, steady_us: int
) -> Places:
    """How much of the harmony's movement happens at bar lines: variance that bars explain."""
    bars_us = np.array([each for each in pattern.bars_us if each <= steady_us])
    hops = _hops(heard.harmony_sums, leads_us[:, None] + bars_us * rate)
    sums = np.diff(heard.harmony_sums[:, hops], axis=2)
    counts = np.diff(hops, axis=1)
    whole = np.maximum(1, counts.sum(axis=1))
    between = (sums**2 / np.maximum(1, counts)).sum(axis=(0, 2))
    explained: Places = (between - (sums.sum(axis=2) ** 2).sum(axis=0) / whole) / whole
    return explained


def _notes(heard: Heard, leads_us: Places, pattern: Pattern, rate: float) -> Places:
    """How strong the onsets are where the chart has notes."""
    at_us = np.array([onset.at_us for onset in pattern.onsets], np.float64)
    strengths = np.array([onset.strengths for onset in pattern.onsets], np.float32)
    steps = np.rint((leads_us[:, None] + at_us * rate) / STEP_US).astype(np.intp)
    bands = [_at(row, steps) @ strengths[:, band] for band, row in enumerate(heard.onsets)]
    sums: Places = np.sum(bands, axis=0, dtype=np.float64)
    return sums


def _change(heard: Heard, leads_us: Places, pattern: Pattern, rate: float, reach: int) -> Places:
    """How differently it sounds before and after the starts of sections."""
    starts_us = np.array(pattern.sections_us[1:], np.float64)
    if not len(starts_us):
        return np.zeros(len(leads_us))
    sums = heard.timbre_sums
    middle = np.rint((leads_us[:, None] + starts_us * rate) / HOP_US).astype(np.intp)
    inside = (middle >= reach) & (middle + reach < sums.shape[1])
    middle = np.clip(middle, reach, max(reach, sums.shape[1] - 1 - reach))
    last = sums.shape[1] - 1
    before = sums[:, np.minimum(middle, last)] - sums[:, np.minimum(middle - reach, last)]
    after = sums[:, np.minimum(middle + reach, last)] - sums[:, np.minimum(middle, last)]
    step = np.sqrt(((after - before) ** 2).sum(axis=0)) / reach
    return np.asarray((step * inside).sum(axis=1) / np.maximum(1, inside.sum(axis=1)))


def _weight(pattern: Pattern) -> float:
    """How much a form says: of a single start of a section, chance is the likelier reason."""
    inner = max(0, len(pattern.sections_us) - 1)
    return math.sqrt(min(1.0, inner / _MANY_SECTIONS))


def _edges(heard: Heard, leads_us: Places, song_us: float) -> tuple[Places, ...]:
    """Whether it begins and ends there; what of the song lies outside; the silence in it."""
    ends_us = leads_us + song_us

    def level(from_us: Places, to_us: Places) -> Places:
        return _between(heard.loudness_sums, from_us, to_us)

    begins = level(leads_us, leads_us + 2e6) - level(leads_us - 1e6, leads_us - 5e4)
    ends = level(ends_us - 3e6, ends_us) - level(ends_us + 8e5, ends_us + 3e6)
    cut_end = np.clip(ends_us - heard.length_us - _TAIL_US, 0, _LONGEST_CUT_US) / _PPM
    cut_start = np.clip(-leads_us, 0, _AS_LONG_US) / _PPM
    hops = [_hops(heard.silence_sums, at_us) for at_us in (leads_us, ends_us - 2e6)]
    silent_us = (heard.silence_sums[0, hops[1]] - heard.silence_sums[0, hops[0]]) * HOP_US
    return begins, ends, cut_end, cut_start, np.clip(silent_us, 0, _LONGEST_SILENCE_US) / _PPM


def _as_released(heard: Heard, leads_us: Places, pattern: Pattern, rate: float) -> Places:
    """Bar 1 where the release has it, for a file as long as the release."""
    if pattern.length_us is None or abs(heard.length_us - pattern.length_us * rate) > _AS_LONG_US:
        return np.zeros(len(leads_us))
    return ((leads_us >= _RELEASE_FROM_US) & (leads_us <= _RELEASE_TO_US)).astype(np.float64)


def _sums(values: Bands | NDArray[np.bool_]) -> NDArray[np.float64]:
    return np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1, dtype=np.float64)


def _hops(sums: NDArray[np.float64], at_us: Places) -> NDArray[np.intp]:
    return np.clip(np.rint(at_us / HOP_US), 0, sums.shape[1] - 1).astype(np.intp)


def _between(sums: NDArray[np.float64], from_us: Places, to_us: Places) -> Places:
    """The mean of one row from one moment to another; 0 outside the recording."""
    first, last = _hops(sums, from_us), _hops(sums, to_us)
    mean: Places = (sums[0, last] - sums[0, first]) / np.maximum(1, last - first)
    return mean


def _at(values: NDArray[np.float32], steps: NDArray[np.intp]) -> NDArray[np.float32]:
    inside = (steps >= 0) & (steps < len(values))
    return values[np.clip(steps, 0, len(values) - 1)] * inside


def _mean(values: NDArray[np.float32], chosen: NDArray[np.bool_]) -> Places:
    """The mean over the chosen columns; 0 if there are none."""
    share: Places = values[:, chosen].sum(axis=1, dtype=np.float64) / max(1, int(chosen.sum()))
    return share


def _standard(values: Places) -> Places:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros(len(values))


def _whitened(values: Bands) -> Bands:
    scaled: Bands = (values - values.mean(axis=1, keepdims=True)) / (
        values.std(axis=1, keepdims=True) + np.float32(1e-9)
    )
    return scaled
