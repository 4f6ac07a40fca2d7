"""Writing takes down, so that none is lost."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from game.app.files import midi_file
from game.app.jam.take import Take
from game.app.jam.take_file import Hand, take_file, take_path
from game.app.play.offsets import setup_of
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.timing.offsets import offsets_of
from game.timing.units import NS_PER_US

_US_PER_MS = 1_000


def offsets_ns(take: Take, settings: Settings, output: AudioOutput) -> dict[Hand, int]:
    """The input offsets of all who struck something, as they would be in play."""
    audio_offset_us = settings.playing.audio_offset_ms * _US_PER_MS
    hands = {(hit.player, hit.device) for hit in take.hits}
    return {
        (player, device): NS_PER_US
        * offsets_of(
            settings.calibrations, player, setup_of(output, device), audio_offset_us
        ).input_us
        for player, device in hands
    }


def save(
    take: Take, folder: Path, title: str, names: Mapping[int, str], offset_ns: Mapping[Hand, int]
) -> Path:
    """Write a take into a folder, or where the system keeps its temporary files if that fails.

    Returns:
        The file.

    Raises:
        OSError: neither can be written into.
    """
    file = take_file(take, title, names, offset_ns)
    now = datetime.now()
    try:
        path = take_path(folder, now)
        midi_file.save(file, path)
    except OSError:
        path = take_path(Path(tempfile.gettempdir()), now)
        midi_file.save(file, path)
    return path
