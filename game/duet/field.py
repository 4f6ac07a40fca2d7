"""A value out of a JSON file that knows its place, so that each fault can be named."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, NoReturn

from game.errors import ReplayError

_BEAT = re.compile(r"-?[0-9]{1,12}(/[1-9][0-9]{0,11})?")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a file. Whatever is asked for and is not there raises `ReplayError`."""

    path: Path
    place: str
    """Such as `players[0].level`; "" for the whole file."""

    value: Any

    def key(self, name: str) -> Field:
        """A member of an object."""
        if not isinstance(self.value, dict):
            self.fail("an object")
        place = f"{self.place}.{name}" if self.place else name
        if name not in self.value:
            raise ReplayError(self.path, place, "nothing", "a value")
        return Field(self.path, place, self.value[name])

    def optional(self, name: str) -> Field | None:
        """A member of an object, or None where there is none."""
        return self.key(name) if isinstance(self.value, dict) and name in self.value else None

    def names(self) -> list[str]:
        """The names of an object's members."""
        if not isinstance(self.value, dict):
            self.fail("an object")
        return list(self.value)

    def items(self, count: int | None = None) -> list[Field]:
        """The members of a list; with `count`, exactly so many."""
        if not isinstance(self.value, list):
            self.fail("a list")
        if count is not None and len(self.value) != count:
            self.fail(f"a list of {count}")
        return [
            Field(self.path, f"{self.place}[{index}]", item)
            for index, item in enumerate(self.value)
        ]

    def integer(self, low: int, high: int) -> int:
        """A whole number within closed bounds."""
        value = self.value
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            self.fail(f"a whole number from {low} to {high}")
        return value

    def integer_or_null(self, low: int, high: int) -> int | None:
        return None if self.value is None else self.integer(low, high)

    def text(self) -> str:
        if not isinstance(self.value, str):
            self.fail("a text")
        return self.value

    def boolean(self) -> bool:
        if not isinstance(self.value, bool):
            self.fail("true or false")
        return self.value

    def one_of(self, names: Collection[str]) -> str:
        """A text that is one of some."""
        if not isinstance(self.value, str) or self.value not in names:
            self.fail(f"one of {', '.join(names)}")
        return self.value

    def beat(self) -> Fraction:
        """An exact position in quarter notes, written `7/2` or `3`."""
        if not isinstance(self.value, str) or not _BEAT.fullmatch(self.value):
            self.fail('a fraction such as "7/2"')
        return Fraction(self.value)

    def fail(self, expected: str) -> NoReturn:
        """Say that the value is not what was expected."""
        raise ReplayError(self.path, self.place, _shown(self.value), expected)


def _shown(value: object) -> str:
    """What was found, in a few words."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    text = json.dumps(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
