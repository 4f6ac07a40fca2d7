"""The few statistics that the measures share; without numpy, which would delay the first frame."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

BATCHES = 8
T_OF_7 = 2.365
"""Student's t for a two-sided 95 % with as many degrees of freedom as 8 batches leave."""


def mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def median(values: Sequence[float]) -> float:
    return median_of_sorted(sorted(values))


def median_of_sorted(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def variance(values: Sequence[float]) -> float:
    """Of a sample (n - 1); 0 for a single value."""
    centre = mean(values)
    return fsum((value - centre) ** 2 for value in values) / max(1, len(values) - 1)


def batch_reach(values: Sequence[float]) -> float:
    """Half of the 95 % interval of the mean of at least 8 values, from 8 consecutive batches.

    Values that hang together with their neighbours are as good here as independent ones; formulas
    and bootstraps that take them for independent give intervals that are too narrow.
    """
    count = len(values)
    edges = [count * batch // BATCHES for batch in range(BATCHES + 1)]
    means = [mean(values[edges[batch] : edges[batch + 1]]) for batch in range(BATCHES)]
    return T_OF_7 * sqrt(variance(means) / BATCHES)
