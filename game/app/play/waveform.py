"""The shape of a prepared song's sound."""

from __future__ import annotations

import wave
from pathlib import Path

from game.audio.request import PreparedSong
from game.view.screens.editor.snapshot import Waveform

_STEP_US = 5_000


def waveform_of(song: PreparedSong) -> Waveform | None:
    """How loud each 5 ms of a song at full speed are; None if its file is gone or silent."""
    # Imported here: only what sounds needs it, and it is slow to import.
    import numpy as np  # noqa: PLC0415

    try:
        pcm = _frames(song.path)
    except (OSError, EOFError, wave.Error):
        return None
    samples = np.abs(np.frombuffer(pcm, "<i2").astype(np.int32))
    rate_hz, channels = 48_000, 2
    step = rate_hz * _STEP_US // 1_000_000 * channels
    count = len(samples) // step
    if not count:
        return None
    peaks = samples[: count * step].reshape(count, step).max(axis=1)
    loudest = int(peaks.max())
    if not loudest:
        return None
    return Waveform(song.start_us, _STEP_US, tuple((peaks / loudest).tolist()))


def _frames(path: Path) -> bytes:
    with wave.open(str(path), "rb") as file:
        return file.readframes(file.getnframes())
