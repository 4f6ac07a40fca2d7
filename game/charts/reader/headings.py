"""Section lines: `== Name ==` and `== Name @62.440 ==`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.charts.reader.faults import Faults, quoted
from game.charts.reader.numbers import decimal, decimal_hint
from game.charts.syntax.lines import Line

_EXPECTED = 'expected a section such as "== Chorus =="'


@dataclass(frozen=True, slots=True)
class Heading:
    """A section line, and the bar at which its section starts."""

    line: int
    column: int
    """Where the name stands."""

    name: str
    bar: int
    pin_s: Fraction | None
    pin_column: int
    """Where the `@` stands; 0 if there is none."""


def parse_heading(line: Line, bar: int, faults: Faults) -> Heading | None:
    """Read a section line; None if it is none."""
    told = line.content.strip()
    if len(told) < 4 or not told.endswith("=="):
        found = f"found {quoted(told)}, {_EXPECTED}"
        faults.add(line.number, len(line.content) + 1, found, "close the line with ==")
        return None
    inner = told[2:-2].strip()
    column = line.content.index("==") + 3 + len(told[2:]) - len(told[2:].lstrip())
    name, pin_index = _split_pin(inner)
    pin_s, pin_column = None, 0
    if pin_index is not None:
        pin_column = column + pin_index
        pin_s = _pin(inner[pin_index + 1 :].strip(), line.number, pin_column, faults)
    if not name or name.startswith("=") or name.endswith("="):
        faults.add(line.number, column, f"found a section without a plain name, {_EXPECTED}")
        return None
    return Heading(line.number, column, name, bar, pin_s, pin_column)


def _split_pin(inner: str) -> tuple[str, int | None]:
    """The name, and the place of the `@` of a pin: the last word, if it begins with `@`."""
    index = inner.rfind("@")
    if index < 0 or (index > 0 and not inner[index - 1].isspace()):
        return inner, None
    value = inner[index + 1 :]
    is_one_word = len(value.split()) == 1 and not value[0].isspace()
    if not value or is_one_word or decimal(value.strip()) is not None:
        return inner[:index].rstrip(), index
    return inner, None


def _pin(text: str, line: int, column: int, faults: Faults) -> Fraction | None:
    pin_s = decimal(text)
    if pin_s is None:
        message = f"found {quoted('@' + text)}, expected seconds such as @62.440"
        faults.add(line, column, message, decimal_hint(text))
    return pin_s
