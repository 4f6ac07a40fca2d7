"""First Minute: a light backing for the lesson, 26 bars of 4/4 at 104, one minute to the hit."""

from __future__ import annotations

from music import band
from music.band import Chair
from music.form import Form
from music.midi import Track

TITLE = "First Minute"
FORM = Form(
    pulses_a_minute=104,
    cells_per_pulse=4,
    sections={
        "The pulse": 4,
        "Together": 4,
        "Boom and clap": 4,
        "Swap": 4,
        "Call and answer": 4,
        "The whole beat": 4,
        "Crash": 2,
    },
    chord_symbols={
        "The pulse": "F6/9 | F6/9 | Dm9 | Dm9",
        "Together": "Bbmaj9 | C9sus | Am7 | Dm9",
        "Boom and clap": "Gm9 | C13 | Fmaj9 | Dm9",
        "Swap": "Bbmaj9 | Am7 | Gm9 | C9sus",
        "Call and answer": "Dm9 | Gm9 | Bbmaj9 | C9sus",
        "The whole beat": "Bbmaj9 | C13 | Am7 Dm9 | Gm9 C9sus",
        "Crash": "C9sus | F6/9",
    },
)
_BASS = {
    "The pulse": "1---1---1---1---",
    "Together": "1---1---1---1---",
    "Boom and clap": "1=------1=----5- | 1=------1=----a- ",
    "Swap": "1=------1=----5- | 1=------1=----a- ",
    "Call and answer": "1---------1-5--- | 1=------8=--5--- ",
    "The whole beat": "1-1---8-1-1---5- | 1-1---8-1-1---a- ",
    "Crash": "1---1---1---1--- | 1=======--------",
}
_PIANO = {
    "The pulse": "X=======x======= | x=======x=======",
    "Together": "X=====x=x======= | x=====x=x===--x=",
    "Boom and clap": "----x=------x=-- | ----x=------x=x-",
    "Swap": "x=------x=------ | x=------x=----x-",
    "Call and answer": "---------------- | X=====x=x===--x=",
    "The whole beat": "X==x==x===x=--x= | X==x==x=x=x=--x=",
    "Crash": "x===x===x===x=== | X===========----",
}
_PADS = {
    "Together": "X===============",
    "Swap": "X===============",
    "The whole beat": "X===============",
    "Crash": "X============--- | X==============-",
}
_MARIMBA = {
    "The pulse": "r/16 | r/8 C5/2? A4/2? C5/4 | r/16 | r/8 A4/2? F4/2? A4/4",
    "Together": """
        D5/4 F5/4 D5/2 C5/2 A4/4 | r/2 C5/2 D5/4 F5/4 D5/4 |
        E5/4 G5/4 E5/2 D5/2 C5/4 | r/2 D5/2 C5/4 A4/8""",
    "Boom and clap": """
        Bb4/6 D5/6 F5/4 | E5/6 D5/2 C5/8 | A4/6 C5/6 E5/4 | F5/6 E5/2 C5/8""",
    "Swap": """
        F5/6 D5/6 C5/4 | C5/6 A4/2 E4/8 | D5/6 Bb4/6 A4/4 | G4/2 A4/2 C5/2 D5/2 F5/8""",
    "Call and answer": """
        r/16 | D5/4! D5/4! D5/2 C5/2 Bb4/4 | r/16 | C5/4! C5/4! C5/2 D5/2 F5/4""",
    "The whole beat": """
        F5/3! D5/3 C5/4 F5/2 D5/2 C5/2 | E5/3! D5/3 C5/4 r/2 C5/2 D5/2 |
        E5/3! G5/3 E5/2 F5/3! D5/3 A4/2 | Bb4/3 D5/3 F5/2 G5/3! F5/3 G5/2""",
    "Crash": "C5/4 D5/4 F5/4 G5/4! | A5/8! r/8",
}
_SHAKER = {
    "The pulse": ".---.---.---.---",
    "Together": "x-.-x-.-x-.-x-.-",
    "Boom and clap": "x-.-x-.-x-.-x-.-",
    "Swap": "x-.-x-.-x-.-x-.-",
    "Call and answer": "x-.-x-.-x-.-x-.-",
    "The whole beat": "x...x...x...x...",
    "Crash": "x---x---x---x--- | x---------------",
}


def tracks() -> list[Track]:
    """Bass, electric piano, strings, marimba, shaker."""
    piano = Chair("electric piano", 4, 70, pan=50, reverb=34, chorus=30)
    strings = Chair("strings", 48, 56, pan=80, early_ms=8, reverb=60)
    return [
        band.bass(FORM, Chair("bass", 33, 108, reverb=8), _BASS, 94),
        band.chords(FORM, piano, _PIANO, (53, 72), 76),
        band.chords(FORM, strings, _PADS, (60, 79), 62),
        band.tune(FORM, Chair("marimba", 12, 104, pan=76, reverb=40), _MARIMBA, 92),
        band.percussion(FORM, {band.SHAKER: _SHAKER}, 60, 58),
    ]
