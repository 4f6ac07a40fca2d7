"""What can go wrong in a way that a person can act on; the ground floor of the house."""

from __future__ import annotations

from pathlib import Path


class GameError(Exception):
    """A fault with one clear sentence for the person who can mend it.

    `str(error)` is that sentence; `hint`, if any, is what to try.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class ChartError(GameError):
    """The only exception out of `charts/`: a chart that cannot be read.

    `line` and `column` count from 1; 0 means the file as a whole.
    """

    def __init__(self, path: Path, line: int, column: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: error: {super().__str__()}"


class FileFaultError(GameError):
    """A file that is missing, broken or not what was expected there.

    `place` is where in the file, in words for a person ("line 3", "players[0].level"), or "".
    """

    def __init__(self, path: Path, place: str, found: str, expected: str, hint: str = "") -> None:
        where = f"{path}, {place}" if place else str(path)
        super().__init__(f"{where}: found {found}, expected {expected}", hint)
        self.path = path
        self.place = place
        self.found = found
        self.expected = expected


class ReplayError(FileFaultError):
    """A replay that cannot be read or judged again."""


class SettingsError(FileFaultError):
    """A settings file that cannot be used."""


class HistoryError(FileFaultError):
    """A history of plays that cannot be read or written."""


class ShelfError(FileFaultError):
    """A shelf of signed sticks that cannot be read or written."""


class AudioError(FileFaultError):
    """A sound file that cannot be decoded."""


class RecordingError(FileFaultError):
    """A record of the players' own recordings that cannot be read or written."""
