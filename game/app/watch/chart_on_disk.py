"""A chart that another program writes: read whenever it has come to rest with another text."""

from __future__ import annotations

from pathlib import Path

from game.charts.document import Document
from game.charts.model import Chart
from game.errors import ChartError

_NS_PER_MS = 1_000_000
_LOOK_NS = 10 * _NS_PER_MS
_SETTLES_NS = 20 * _NS_PER_MS
"""Some programs empty a file before they fill it, or write it in several steps."""

_EMPTY_SETTLES_NS = 300 * _NS_PER_MS
_GONE_NS = 1_000 * _NS_PER_MS
"""Others put a new file in place of the old one, which is not there for a moment."""

_Stamp = tuple[int, int, int]


class ChartOnDisk:
    """Asks the disk for no more than the state of one file, until that changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_gone = False
        self.fault: ChartError | None = None
        """Why the file, as it is now, cannot be read at all."""

        self._stamp: _Stamp | None = None
        self._since_ns: int | None = None
        """When that stamp was first seen; None if the file has been read since."""

        self._ahead: Document | ChartError | None = None
        """What was read at that stamp, while it settles: taking it apart takes as long."""

        self._looked_ns: int | None = None
        self._data: bytes | None = None

    def look(self, now_ns: int) -> Document | None:
        """The document, if there is another one than last time; the first time without waiting."""
        if self._looked_ns is not None and now_ns - self._looked_ns < _LOOK_NS:
            return None
        is_first, self._looked_ns = self._looked_ns is None, now_ns
        stamp = _stamp(self.path)
        if stamp != self._stamp:
            self._stamp, self._since_ns = stamp, now_ns
        if stamp is None:
            self.is_gone = self._since_ns is None or now_ns - self._since_ns >= _GONE_NS
            return None
        self.is_gone = False
        if self._since_ns is None:
            return None
        if self._since_ns == now_ns:
            self._ahead = self._read()
        if now_ns - self._since_ns < _settles_ns(stamp) and not is_first:
            return None
        self._since_ns = None
        return self._taken()

    def _read(self) -> Document | ChartError:
        try:
            document = Document.read(self.path)
        except ChartError as error:
            return error
        if document.to_bytes() != self._data:
            playable(document)
        return document

    def _taken(self) -> Document | None:
        """What was read, if it is news."""
        read, self._ahead = self._ahead, None
        if not isinstance(read, Document):
            self.fault, self._data = read, None
            return None
        self.fault = None
        data = read.to_bytes()
        if data == self._data:
            return None
        self._data = data
        return read


def _settles_ns(stamp: _Stamp) -> int:
    size = stamp[1]
    return _SETTLES_NS if size else _EMPTY_SETTLES_NS


def _stamp(path: Path) -> _Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def playable(document: Document) -> Chart | None:
    """The chart, if there is something to play and nothing is wrong with it."""
    try:
        chart = document.chart()
    except ChartError:
        return None
    return chart if chart.bars else None
