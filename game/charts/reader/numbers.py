"""Numbers as charts write them: plain decimals, read exactly."""

from __future__ import annotations

import re
from fractions import Fraction

_DECIMAL = re.compile(r"[+-]?[0-9]{1,6}(?:\.[0-9]{1,9})?")


def decimal(text: str) -> Fraction | None:
    """The exact value of `62.440`, `-0.5` or `114`; None for anything else."""
    return Fraction(text) if _DECIMAL.fullmatch(text) else None


def decimal_text(value: Fraction) -> str:
    """A number for a message: three decimals at most, none that say nothing."""
    return f"{float(value):.3f}".rstrip("0").rstrip(".")


def decimal_hint(text: str) -> str:
    """What to write instead of a number that could not be read."""
    if decimal(text.replace(",", ".")) is not None:
        return f"write {text.replace(',', '.')}"
    minutes, _, seconds = text.partition(":")
    parts = decimal(minutes), decimal(seconds)
    if parts[0] is not None and parts[1] is not None:
        return f"in seconds this is {decimal_text(parts[0] * 60 + parts[1])}"
    return ""
