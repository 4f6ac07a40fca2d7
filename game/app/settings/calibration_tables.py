"""Calibrations as tables of the settings file, read forgivingly."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from game.timing.offsets import Calibration, Kind, Setup

Fault = Callable[[str, str, str], None]
"""Told of a place, what was found there and what was expected."""

NAME = "calibrations"
_LARGEST = 2**31

_RANGES: Mapping[str, tuple[int, int]] = {
    "player": (1, 2),
    "buffer_frames": (0, 65_536),
    "median_us": (-150_000, 420_000),
    "uncertainty_us": (0, 420_000),
    "robust_sd_us": (0, 420_000),
    "taps": (1, _LARGEST),
    "refined_us": (-420_000, 420_000),
    "songs": (0, _LARGEST),
}
_OPTIONAL: Mapping[str, object] = {"refined_us": 0, "songs": 0}


def read(value: object, fault: Fault) -> tuple[Calibration, ...]:
    """The calibrations of a settings file; one that cannot be used is left out and reported."""
    if not isinstance(value, list):
        fault(NAME, repr(value), f"tables, each under [[{NAME}]]")
        return ()
    found = (_read_one(table, f"{NAME}[{index}]", fault) for index, table in enumerate(value))
    return tuple(each for each in found if each is not None)


def tables(calibrations: Iterable[Calibration]) -> list[dict[str, Any]]:
    """The calibrations in values that TOML knows; `read` reads them back."""
    return [
        {
            "player": each.player,
            "device": each.setup.device,
            "audio_device": each.setup.audio_device,
            "buffer_frames": each.setup.buffer_frames,
            "kind": each.kind.value,
            "median_us": each.median_us,
            "uncertainty_us": each.uncertainty_us,
            "robust_sd_us": each.robust_sd_us,
            "taps": each.taps,
            "date": each.date,
            "refined_us": each.refined_us,
            "songs": each.songs,
        }
        for each in calibrations
    ]


def _read_one(table: object, place: str, fault: Fault) -> Calibration | None:
    if not isinstance(table, dict):
        fault(place, repr(table), "a table")
        return None
    values = {**_OPTIONAL, **table}
    for name, (words, accepts) in _EXPECTED.items():
        if name not in values:
            fault(place, f"no {name}", words)
            return None
        if not accepts(values[name]):
            fault(f"{place}.{name}", repr(values[name]), words)
            return None
    return Calibration(
        player=values["player"],
        setup=Setup(values["device"], values["audio_device"], values["buffer_frames"]),
        kind=Kind(values["kind"]),
        date=values["date"],
        median_us=values["median_us"],
        uncertainty_us=values["uncertainty_us"],
        robust_sd_us=values["robust_sd_us"],
        taps=values["taps"],
        refined_us=values["refined_us"],
        songs=values["songs"],
    )


def _is_date(value: object) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _number_within(low: int, high: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and low <= value <= high


_EXPECTED: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "device": ("a text in quotes", lambda value: isinstance(value, str)),
    "audio_device": ("a text in quotes", lambda value: isinstance(value, str)),
    "kind": ("one of " + ", ".join(Kind), lambda value: value in tuple(Kind)),
    "date": ("a date such as 2026-07-31", _is_date),
    **{
        name: (f"a whole number from {low} to {high}", _number_within(low, high))
        for name, (low, high) in _RANGES.items()
    },
}
"""What each value is to be, in words and as a test."""
