"""Files that players may take from their results."""

from __future__ import annotations

from pathlib import Path

from game.app.play_setup import PlaySetup
from game.duet.replay_reader import read_replay


def save_midi(setup: PlaySetup, replay_path: Path) -> Path:
    """Write both parts as a MIDI file beside the replay, under the same name.

    Raises:
        GameError: the replay has gone or is broken.
        OSError: the file cannot be written.
    """
    # Imported here: few plays are saved so, and nobody waits for it.
    from game.app import midi_file  # noqa: PLC0415

    path = replay_path.with_suffix(".mid")
    names = [seat.name for seat in setup.seats]
    midi_file.save(midi_file.midi_file(read_replay(replay_path), setup.chart, names), path)
    return path
