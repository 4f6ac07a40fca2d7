"""MIDI bytes into channel messages: everything a drum says, and nothing that it did not say."""

from __future__ import annotations

from collections.abc import Iterable

_FIRST_STATUS = 0x80
_FIRST_SYSTEM = 0xF0
_FIRST_REALTIME = 0xF8
_TWO_BYTES = (0xC0, 0xD0)
"""Program change and channel pressure have one data byte, all other channel messages two."""


class ByteParser:
    """Remembers a running status and an unfinished message from one piece of bytes to the next.

    System messages are passed over. A clock may stand anywhere; every other system message, whole
    or cut off, ends the running status, so that its data bytes never become notes.
    """

    def __init__(self) -> None:
        self._status = 0
        self._data: list[int] = []

    def feed(self, piece: Iterable[int]) -> list[bytes]:
        """The channel messages that these bytes complete, each with its status byte."""
        complete = []
        for byte in piece:
            if byte >= _FIRST_REALTIME:
                continue
            if byte >= _FIRST_STATUS:
                self._status = byte if byte < _FIRST_SYSTEM else 0
                self._data.clear()
            elif self._status:
                self._data.append(byte)
                if len(self._data) == _data_length(self._status):
                    complete.append(bytes((self._status, *self._data)))
                    self._data.clear()
        return complete


def _data_length(status: int) -> int:
    return 1 if status & 0xF0 in _TWO_BYTES else 2
