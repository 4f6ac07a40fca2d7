"""The alignment records' file: JSON with a version, read strictly, written atomically.

A broken file is set aside with a message, and the players align anew; a file of a newer version is
left alone, and nothing is written over it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.app.files import atomic
from game.app.files.plain_faults import found_by
from game.app.recordings.recording import FileFacts, Recording, song_key
from game.charts.model import Chart
from game.errors import RecordingError
from game.timing.sound_map import SoundMap

VERSION = 1


class RecordingStore:
    """Holds the records and keeps them in their file; without a path, in memory alone."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._records: dict[tuple[str, str], Recording] = {}
        """By song and file."""

        self._in_use: dict[str, str] = {}
        """The file that each song is played to, by song; none for the game's own music."""

        self._may_write = path is not None
        self.faults: list[RecordingError] = []
        """What was wrong with the file, for the player to read."""

        if path is not None:
            self._load(path)

    def in_use(self, chart: Chart) -> Recording | None:
        """What the players have chosen to play this song to, wherever the file is now."""
        return self.of_song(song_key(chart))

    def of_song(self, song: str) -> Recording | None:
        """The same by the song's key."""
        return self._records.get((song, self._in_use.get(song, "")))

    def known(self, chart: Chart, digest: str) -> Recording | None:
        """What is remembered of a file, whatever it is called today."""
        return self._records.get((song_key(chart), digest))

    @property
    def last_folder(self) -> Path | None:
        """Where the latest file lay."""
        latest = next(reversed(self._records.values()), None)
        return latest.file.path.parent if latest else None

    def use(self, recording: Recording) -> RecordingError | None:
        """Play that song to this recording from now on; returns what kept it off the disk."""
        key = (recording.song, recording.file.digest)
        self._records.pop(key, None)
        self._records[key] = recording
        self._in_use[recording.song] = recording.file.digest
        return self._write()

    def use_own_music(self, chart: Chart) -> RecordingError | None:
        """Play a song to the game's own music again; its alignments stay remembered."""
        self._in_use.pop(song_key(chart), None)
        return self._write()

    def _write(self) -> RecordingError | None:
        if not self._may_write or self._path is None:
            return None
        plain = {
            "version": VERSION,
            "recordings": [
                _as_json(each, self._in_use.get(each.song) == each.file.digest)
                for each in self._records.values()
            ],
        }
        try:
            atomic.write_text(self._path, json.dumps(plain, indent=1, ensure_ascii=False) + "\n")
        except OSError as error:
            found, hint = found_by(error), "the alignment holds until you leave"
            return RecordingError(self._path, "", found, "a file that can be written", hint)
        return None

    def _load(self, path: Path) -> None:
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, OSError):
                self._may_write = False
                self._fault(path, "", found_by(error), "a file that can be read")
            else:
                self._set_aside(path, "bytes that are no text")
            return
        try:
            plain = json.loads(text)
            version = plain["version"]
            if isinstance(version, int) and version > VERSION:
                self._may_write = False
                hint = "a newer Drum Duet wrote this file; it is left as it is"
                self._fault(path, "version", str(version), f"at most {VERSION}", hint)
                return
            read = [(_from_json(each), bool(each["in_use"])) for each in plain["recordings"]]
        except (ValueError, KeyError, TypeError, RecursionError):
            self._set_aside(path, "something else")
            return
        for recording, is_used in read:
            self._records[recording.song, recording.file.digest] = recording
            if is_used:
                self._in_use[recording.song] = recording.file.digest

    def _set_aside(self, path: Path, found: str) -> None:
        try:
            hint = f"it was kept as {atomic.set_aside(path).name}; align your recordings once more"
        except OSError:
            self._may_write = False
            hint = "it is left as it is; align your recordings once more"
        self._fault(path, "", found, "alignment records", hint)

    def _fault(self, path: Path, place: str, found: str, expected: str, hint: str = "") -> None:
        self.faults.append(RecordingError(path, place, found, expected, hint))


def _as_json(recording: Recording, in_use: bool) -> dict[str, Any]:
    return {
        "title": recording.title,
        "song": recording.song,
        "in_use": in_use,
        "path": str(recording.file.path),
        "sha256": recording.file.digest,
        "size_bytes": recording.file.size_bytes,
        "modified_ns": recording.file.modified_ns,
        "length_us": recording.length_us,
        "confidence": recording.confidence,
        "pins": [[pin.song_us, pin.sound_us] for pin in recording.sound_map.pins],
    }


def _from_json(plain: Mapping[str, Any]) -> Recording:
    """Raises ValueError, KeyError or TypeError if it is no record."""
    facts = FileFacts(
        Path(plain["path"]),
        str(plain["sha256"]),
        int(plain["size_bytes"]),
        int(plain["modified_ns"]),
    )
    pins = [(int(song_us), int(sound_us)) for song_us, sound_us in plain["pins"]]
    if not pins:
        raise ValueError("a record without pins")
    return Recording(
        facts,
        str(plain["song"]),
        str(plain["title"]),
        int(plain["length_us"]),
        SoundMap.of(pins),
        str(plain["confidence"]),
    )


def moved_to(recording: Recording, file: FileFacts) -> Recording:
    """The same record where its file lies now."""
    return replace(recording, file=file)
