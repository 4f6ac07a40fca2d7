"""The plan: 100 bars of 12/8 at 123, one of them half as long; each section its own harmony."""

from __future__ import annotations

from music.form import Form
from music.notation import FOUR_THREES

_HELD_NOTE = 65
"""The index of the half bar."""

FORM = Form(
    pulses_a_minute=123,
    cells_per_pulse=3,
    grid=FOUR_THREES,
    short_bars={_HELD_NOTE: 6},
    sections={
        "Intro": 8,
        "Verse A": 8,
        "Verse B": 8,
        "Pre-chorus A": 8,
        "Chorus A": 8,
        "Chorus B": 9,
        "Middle": 8,
        "Pre-chorus B": 8,
        "Held note": 1,
        "Chorus A again": 8,
        "Chorus B again": 8,
        "Chorus C": 8,
        "Outro": 10,
    },
    chord_symbols={
        "Intro": "Dm9 | Dm9 | Bbmaj9 | Bbmaj9 | Dm9 | Am7 | Bbmaj9 | C9sus",
        "Verse A": "Dm9 | C/D | Bbmaj9 | Gm9 | Dm9 | C/D | Bbmaj9 | A7b9",
        "Verse B": "Gm9 | Dm9 | Ebmaj9 | Bbmaj9 | Gm9 | Dm9 | Ebmaj9 | A7b9",
        "Pre-chorus A": "Bbmaj9 | Bbmaj9 | Gm9 | Gm9 | Bbmaj9 | Bdim7 | Gm9 | A7b9",
        "Chorus A": "Dm9 | F/A | Gm9 | Bbmaj9 C13 | Dm9 | F/A | Gm9 | Ebmaj9 C13",
        "Chorus B": "Bbmaj9 | Dm9 | Gm9 | Am7 | Bbmaj9 | Dm9 | Gm9 | Ebmaj9 A7b9 | Dm9",
        "Middle": "Bbmaj9 | Gm9 | Dm9 | Am7 | Bbmaj9 | Gm9 | Ebmaj9 | A7b9",
        "Pre-chorus B": "Gm9 | Gm9 | Bbmaj9 | Bbmaj9 | Ebmaj9 | Ebmaj9 | Gm9 | A7b9",
        "Held note": "A7b9",
        "Chorus A again": "Dm9 | F/A | Gm9 | Bbmaj9 C13 | Dm9 | F/A | Gm9 | Ebmaj9 C13",
        "Chorus B again": "Bbmaj9 | Dm9 | Gm9 | Am7 | Bbmaj9 | Dm9 | Gm9 | Ebmaj9 A7b9",
        "Chorus C": "Bbmaj9 | C/Bb | Am7 | Dm9 | Gm9 | Am7 | Bbmaj9 | Ebmaj9 A7b9",
        "Outro": ("Dm9 | F/A | Gm9 | Bbmaj9 | Dm9 | F/A | Gm9 | Bbmaj9 | Ebmaj9 C13 | Dm9"),
    },
)
