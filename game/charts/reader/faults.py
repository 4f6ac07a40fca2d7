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
        """Note an error.

        Raises:
            TooManyFaultsError: there are `MAX_ERRORS` of them.
        """
        self._issues[Issue(line, column, "error", message, hint)] = None
        if len(self._issues) >= MAX_ERRORS:
            self._issues[Issue(line, column, "error", "too many errors to go on")] = None
            raise TooManyFaultsError

    def __len__(self) -> int:
        return len(self._issues)

    def issues(self) -> tuple[Issue, ...]:
        """All errors, sorted by place."""
        return tuple(sorted(self._issues))


def quoted(text: str) -> str:
    """A found text as a message shows it: on one line, printable and not too long."""
    shown = text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
    return '"' + "".join(map(_printable, shown)) + '"'


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
