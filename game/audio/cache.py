"""The folder of prepared songs: the last eight are kept."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import wave
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.audio.request import PreparedSong, SongRequest
from game.audio.tail import is_tail

KEPT = 8

_VERSION = 4
"""Goes up when the same request would be rendered otherwise."""


class SongCache:
    """Prepared songs by what was asked for; a broken one is as good as none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_for(self, request: SongRequest) -> Path:
        """Where the song belongs. Depends on what the audio file holds, not on its name or date.

        Raises:
            OSError: the audio file cannot be read.
        """
        plain = request.as_json() | {"version": _VERSION, "audio": None}
        digest = hashlib.sha256(json.dumps(plain, sort_keys=True).encode())
        if request.audio:
            with request.audio.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return self.folder / f"{digest.hexdigest()[:32]}.wav"

    def find(self, path: Path, request: SongRequest) -> PreparedSong | None:
        """The song prepared at `path` if it is there and whole, marked as the last one used."""
        try:
            with wave.open(str(path), "rb") as file:
                frames, frame_bytes = file.getnframes(), file.getnchannels() * file.getsampwidth()
            if path.stat().st_size < frames * frame_bytes:
                return None
        except (OSError, EOFError, wave.Error):
            return None
        with suppress(OSError):
            os.utime(path)
        return PreparedSong(path, request.start_us, frames, request.rate_pct)

    @contextmanager
    def writing(self, path: Path) -> Iterator[Path]:
        """Where to write the song for `path`, where it appears when all of it is there.

        Raises:
            OSError: the folder cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=self.folder)
        os.close(handle)
        part = Path(name)
        try:
            yield part
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        """Keep the last eight; what an earlier crash left half written ages with them."""
        used = []
        for path in self.folder.iterdir():
            with suppress(OSError):
                if path.is_file() and not is_tail(path):
                    used.append((path.stat().st_mtime_ns, path))
        for _, path in sorted(used, reverse=True)[KEPT:]:
            # A song that is being played cannot be removed on Windows; it goes next time.
            with suppress(OSError):
                path.unlink()
