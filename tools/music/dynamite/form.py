"""The plan: 93 bars at 114; each section its own harmony."""

from __future__ import annotations

from music.form import Form

FORM = Form(
    pulses_a_minute=114,
    cells_per_pulse=4,
    sections={
        "Intro": 4,
        "Verse 1": 8,
        "Pre-chorus 1": 8,
        "Chorus 1": 8,
        "Verse 2": 8,
        "Pre-chorus 2": 8,
        "Chorus 2": 8,
        "Post-chorus": 8,
        "Break": 8,
        "Chorus 3": 8,
        "Chorus 4": 8,
        "Post-chorus 2": 8,
        "Last hit": 1,
    },
    chord_symbols={
        "Intro": "Ebmaj9 | Gm7 | Abmaj9 | Bb9sus",
        "Verse 1": "Ebmaj9 | Ebmaj9 | Abmaj9 | Bb9sus | Ebmaj9 | Gm7 | Abmaj9 | Fm9 Bb13",
        "Pre-chorus 1": "Fm9 | Gm7 | Abmaj9 | Abmaj9 | Fm9 | Gm7 | Abmaj9 | Bb9sus Bb13",
        "Chorus 1": "Abmaj9 | Bb/Ab | Gm7 | C7b9 | Fm9 | Bb13 | Ebmaj9 | Ebmaj9 Eb9",
        "Verse 2": "Cm9 | Cm9 | Abmaj9 | Bb9sus | Cm9 | Gm7 | Abmaj9 | Fm9 Bb13",
        "Pre-chorus 2": "Fm9 | Gm7 | Abmaj9 | Adim7 | Fm9 | Gm7 | Abmaj9 | Bb9sus Bb13",
        "Chorus 2": "Abmaj9 | Bb/Ab | Gm7 | C7b9 | Fm9 | Bb13 | Ebmaj9 | Bbm7 Eb9",
        "Post-chorus": "Abmaj9 | Ebmaj9 | Fm9 | Bb13 | Abmaj9 | Ebmaj9 | Fm9 | Bb13",
        "Break": "Cm9 | Fm9 | Cm9 | Fm9 | Abmaj9 | Gm7 | Abmaj9 Gm7 | Bb9sus",
        "Chorus 3": "Abmaj9 | Bb/Ab | Gm7 | C7b9 | Fm9 | Bb13 | Ebmaj9 | C9sus",
        "Chorus 4": "Bbmaj9 | C/Bb | Am7 | D7b9 | Gm9 | C13 | Fmaj9 | Cm9 F9",
        "Post-chorus 2": "Bbmaj9 | Fmaj9 | Gm9 | C13 | Bbmaj9 | Fmaj9 | Gm9 | C13",
        "Last hit": "F6/9",
    },
)
