"""Meters as charts write them."""

from __future__ import annotations

import re

from game.timing.meter import Meter

_METER = re.compile(r"([0-9]{1,3}(?:\+[0-9]{1,3}){0,31})/([0-9]{1,3})")
_UNITS = (1, 2, 4, 8, 16, 32)
_MAX_COUNT = 32

EXPECTED = "expected 1 to 32 over 1, 2, 4, 8, 16 or 32, such as 4/4, 12/8 or 3+2+3+2/8"


def parse_meter(text: str) -> Meter | None:
    """The meter of `4/4` or `3+2+3+2/8`; None if it is none, or outside what charts allow."""
    match = _METER.fullmatch(text)
    if not match:
        return None
    meter = Meter(tuple(map(int, match[1].split("+"))), int(match[2]))
    is_allowed = meter.unit in _UNITS and min(meter.groups) >= 1 and meter.count <= _MAX_COUNT
    return meter if is_allowed else None
