"""The card of the chosen song: facts and figure in words."""

from __future__ import annotations

from pathlib import Path

from game.app.library import Song
from game.app.screens.song_facts import Facts, Figure, figure_of
from game.app.screens.song_list import Entry
from game.charts.model import Chart
from game.timing.units import US_PER_S
from game.view.screens import songs as view
from game.view.strings import Strings


class SongCards:
    """Makes cards, and remembers the figures that take a moment to compute."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings
        self._figures: dict[Path, tuple[Chart, Figure]] = {}

    def card(self, entry: Entry, is_heard: bool, is_mute: bool = False) -> view.Card:
        """What the right half of the screen shows of a song.

        `is_mute` if its sound file was tried, and cannot be played.
        """
        chart = entry.song.chart
        if chart is None or entry.facts is None:
            return view.Card(
                title=entry.song.title,
                fault=view.Fault(
                    self._strings("songs.broken"),
                    entry.song.fault,
                    self._strings("songs.broken_hint"),
                ),
            )
        figure = self._figure(entry.song.path, chart)
        return view.Card(
            title=title_in(chart, self._strings.language),
            byline=byline(self._strings, chart),
            facts=self._facts(entry.facts),
            parts=tuple(
                view.PartLevel(
                    self._strings(f"common.p{player}"),
                    dots,
                    self._strings(f"songs.busy_{dots}"),
                )
                for player, dots in enumerate(figure.busyness, start=1)
            ),
            butterfly=figure.butterfly,
            play=self._strings("songs.play"),
            is_heard=is_heard,
            note=audio_note(self._strings, entry.song, is_mute),
        )

    def _figure(self, path: Path, chart: Chart) -> Figure:
        known = self._figures.get(path)
        if known is None or known[0] is not chart:
            known = self._figures[path] = (chart, figure_of(chart))
        return known[1]

    def _facts(self, facts: Facts) -> tuple[view.Fact, ...]:
        return (
            view.Fact(self._strings("songs.tempo"), tempo_text(self._strings, facts)),
            view.Fact(self._strings("songs.length"), length_text(self._strings, facts)),
            view.Fact(self._strings("songs.bars"), str(facts.bars)),
        )


def audio_note(strings: Strings, song: Song, is_mute: bool = False) -> str:
    """What is wrong with the sound file that the chart names; "" if nothing is known to be."""
    if song.missing_audio:
        return strings("songs.missing_audio", file=song.missing_audio)
    if is_mute and song.audio_path is not None:
        return strings("songs.broken_audio", file=song.audio_path.name)
    return ""


def title_in(chart: Chart, language: str) -> str:
    """The title in the player's language, if the chart has it."""
    return chart.meta.titles.get(language, chart.meta.title)


def tempo_text(strings: Strings, facts: Facts) -> str:
    """Such as "114 BPM", or "114–118 BPM" where it changes."""
    low, high = facts.lowest_bpm, facts.highest_bpm
    if low == high:
        return strings("songs.bpm", bpm=low)
    return strings("songs.bpm_range", low=low, high=high)


def length_text(strings: Strings, facts: Facts) -> str:
    """Such as "2:08"."""
    minutes, seconds = divmod(round(facts.length_us / US_PER_S), 60)
    return strings("songs.minutes", minutes=minutes, seconds=seconds)


def byline(strings: Strings, chart: Chart) -> str:
    """Who performs it and who charted it, as far as the chart says so."""
    artist, charter = chart.meta.artist, chart.meta.charter
    if artist and charter and artist != charter:
        return strings("songs.by_both", artist=artist, charter=charter)
    if charter and not artist:
        return strings("songs.by_charter", charter=charter)
    return artist
