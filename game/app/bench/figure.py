"""One figure of `bench`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its unit; no value where it could not be measured."""

    value: float | None
    unit: str
    note: str

    def to_json(self) -> dict[str, Any]:
        value = None if self.value is None else round(self.value, 3)
        return {"value": value, "unit": self.unit, "note": self.note}


Figures = dict[str, Figure]


def not_measured(names: Sequence[str], unit: str, why: str) -> Figures:
    """The same excuse for several figures."""
    return {name: Figure(None, unit, f"not measured here: {why}") for name in names}


def middle(values: Sequence[float]) -> float:
    """The median."""
    return sorted(values)[len(values) // 2]


def at_share(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
