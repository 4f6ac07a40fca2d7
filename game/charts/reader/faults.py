"""Collecting what is wrong, and saying it in one way."""

from __future__ import annotations

from collections.abc import Iterable

from game.charts.issues import Issue
from game.charts.syntax.decoding import undecoded_byte

MAX_ERRORS = 1_000
_SHOWN_CHARS = 40


class TooManyFaultsError(Exception):
    """The text has so many errors that the rest is of no use to anyone."""


class Faults:
    """The errors of one reading. The same error at the same place counts once."""

    def __init__(self) -> None:
        self._issues: dict[Issue, None] = {}

    def add(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Note an error. What cannot be printed is told by its number.

        Raises:
            TooManyFaultsError: there are `MAX_ERRORS` of them.
        """
        self._issues[Issue(line, column, "error", printable(message), printable(hint))] = None
        if len(self._issues) >= MAX_ERRORS:
            self._issues[Issue(line, column, "error", "too many errors to go on")] = None
            raise TooManyFaultsError

    def __len__(self) -> int:
        return len(self._issues)

    def issues(self) -> tuple[Issue, ...]:
        """All errors, sorted by place."""
        return tuple(sorted(self._issues))


def quoted(text: str) -> str:
    """A found text as a message shows it: in quotes and not too long."""
    return f'"{shortened(text)}"'


def shortened(text: str) -> str:
    """A text of which only the beginning matters, printable."""
    shown = text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
    return printable(shown)


def printable(text: str) -> str:
    """A text on one line: what cannot be printed is told by its number."""
    return text if text.isprintable() else "".join(map(_printable, text))


def counted(number: int, noun: str) -> str:
    """`1 bar`, `3 bars`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def one_of(choices: Iterable[object]) -> str:
    """`1, 2 or 4`."""
    *others, last = map(str, choices)
    return f"{', '.join(others)} or {last}" if others else last


def _printable(char: str) -> str:
    byte = undecoded_byte(char)
    if byte is not None:
        return f"\\x{byte:02x}"
    if char.isprintable():
        return char
    return char.encode("unicode_escape").decode("ascii")
