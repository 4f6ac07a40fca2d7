"""An alignment record: a file of the player's, and where a song lies in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from game.charts.model import Chart
from game.timing.sound_map import SoundMap


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file is known by."""

    path: Path
    digest: str
    """SHA-256 of its bytes, in hex."""

    size_bytes: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> FileFacts:
        """Reads the whole file.

        Raises:
            OSError: it cannot be read.
        """
        status = path.stat()
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return cls(path, digest, status.st_size, status.st_mtime_ns)

    def is_there(self) -> bool:
        """Whether the very same bytes still lie there; they are read only if the date has changed.

        A file that cannot be read is not there.
        """
        try:
            status = self.path.stat()
            if (status.st_size, status.st_mtime_ns) == (self.size_bytes, self.modified_ns):
                return True
            return (
                status.st_size == self.size_bytes and FileFacts.of(self.path).digest == self.digest
            )
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Recording:
    """A file that has been aligned to a song."""

    file: FileFacts
    song: str
    """See `song_key`."""

    title: str
    """The song's title, for people who read the file."""

    length_us: int
    sound_map: SoundMap
    """From song time to the file's own."""

    confidence: str
    """How sure the program was: see `alignment.align.Confidence`. "by_hand" once a person moved it.
    """


def song_key(chart: Chart) -> str:
    """What names a song whatever notes are charted to it: its heading and its tempo map.

    So an author who goes on writing keeps the alignment, and another tempo asks for another.
    """
    meta = chart.meta
    lines = (meta.title, meta.artist, meta.recording or "", *chart.tempo_map.canonical_lines())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
