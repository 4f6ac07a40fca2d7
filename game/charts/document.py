"""The lossless `.duet` document: what `check`, `fmt`, the editor and watching all work on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.charts.issues import Issue
from game.charts.lint.warnings import warnings_of
from game.charts.model import Chart
from game.charts.reader.faults import quoted
from game.charts.reader.reading import Reading, read_text
from game.charts.syntax.decoding import MAX_FILE_BYTES, decode, encode
from game.charts.syntax.lines import Line, split_lines
from game.charts.syntax.systems import System, group_systems
from game.errors import ChartError

SUFFIX = ".duet"
DEFAULT_PATH = Path("chart.duet")


@dataclass(frozen=True)
class Document:
    """The text of a `.duet` file with every line, comment and space of it.

    Frozen: an edit gives a new document. It has no slots, so that what is worked out from the text
    can be kept (`cached_property`); that never changes, because the text never does.
    """

    path: Path
    lines: tuple[Line, ...]
    has_bom: bool = False
    faults: tuple[Issue, ...] = ()
    """What is wrong with the file as such: its encoding, its size."""

    is_readable: bool = field(default=True, repr=False)
    """False if there is no use in reading the text: too long, or another encoding altogether."""

    @classmethod
    def parse(cls, data: bytes | str, path: Path = DEFAULT_PATH) -> Document:
        """Take a text apart. Never raises: what is wrong stands in `issues()`."""
        raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        decoded = decode(raw)
        lines = split_lines(decoded.text)
        return cls(path, lines, decoded.has_bom, decoded.faults, decoded.is_readable)

    @classmethod
    def read(cls, path: Path) -> Document:
        """Read a chart's file.

        Raises:
            ChartError: it cannot be read, is over 2 MB, or its name does not end in `.duet`.
        """
        if path.suffix.lower() != SUFFIX:
            found = f"found a file named {quoted(path.name)}"
            raise ChartError(path, 0, 0, f"{found}, expected a chart whose name ends in {SUFFIX}")
        try:
            with path.open("rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ChartError(path, 0, 0, f"the chart cannot be read: {reason}") from error
        if len(data) > MAX_FILE_BYTES:
            limit = f"{MAX_FILE_BYTES:,} bytes"
            message = f"found a file of more than {limit}, expected at most {limit}"
            raise ChartError(path, 0, 0, message)
        return cls.parse(data, path)

    def text(self) -> str:
        """The whole text, without a byte order mark."""
        return "".join(line.text + line.newline for line in self.lines)

    def to_bytes(self) -> bytes:
        """The file: for an unchanged document the same bytes that were read."""
        return encode(self.text(), self.has_bom)

    def replace_lines(self, first: int, last: int, new_texts: Sequence[str]) -> Document:
        """A document with the lines `first` to `last` (from 1, both included) replaced.

        `last = first - 1` inserts before line `first`; no texts at all deletes. New lines get the
        newline that the document uses; whether its last line has one does not change.

        Raises:
            ValueError: the lines are not in the document, or a text holds a newline.
        """
        if not 1 <= first <= last + 1 <= len(self.lines) + 1:
            raise ValueError(f"lines {first} to {last} of a document of {len(self.lines)}")
        if any("\n" in text for text in new_texts):
            raise ValueError("a line's text holds a newline")
        newline = self.newline
        kept = [(line.text, line.newline or newline) for line in self.lines]
        kept[first - 1 : last] = [(text, newline) for text in new_texts]
        joined = "".join(text + end for text, end in kept)
        if self.lines and not self.lines[-1].newline and kept:
            joined = joined[: -len(kept[-1][1])]
        return Document.parse(encode(joined, self.has_bom), self.path)

    @cached_property
    def newline(self) -> str:
        """The newline that most lines have."""
        counts = Counter(line.newline for line in self.lines if line.newline)
        return counts.most_common(1)[0][0] if counts else "\n"

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The blocks of rows, in order."""
        return group_systems(self.lines)

    @cached_property
    def reading(self) -> Reading:
        """What the text says and every error in it."""
        if not self.is_readable:
            return Reading((), None)
        return read_text(self.lines, self.systems)

    def chart(self) -> Chart:
        """What the text says.

        Raises:
            ChartError: the first error of the text.
        """
        score = self.reading.score
        for error in sorted((*self.faults, *self.reading.errors)):
            raise ChartError(self.path, error.line, error.column, error.message, error.hint)
        assert score is not None, "a text without errors has been read"
        return score.chart

    def issues(self, audio_length_s: float | None = None) -> list[Issue]:
        """All errors and warnings at once, sorted by place.

        Args:
            audio_length_s: how long the chart's audio is, if that is known.
        """
        found = [*self.faults, *self.reading.errors]
        score = self.reading.score
        if score:
            found += warnings_of(score, self.systems, bool(found), audio_length_s)
        return sorted(set(found))
