"""Which music a song is played to: in words, and as a file to listen to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.app.library.song import Song
from game.app.play.song_audio import audio_file
from game.app.recordings.recording import Recording
from game.app.recordings.store import RecordingStore
from game.timing.units import US_PER_S
from game.view.screens.song_card import Card
from game.view.strings import Strings


def music_text(
    strings: Strings, recording: Recording | None, chart_path: Path, audio: str | None
) -> str:
    """Such as "Music: your recording, song.mp3".

    Args:
        recording: what the players have chosen to play the song to.
        audio: what the chart names.
    """
    if recording is not None:
        is_there = recording.file.path.is_file()
        key = "recording.mine" if is_there else "recording.mine_gone"
        return strings(key, file=recording.file.path.name)
    has_music = audio_file(chart_path, audio) is not None
    return strings("recording.own" if has_music else "recording.drums_only")


class SongMusic:
    """What the song list says of a song's music."""

    def __init__(self, strings: Strings, recordings: RecordingStore) -> None:
        self._strings, self._recordings = strings, recordings

    def on_card(self, card: Card, song: Song) -> Card:
        """The card with what the song is played to. What is amiss with a sound file that is not
        played is not said."""
        if song.summary is None:
            return card
        recording = self._recordings.of_song(song.summary.song_key)
        text = music_text(self._strings, recording, song.path, song.summary.audio)
        return replace(card, music=text, note="" if recording else card.note)

    def preview_of(self, song: Song) -> tuple[Path, float] | None:
        """The file in which a song is heard in the list, and from which of its seconds."""
        summary = song.summary
        if summary is None:
            return None
        recording = self._recordings.of_song(summary.song_key)
        if recording is not None and recording.file.path.is_file():
            song_us = round((summary.preview_s - summary.offset_s) * US_PER_S)
            sound_us = recording.sound_map.sound_us(song_us)
            return recording.file.path, max(0.0, sound_us / US_PER_S)
        audio = song.audio_path
        return None if audio is None else (audio, summary.preview_s)
