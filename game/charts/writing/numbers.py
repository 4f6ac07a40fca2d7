"""Numbers as charts write them."""

from __future__ import annotations

from fractions import Fraction

_DECIMALS = 9


def decimal_text(value: Fraction) -> str:
    """The shortest decimal that reads as the value, to nine decimals at most."""
    scaled = round(value * 10**_DECIMALS)
    whole, rest = divmod(abs(scaled), 10**_DECIMALS)
    decimals = f"{rest:0{_DECIMALS}d}".rstrip("0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
