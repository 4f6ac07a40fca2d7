"""The sound file that a chart names, beside it on the disk."""

from __future__ import annotations

from pathlib import Path


def audio_file(chart_path: Path, name: str | None) -> Path | None:
    """The file, if the chart names one and it is there."""
    if name is None:
        return None
    path = chart_path.parent / name
    try:
        return path if path.is_file() else None
    except OSError:
        # A name that the system refuses is no file.
        return None


def missing_audio(chart_path: Path, name: str | None) -> str:
    """The name of the file that is asked for in vain; "" if nothing is missing."""
    return Path(name).name if name is not None and audio_file(chart_path, name) is None else ""
