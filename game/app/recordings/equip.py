"""Playing to the recording that the players have chosen, as long as it is there."""

from __future__ import annotations

from dataclasses import replace

from game.app.play.setup import OwnRecording, PlaySetup
from game.app.recordings.store import RecordingStore
from game.view.strings import Strings


def equipped(setup: PlaySetup, store: RecordingStore, strings: Strings) -> tuple[PlaySetup, str]:
    """The play with the players' recording, and what they should know about it, or ""."""
    recording = store.in_use(setup.chart)
    if recording is None:
        return replace(setup, recording=None), ""
    if not recording.file.is_there():
        notice = strings("recording.gone", file=recording.file.path.name)
        return replace(setup, recording=None), notice
    own = OwnRecording(recording.file.path, recording.sound_map)
    return replace(setup, recording=own), ""
