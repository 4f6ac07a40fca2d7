"""Which music a song is played to: in words, and as a file to listen to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.app.library import Song
from game.app.play_setup import chart_audio
from game.app.recordings.store import RecordingStore
from game.app.screens.song_facts import preview_s
from game.charts.model import Chart
from game.timing.units import US_PER_S
from game.view.screens.song_card import Card
from game.view.strings import Strings


def music_text(strings: Strings, recordings: RecordingStore, path: Path, chart: Chart) -> str:
    """Such as "Music: your recording, song.mp3". `path` is the chart's file."""
    recording = recordings.in_use(chart)
    if recording is not None:
        is_there = recording.file.path.is_file()
        key = "recording.mine" if is_there else "recording.mine_gone"
        return strings(key, file=recording.file.path.name)
    has_music = chart_audio(path, chart) is not None
    return strings("recording.own" if has_music else "recording.drums_only")


class SongMusic:
    """What the song list says of a song's music."""

    def __init__(self, strings: Strings, recordings: RecordingStore) -> None:
        self._strings, self._recordings = strings, recordings

    def on_card(self, card: Card, song: Song) -> Card:
        """The card with what the song is played to. What is amiss with a sound file that is not
        played is not said."""
        if song.chart is None:
            return card
        is_mine = self._recordings.in_use(song.chart) is not None
        text = music_text(self._strings, self._recordings, song.path, song.chart)
        return replace(card, music=text, note="" if is_mine else card.note)

    def preview_of(self, song: Song) -> tuple[Path, float] | None:
        """See the function of that name."""
        if song.chart is None:
            return None
        return preview_of(self._recordings, song.path, song.chart)


def preview_of(recordings: RecordingStore, path: Path, chart: Chart) -> tuple[Path, float] | None:
    """The file in which a song is heard in the list, and from which of its seconds."""
    own_s = preview_s(chart)
    recording = recordings.in_use(chart)
    if recording is not None and recording.file.path.is_file():
        song_us = round((own_s - float(chart.meta.offset_s)) * US_PER_S)
        return recording.file.path, max(0.0, recording.sound_map.sound_us(song_us) / US_PER_S)
    audio = chart_audio(path, chart)
    return None if audio is None else (audio, own_s)
