"""From a rough line to the millisecond: where each section lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.alignment.envelope import STEP_US, Bands
from game.alignment.pattern import BANDS, Pattern
from game.alignment.reference import sampled
from game.alignment.search import Found, peak_between

STEADY_REACH_US = 80_000
PINNED_REACH_US = 1_500_000
"""How far from the line a section is looked for, without and with pins in the chart."""

_CLEAR_US = 250_000
"""How far around it a place must be the best to be believed."""

_AGREES_US = 30_000
_LEAST_LIKENESS = 0.08
_MOVE_COST = 0.05
"""What it costs, in likeness, to place a section otherwise than the one before."""

_STAYS_US = 15_000
_OFF_BEAT_US, _OFF_BEAT_WIDTH_US = 12_000, 30_000
"""How near to an off-beat a place is one, and what around it is avoided then."""

_BARS = 8
_PPM = 1_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some bars of the song that are placed as one."""

    start_us: int
    end_us: int
    late_us: float
    """How much later than the line it is heard."""

    likeness: float
    """How well it is heard there: a correlation, 1 at most."""

    is_clear: bool
    """Whether it is heard nowhere near as well as there."""

    @property
    def middle_us(self) -> float:
        return (self.start_us + self.end_us) / 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """For songs of which only the beats are known, and one beat is like another."""

    steady_us: int
    """Up to here nothing leaves the line."""

    cost_per_s: float = 0.2
    """What a second off the line costs, in likeness."""

    move_cost: float = 0.25


def stretches_of(pattern: Pattern) -> tuple[tuple[int, int], ...]:
    """Sections, long ones in pieces: (start, end) in song time."""
    starts = set(pattern.sections_us)
    since = 0
    for index, bar_us in enumerate(pattern.bars_us):
        if bar_us in pattern.sections_us:
            since = index
        elif (index - since) % _BARS == 0:
            starts.add(bar_us)
    edges = sorted({*pattern.bars_us[:1], *starts, pattern.end_us})
    return tuple(pairwise(edges))


def place(
    heard: Bands,
    expected: Bands,
    found: Found,
    pattern: Pattern,
    doubt: Doubt | None = None,
) -> tuple[Stretch, ...]:
    """Where each stretch lies against the line that was found.

    Args:
        doubt: how little a place off the line is trusted; None: as much as one on it.
    """
    reach_us = PINNED_REACH_US if pattern.is_pinned else STEADY_REACH_US
    curves, edges = [], stretches_of(pattern)
    for start_us, end_us in edges:
        curves.append(_likeness(heard, expected, found, (start_us, end_us), reach_us + _CLEAR_US))
    margin = _CLEAR_US // STEP_US
    near = [curve[margin:-margin] for curve in curves]
    if doubt is not None:
        near = [_doubted(curve, edge, doubt) for curve, edge in zip(near, edges, strict=True)]
    lags = _path(near, doubt.move_cost if doubt else _MOVE_COST)
    if doubt is not None:
        off_beats = [_off_beats(pattern, edge_us, reach_us) for edge_us in edges]
        near = [_on_the_beat(*each) for each in zip(near, lags, off_beats, strict=True)]
        lags = _path(near, doubt.move_cost)
    return tuple(
        _stretch(edge, curve, lag + margin)
        for edge, curve, lag in zip(edges, curves, lags, strict=True)
    )


def _doubted(
    curve: NDArray[np.float64], edge_us: tuple[int, int], doubt: Doubt
) -> NDArray[np.float64]:
    off_us = np.abs(np.arange(len(curve)) - len(curve) // 2) * STEP_US
    costly = curve - doubt.cost_per_s * off_us / _PPM
    if edge_us[0] < doubt.steady_us:
        costly[off_us > STEADY_REACH_US] = -np.inf
    return costly


def _off_beats(pattern: Pattern, edge_us: tuple[int, int], reach_us: int) -> NDArray[np.float64]:
    """Lags, in steps, at which a stretch's pulses would lie between those of the line."""
    pulses_us = [each for each in pattern.pulses_us if edge_us[0] <= each <= edge_us[1]]
    if len(pulses_us) < 2:
        return np.empty(0)
    part_us = float(np.median(np.diff(pulses_us))) / pattern.parts_a_pulse
    most = int(reach_us / part_us)
    parts = np.array([n for n in range(-most, most + 1) if n % pattern.parts_a_pulse], np.float64)
    return parts * part_us / STEP_US + reach_us // STEP_US


def _on_the_beat(
    curve: NDArray[np.float64], lag: int, off_beats: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Without its off-beats, if one was taken: a song comes back in late, not between two beats.

    A band that strikes harder there sounds as if it did.
    """
    if not len(off_beats) or np.abs(off_beats - lag).min() > _OFF_BEAT_US / STEP_US:
        return curve
    away = np.abs(np.arange(len(curve))[:, np.newaxis] - off_beats).min(axis=1)
    return np.where(away > _OFF_BEAT_WIDTH_US / STEP_US, curve, -np.inf)


def is_believed(stretch: Stretch) -> bool:
    return stretch.is_clear and stretch.likeness >= _LEAST_LIKENESS


def agreement(stretches: Sequence[Stretch]) -> float:
    """The share of the song that is heard where the line says, 0 to 1."""
    agreeing = [
        each.end_us - each.start_us
        for each in stretches
        if is_believed(each) and abs(each.late_us) <= _AGREES_US
    ]
    whole = sum(each.end_us - each.start_us for each in stretches)
    return sum(agreeing) / whole if whole else 0.0


def _likeness(
    heard: Bands, expected: Bands, found: Found, edge_us: tuple[int, int], reach_us: int
) -> NDArray[np.float64]:
    """How alike the stretch and the recording are, for each lag from -reach to reach."""
    first, last = edge_us[0] // STEP_US, edge_us[1] // STEP_US
    wanted = expected[:BANDS, first:last].astype(np.float64)
    reach = reach_us // STEP_US
    steps = np.arange(first - reach, first + wanted.shape[1] + reach)
    at = found.lead_us / STEP_US + steps * (1 + found.stretch_ppm / _PPM)
    there = sampled(heard[:BANDS], at).astype(np.float64)
    pairs = zip(there, wanted, strict=True)
    products = np.sum([np.correlate(a, b, "valid") for a, b in pairs], axis=0)
    squares = np.cumsum(np.pad(np.square(there).sum(axis=0), (1, 0)))
    energy = squares[wanted.shape[1] :] - squares[: len(squares) - wanted.shape[1]]
    likeness: NDArray[np.float64] = products / np.sqrt(
        np.maximum(energy * np.square(wanted).sum(), 1e-12)
    )
    return likeness


def _path(curves: Sequence[NDArray[np.float64]], move_cost: float) -> list[int]:
    """The lag of each stretch: as alike as can be, without moving to and fro."""
    stay = _STAYS_US // STEP_US
    score = curves[0].copy()
    came_from = []
    for curve in curves[1:]:
        best = int(score.argmax())
        near, near_from = _best_near(score, stay)
        moves = score[best] - move_cost > near
        came_from.append(np.where(moves, best, near_from))
        score = curve + np.where(moves, score[best] - move_cost, near)
    lags = [int(score.argmax())]
    for source in reversed(came_from):
        lags.append(int(source[lags[-1]]))
    return lags[::-1]


def _best_near(
    score: NDArray[np.float64], reach: int
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """For each place the best value at most `reach` away, and where that is."""
    padded = np.pad(score, reach, constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    offsets = windows.argmax(axis=1)
    return windows.max(axis=1), np.arange(len(score)) - reach + offsets


def _stretch(edge_us: tuple[int, int], curve: NDArray[np.float64], lag: int) -> Stretch:
    middle = len(curve) // 2
    around = curve[max(0, lag - _CLEAR_US // STEP_US) : lag + _CLEAR_US // STEP_US + 1]
    is_peak = curve[lag] >= curve[max(0, lag - 3) : lag + 4].max() - 1e-9
    return Stretch(
        start_us=edge_us[0],
        end_us=edge_us[1],
        late_us=(lag - middle + peak_between(curve, lag)) * STEP_US,
        likeness=float(curve[lag]),
        is_clear=bool(is_peak and curve[lag] >= around.max() * 0.9),
    )
