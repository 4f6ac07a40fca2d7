"""How long a sound file lasts."""

from __future__ import annotations

from pathlib import Path

from game.audio.headers import read_header


def audio_length_s(path: Path) -> float | None:
    """Seconds of an ogg, opus, flac, wav or mp3 file by its headers; None if they do not tell."""
    header = read_header(path)
    return header.length_s if header else None
