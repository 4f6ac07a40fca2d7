"""Arirang Road: the folk tune (public domain) in an arrangement of our own, 9/8 at 84 pulses."""

from __future__ import annotations

from music import band
from music.band import Chair
from music.form import Form
from music.midi import Track
from music.notation import THREE_THREES

TITLE = "Arirang Road"
_VERSE_CHORDS = "F6/9 | Dm9 | F/A | C9sus | Bbmaj9 | F/C Dm9 C9 | Bbmaj9 C9sus F6/9 | F6/9"
_ROAD_CHORDS = "Bbmaj9 | Gm9 | F/A | C9sus | Bbmaj9 | Am7 Dm9 C9 | Gm9 C9sus F6/9 | F6/9"
FORM = Form(
    pulses_a_minute=84,
    cells_per_pulse=3,
    grid=THREE_THREES,
    sections={
        "Setting out": 4,
        "First verse": 8,
        "Over the hill": 8,
        "The beat arrives": 8,
        "Two drums talk": 8,
        "The whole road": 8,
        "Home": 5,
    },
    chord_symbols={
        "Setting out": "F6/9 | F6/9 | Dm9 | C9sus",
        "First verse": _VERSE_CHORDS,
        "Over the hill": _VERSE_CHORDS,
        "The beat arrives": _ROAD_CHORDS,
        "Two drums talk": "Dm9 | Dm9 | Gm9 | Gm9 | Bbmaj9 | Bbmaj9 | C9sus | C9",
        "The whole road": _ROAD_CHORDS,
        "Home": "F6/9 | Bbmaj9 | F/C Dm9 C9 | Bbmaj9 C9sus C9 | F6/9",
    },
)
_REFRAIN = """
    C4/3! D4/2 C4/1 D4/3 | F4/3! G4/2 F4/1 G4/3 | A4/3! G4/2 A4/1 F4/2 D4/1 |
    C4/3! D4/2 C4/1 D4/3 | F4/3! G4/2 F4/1 G4/3 | A4/2! G4/1 F4/2 D4/1 C4/2 D4/1 |
    F4/3! G4/2 F4/1 F4/3 | F4/8 r/1"""
_CLIMB = """
    C5/3! C5/3 C5/3 | C5/3! A4/3 G4/3 | A4/3! G4/2 A4/1 F4/2 D4/1 |
    C4/3! D4/2 C4/1 D4/3 | F4/3! G4/2 F4/1 G4/3 | A4/2! G4/1 F4/2 D4/1 C4/2 D4/1 |
    F4/3! G4/2 F4/1 F4/3 | F4/8 r/1"""
_BASS = {
    "Setting out": "1========",
    "First verse": "1=====5== | 1=====5=a | 1=====5== | 1=====5=a",
    "Over the hill": "1--5--8-- | 1--5--8-a | 1--5--8-- | 1--5--8-a",
    "The beat arrives": """
        1--1-81-5 | 1--1-81-a | 1--1-81-5 | 1--1-81-a |
        1--1-81-5 | 1--1-81-a | 1--1-81-8 | 1--1-----""",
    "Two drums talk": """
        1-------- | 1-----5-8 | 1-------- | 1-----5-a |
        1--1--1-- | 1--1--1-a | 1--1--1-- | 1--------""",
    "The whole road": """
        1-81-81-8 | 1-81-81-a | 1-81-81-8 | 1-81-81-a |
        1-81-81-8 | 1-81-81-a | 1-81-81-8 | 1--1-----""",
    "Home": "1=====5== | 1=====5=a | 1=====5== | 1======== | 1========",
}
_PIANO = {
    "First verse": "X===--x== | X==x==---",
    "Over the hill": "X-xx-xx-x | X-xx--x--",
    "The beat arrives": "X-xX-xX-x | X-xX-xX--",
    "Two drums talk": "X======== | ------x-x",
    "The whole road": "X-xXxxX-x | X-xX-xXxx",
    "Home": "X===--x== | X===--x== | X==x==x== | X======== | X=======-",
}
_STRINGS = {
    "Setting out": "X========",
    "Over the hill": "X========",
    "The beat arrives": "X========",
    "Two drums talk": """
        --------- | % | % | % | X======== | X======== | X======== | X==------""",
    "The whole road": "X========",
    "Home": "X========",
}
_GUITAR = {
    "The beat arrives": "--X--X--X | --X--X-xX",
    "The whole road": ".-X.-X.-X | .-X.-X.xX",
}
_OPENING = "r/9 | r/3 C4/3? D4/3? | F4/6? D4/3? | C4/6? r/3"
_HOME = """
    C4/3! D4/2 C4/1 D4/3 | F4/3! G4/2 F4/1 G4/3 | A4/2! G4/1 F4/2 D4/1 C4/2 D4/1 |
    F4/3! G4/3 A4/3 | F4/8! r/1"""
_CALLS = {
    "Two drums talk": """
        D5/1? F5/2? r/6 | r/9 | D5/1? F5/2? r/6 | r/9 | F5/2 D5/1 F5/3 r/3 |
        A5/2 F5/1 D5/3 r/3 | G4/3 A4/3 C5/3 | D5/3! r/6""",
}
_SHAKER = {
    "Over the hill": "x-.x-.x-.",
    "The beat arrives": "x-.x-.x-.",
    "The whole road": "x..x..x..",
}
_TAMBOURINE = {
    "The beat arrives": "---x--x--",
    "The whole road": "--Xx-Xx-X",
}


def tracks() -> list[Track]:
    """Bass, piano, strings, guitar, the tune on flute, zither and fiddle, percussion."""
    flute = Chair("flute", 77, 86, pan=54, early_ms=6, reverb=60)
    zither = Chair("zither", 107, 92, pan=40, reverb=50)
    fiddle = Chair("fiddle", 40, 78, pan=76, early_ms=8, reverb=50)
    strings = Chair("strings", 48, 60, pan=64, early_ms=6, reverb=60)
    guitar = Chair("guitar", 25, 76, pan=98, early_ms=2, reverb=30)
    climb = {"Over the hill": _CLIMB} | _CALLS
    road = {"The whole road": _REFRAIN, "Home": _HOME}
    percussion = {band.SHAKER: _SHAKER, band.TAMBOURINE: _TAMBOURINE}
    return [
        band.bass(FORM, Chair("bass", 33, 110, early_ms=3, reverb=10), _BASS, 96),
        band.chords(FORM, Chair("piano", 0, 66, pan=46, reverb=40), _PIANO, (53, 72), 76),
        band.chords(FORM, strings, _STRINGS, (58, 77), 64),
        band.chords(FORM, guitar, _GUITAR, (57, 74), 78, voices=3, strum_cells=0.012),
        band.tune(FORM, flute, {"Setting out": _OPENING, "First verse": _REFRAIN}, 92, 12),
        band.tune(FORM, zither, climb, 98),
        band.tune(FORM, zither, {"The beat arrives": _REFRAIN}, 100, 12),
        band.tune(FORM, fiddle, road, 92, 12),
        band.tune(FORM, flute, {"The whole road": _REFRAIN}, 74, 24),
        band.percussion(FORM, percussion, 58, 58),
    ]
