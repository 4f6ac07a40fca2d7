"""The plan of the song: tempo, sections, harmony."""

from __future__ import annotations

from collections.abc import Mapping

from music.chords import Chord
from music.notation import CELLS_PER_BAR, harmony, split_bars

BPM = 114.0
LEAD_IN_S = 0.5
"""Silence before bar 1: the `offset` of the chart's header."""

SECTIONS = {
    "Intro": 4,
    "Verse": 8,
    "Climb": 4,
    "Chorus": 8,
    "Call and answer": 8,
    "Fours": 8,
    "Build": 4,
    "Last chorus": 8,
    "Ending": 5,
}
"""How many bars each section has, in order."""

TAIL_BARS = 2
"""What is rendered after the last bar, for the sound to die away."""

_HARMONY = {
    "Intro": "Bbmaj9 | Am7 | Gm9 | C9sus",
    "Verse": "Dm9 | Dm9 | Gm9 | C9sus C13 | Dm9 | F/A | Bbmaj9 | A7b9",
    "Climb": "Gm9 | Am7 | Bbmaj9 Bdim7 | C9sus C13",
    "Chorus": "Bbmaj9 | C/Bb | Am7 | D9sus D7b9 | Gm9 | C13 | Fmaj9 | Em7b5 A7b9",
    "Call and answer": "Dm9 | Dm9 | Ebmaj9 | Ebmaj9 | Dm9 | Cm9 | Bbmaj9 Gm9 | A7b9",
    "Fours": "Dm9 | Am7 | Bbmaj9 | Gm9 A7b9 | Dm9 | Am7 | Bbmaj9 | C9sus C13",
    "Build": "Ebmaj9 | F/Eb | Am7 Bm7 | D9sus",
    "Last chorus": "Cmaj9 | D/C | Bm7 | E9sus E7b9 | Am9 | D13 | Gmaj9 | Dm9 G13",
    "Ending": "Ebmaj9 | F6/9 | Cm9 | D9sus | G6/9",
}
REST_CELLS = "-" * CELLS_PER_BAR
REST_NOTES = f"r/{CELLS_PER_BAR}"


def bars_in_all() -> int:
    return sum(SECTIONS.values())


def first_cell(section: str) -> int:
    """Where a section starts, in cells from bar 1."""
    names = list(SECTIONS)
    before = names[: names.index(section)]
    return CELLS_PER_BAR * sum(SECTIONS[name] for name in before)


def whole_song(part: Mapping[str, str], rest: str = REST_CELLS) -> str:
    """A part as one line; it rests in the sections that it does not name.

    Raises:
        ValueError: a section that does not exist, or has another number of bars.
    """
    unknown = set(part) - set(SECTIONS)
    if unknown:
        raise ValueError(f"unknown sections: {', '.join(sorted(unknown))}")
    bars: list[str] = []
    for name, length in SECTIONS.items():
        written = split_bars(part[name]) if name in part else [rest] * length
        if len(written) != length:
            raise ValueError(f"{name} has {len(written)} bars, expected {length}")
        bars += written
    return "|".join(bars)


def chords() -> list[Chord]:
    """The chord of each half bar."""
    return harmony(whole_song(_HARMONY))
