"""What is known of charts that have not changed: a file in the cache, so that a thousand songs are
there at once. It can be dropped at any time."""

from __future__ import annotations

import base64
import json
import logging
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from game.app.files import atomic
from game.app.library.facts import Facts, Figure
from game.app.library.song import Song, Summary
from game.view.butterfly import Butterfly

_log = logging.getLogger(__name__)

_FORMAT = "drum-duet-songs/1"

Stamp = tuple[int, int]
"""Time of the last change in ns, and size: the same for a file that has not changed."""


class RememberedSongs:
    """Songs by the path of their chart. Used by one thread at a time."""

    def __init__(self, path: Path | None) -> None:
        """`path` None: nothing is kept."""
        self._path = path
        self._songs: dict[str, dict[str, Any]] = {}
        self._is_loaded = self._is_changed = False

    def load(self) -> None:
        """Read the file, once. One that cannot be used is as good as none."""
        if self._path is None or self._is_loaded:
            return
        self._is_loaded = True
        try:
            data = json.loads(self._path.read_bytes())
            if data["format"] == _FORMAT and data["game"] == _game_version():
                self._songs = dict(data["songs"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.info("no songs are remembered: %s", error)

    def song(self, path: Path, folder: str) -> Song | None:
        """The song, if its chart is as it was."""
        kept = self._songs.get(str(path))
        if kept is None:
            return None
        try:
            if tuple(kept["stamp"]) != _stamp(path):
                return None
            return Song(path, _summary(kept["summary"]), kept["fault"], folder)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def keep(self, song: Song) -> None:
        """Remember a song that has just been read."""
        try:
            stamp = _stamp(song.path)
        except OSError:
            return
        summary = None if song.summary is None else _plain(song.summary)
        self._songs[str(song.path)] = {"stamp": stamp, "fault": song.fault, "summary": summary}
        self._is_changed = True

    def save(self) -> None:
        """Write what has been kept; songs whose charts have gone are forgotten."""
        if self._path is None or not self._is_changed:
            return
        self._songs = {path: kept for path, kept in self._songs.items() if Path(path).is_file()}
        data = {"format": _FORMAT, "game": _game_version(), "songs": self._songs}
        try:
            atomic.write_text(self._path, json.dumps(data, ensure_ascii=False))
        except OSError as error:
            _log.warning("the songs are not remembered: %s", error)
        self._is_changed = False


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _game_version() -> str:
    """Another version may read a chart otherwise."""
    try:
        return version("drum-duet")
    except PackageNotFoundError:
        return ""


def _plain(summary: Summary) -> dict[str, Any]:
    """As JSON holds it; the wings of the figure in 255 steps."""
    butterfly = summary.figure.butterfly
    plain = asdict(summary)
    plain["figure"] = {
        "busyness": summary.figure.busyness,
        "wings": [
            base64.b85encode(bytes(round(255 * value) for value in wing)).decode()
            for wing in butterfly.wings
        ],
        "sections": butterfly.sections,
    }
    return plain


def _summary(plain: dict[str, Any] | None) -> Summary | None:
    if plain is None:
        return None
    figure = plain["figure"]
    wings = tuple(tuple(step / 255 for step in base64.b85decode(wing)) for wing in figure["wings"])
    sections = tuple((share, name) for share, name in figure["sections"])
    return Summary(
        **{
            **plain,
            "facts": Facts(**plain["facts"]),
            "figure": Figure(Butterfly(wings, sections), tuple(figure["busyness"])),
        }
    )
