"""The card of the chosen song: facts and figure in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from game.app.history.history import Best
from game.app.library.facts import Facts
from game.app.library.song import Song
from game.app.play.song_audio import missing_audio
from game.timing.units import US_PER_S
from game.view.screens import songs as view
from game.view.strings import Strings


class Named(Protocol):
    """What says whose song it is: a chart's header, or its summary."""

    @property
    def title(self) -> str: ...
    @property
    def titles(self) -> Mapping[str, str]: ...
    @property
    def artist(self) -> str: ...
    @property
    def charter(self) -> str: ...


def card_of(
    strings: Strings, song: Song, best: Best | None, *, is_heard: bool, is_mute: bool = False
) -> view.Card:
    """What the right half of the screen shows of a song.

    Args:
        is_mute: its sound file was tried, and cannot be played.
    """
    summary = song.summary
    if summary is None:
        return view.Card(
            title=song.title,
            fault=view.Fault(strings("songs.broken"), song.fault, strings("songs.broken_hint")),
        )
    return view.Card(
        title=title_in(summary, strings.language),
        byline=byline(strings, summary),
        facts=_facts(strings, summary.facts, best),
        parts=tuple(
            view.PartLevel(strings(f"common.p{player}"), dots, strings(f"songs.busy_{dots}"))
            for player, dots in enumerate(summary.figure.busyness, start=1)
        ),
        butterfly=summary.figure.butterfly,
        play=strings("songs.play"),
        is_heard=is_heard,
        note=audio_note(strings, song.path, summary.audio, is_mute),
    )


def _facts(strings: Strings, facts: Facts, best: Best | None) -> tuple[view.Fact, ...]:
    """What two people have reached is worth more than the number of bars."""
    bars = view.Fact(strings("songs.bars"), str(facts.bars))
    return (
        view.Fact(strings("songs.tempo"), tempo_text(strings, facts)),
        view.Fact(strings("songs.length"), length_text(strings, facts)),
        bars if best is None else view.Fact(strings("songs.best"), f"{best.duet_score:,}"),
    )


def audio_note(strings: Strings, chart_path: Path, audio: str | None, is_mute: bool = False) -> str:
    """What is wrong with the sound file that a chart names; "" if nothing is known to be."""
    missing = missing_audio(chart_path, audio)
    if missing:
        return strings("songs.missing_audio", file=missing)
    return strings("songs.broken_audio", file=Path(audio).name) if is_mute and audio else ""


def title_in(song: Named, language: str) -> str:
    """The title in the player's language, if the chart has it."""
    return song.titles.get(language, song.title)


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


def byline(strings: Strings, song: Named) -> str:
    """Who performs it and who charted it, as far as the chart says so."""
    artist, charter = song.artist, song.charter
    if artist and charter and artist != charter:
        return strings("songs.by_both", artist=artist, charter=charter)
    if charter and not artist:
        return strings("songs.by_charter", charter=charter)
    return artist
