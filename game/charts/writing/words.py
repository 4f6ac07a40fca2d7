"""Words that the reader takes as they were meant."""

from __future__ import annotations

import re
from fractions import Fraction

from game.charts.writing.numbers import decimal_text

_COMMENT = re.compile(r"(^|(?<=\s))//+")
_PIN = re.compile(r"(^|\s)@(?=\s*\S+$)")


def header_text(text: str) -> str:
    """Text on one line of its own, without anything that begins a comment."""
    one_line = text.encode("utf-8", "replace").decode().replace("\n", " ")
    return _COMMENT.sub("/", one_line.strip())


def cue_text(text: str) -> str:
    """Text for a bar, which a `|` would end."""
    return header_text(text.replace("|", "/"))


def section_line(name: str, pin_s: Fraction | None) -> str:
    """`== Name ==`, or `== Name @62.44 ==` with the second of the audio to which it is pinned."""
    plain = header_text(name).strip("= \t") or "Section"
    if pin_s is None:
        unpinned = _PIN.sub(r"\1", plain)
        return f"== {unpinned} =="
    return f"== {plain} @{decimal_text(pin_s)} =="
