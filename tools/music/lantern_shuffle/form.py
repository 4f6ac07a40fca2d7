"""The plan of the song: tempo, sections, harmony. The last chorus stands a whole tone higher."""

from __future__ import annotations

from music.form import Form
from music.notation import FOUR_THREES

FORM = Form(
    pulses_a_minute=123,
    cells_per_pulse=3,
    grid=FOUR_THREES,
    sections={
        "Intro": 4,
        "Verse": 8,
        "Lift": 4,
        "Chorus": 8,
        "Lanterns": 8,
        "Drum talk": 8,
        "Climb": 4,
        "Last chorus": 8,
        "Ending": 5,
    },
    chord_symbols={
        "Intro": "Am9 | Am9 | Fmaj9 | G6/9",
        "Verse": "Am9 | G/A | Fmaj9 | Em7 | Am9 | Cmaj9 | Dm9 | Em7",
        "Lift": "Dm9 | Em7 | Fmaj9 | G9sus",
        "Chorus": "Fmaj9 | G13 | Em7 | Am9 | Dm9 | G13 | Cmaj9 | E7b9",
        "Lanterns": "Dm9 | Am9 | Dm9 | Em7 | Fmaj9 | Cmaj9 | Bbmaj9 G13 | E7b9",
        "Drum talk": "Am9 | Am9 | D9 | D9 | Am9 | Am9 | Fmaj9 | E7b9",
        "Climb": "Fmaj9 | G13 | Am9 Bm7 | A9sus",
        "Last chorus": "Gmaj9 | A13 | F#m7 | Bm9 | Em9 | A13 | Dmaj9 | F#7b9",
        "Ending": "Gmaj9 | A13 | Gmaj9 | Em9 A13 | D6/9",
    },
)
