"""Bass, keys, guitar, percussion, and the tunes above them."""

from __future__ import annotations

from music import band
from music.band import Chair
from music.lantern_shuffle.form import FORM
from music.midi import Track

_BASS = {
    "Intro": "1==---1==--5 | 1==---1==--a | 1==---1==--5 | 1==---1--5-a",
    "Verse": """
        1--1-8--5-7- | 1--1-8--7-5a | 1--1-8--5-8- | 1--1-8--5--a |
        1--1-8--5-7- | 1--1-8--7-5a | 1--1-8--5-8- | 1--1--8-----""",
    "Lift": "1--1--1--1-a | 1--1--1--1-a | 1--1--1--1-a | 1--1--------",
    "Chorus": """
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 | 1-81-81-85-a |
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-85-8 | 1--1--1-----""",
    "Lanterns": """
        1====-1==5-- | 1====-1==5-a | 1====-1==5-- | 1====-1==8-a |
        1====-8==5-- | 1====-8==5-- | 1==8==1==8== | 1--1--1-----""",
    "Drum talk": """
        1----18--7-5 | 1----18----a | 1----18--7-5 | 1----18----a |
        1----18--7-5 | 1----18----a | 1----18--5-8 | 1--1--1-----""",
    "Climb": "1--1--1--1-- | 1--1--1--1-- | 1-11-11-11-a | 1-----------",
    "Last chorus": """
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 | 1-81-81-85-a |
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-85-8 | 1--1--1-----""",
    "Ending": "1--1-8--8-8- | 1--1-8--8-5a | 1--1-8--8-8- | 1-81-81-81-a | 1==========-",
}
_KEYS = {
    "Intro": "X==--x---x-- | X==--x--x--x",
    "Verse": "---x-x---x-- | ---x-x--x--x",
    "Lift": "X=====X===== | X=====X===== | X==X==X==X== | X=====------",
    "Chorus": "X--x-xX--x-x | X-x--xX-x--x",
    "Lanterns": "X=====-----x | X===========",
    "Drum talk": "-----x------ | --x--------- | -----x------ | --x-----x--x",
    "Climb": "X=====X===== | X=====X===== | X==X==X==X== | X-----------",
    "Last chorus": "X--x-xX-xX-x | X-x--xX-xX-x",
    "Ending": "X--X-X--X-X- | X--X-X--X-XX | X--X-X--X-X- | X-xX-xX-xX-x | X==========-",
}
_GUITAR = {
    "Verse": "..X..X..X..X | ..X..X..X-xX",
    "Chorus": "--X--X--X--X | --X--X--X-xX",
    "Drum talk": "..X-.X..X-.X",
    "Last chorus": "..X..X..X..X | ..X..X..X-xX",
    "Ending": "X--X-X--X-X- | X--X-X--X-XX | X--X-X--X-X- | X-xX-xX-xX-x | X=====------",
}
_STRINGS = {
    "Lift": "X=========== | X=========== | X=====X===== | X=====------",
    "Chorus": "X===========",
    "Lanterns": "X===========",
    "Climb": "X=========== | X=========== | X=====X===== | X=----------",
    "Last chorus": "X===========",
    "Ending": "X=========== | X=========== | X=========== | X=====X===== | X==========-",
}
_CHORUS_TUNE = """
    A4/3! C5/2 E5/4! D5/1 C5/2 | D5/3! B4/2 G4/4 A4/1 B4/2 |
    G4/2 B4/1 E5/3! D5/2 B4/1 G4/3 | A4/3 C5/2 E5/7! |
    F5/3! E5/2 D5/4! C5/1 A4/2 | B4/3! D5/2 G5/4! F5/1 D5/2 |
    E5/2 D5/1 C5/2 G4/4 A4/1 C5/2 | B4/3 G#4/3 E4/3! r/3"""
_TUNE = {
    "Intro": """
        r/12 | r/6 E5/2? D5/1? C5/3? | r/3 A4/2? C5/1? D5/3? E5/3? | D5/3? B4/3? r/6""",
    "Verse": """
        r/3 A4/2 C5/1 D5/2 E5/4 | r/3 D5/2 C5/1 D5/2 A4/4 | r/3 C5/2 A4/1 G4/2 A4/4 |
        r/2 B4/1 G4/3 E4/6 | r/3 A4/2 C5/1 D5/2 E5/1 G5/3 | r/3 E5/2 D5/1 C5/2 G4/4 |
        r/3 F5/2 E5/1 D5/2 C5/1 A4/3 | B4/3! G4/3 E4/3 r/3""",
    "Lift": """
        D5/5 F5/1 E5/3 D5/3 | E5/5 G5/1 F5/3 E5/3 | F5/3 G5/3 A5/3 C6/3 | B5/6! r/6""",
    "Chorus": _CHORUS_TUNE,
    "Climb": """
        C5/3 D5/3 E5/3 G5/3 | D5/3 E5/3 G5/3 A5/3 | E5/3 G5/3 F#5/3 A5/3 | B5/2! r/10""",
    "Ending": """
        D5/3! F#5/2 A5/4! F#5/1 D5/2 | E5/3! A5/2 C#6/4! B5/1 A5/2 |
        D5/3! F#5/2 A5/4! F#5/1 D5/2 | E5/2 F#5/1 G5/2 A5/1 B5/2 C#6/1 D6/3 | F#6/11! r/1""",
}
_LANTERN_CALLS = {
    "Lanterns": """
        r/3 D6/2? A5/1? F5/3? r/3 | r/3 C6/2? A5/1? E5/3? r/3 |
        r/3 D6/2? A5/1? F5/2? A5/1? D6/3? | r/3 B5/2? G5/1? E5/3? r/3 |
        A5/2? C6/1? F5/3? r/6 | G5/2? E5/1? C5/3? r/6 | D6/3? Bb5/3? B5/3? G5/3? |
        G#5/3! E5/3! r/6""",
    "Drum talk": """
        r/12 | r/9 E5/2? G5/1? | r/12 | r/9 A5/2? F#5/1? | r/12 | r/9 E5/2? G5/1? | r/12 |
        G#5/3! B5/3! r/6""",
}
_SHAKER = {
    "Intro": "x..x..x..x..",
    "Verse": "x-.x-.x-.x-.",
    "Lanterns": "x-.x-.x-.x-.",
    "Drum talk": "x..x..x..x..",
    "Last chorus": "x..x..x..x..",
}
_TAMBOURINE = {
    "Chorus": "--x--x--x--x",
    "Last chorus": "--X--X--X--X",
    "Ending": "X--X-X--X-X- | X--X-X--X-XX | X--X-X--X-X- | X-xX-xX-xX-x | X-----------",
}
_LIFT = 2


def tracks() -> list[Track]:
    """Bass, keys, guitar, strings, marimba, flute, percussion."""
    keys = Chair("electric piano", 4, 66, pan=46, reverb=34, chorus=30)
    guitar = Chair("guitar", 27, 62, pan=98, early_ms=9, reverb=24)
    strings = Chair("strings", 48, 58, pan=60, early_ms=8, reverb=60)
    flute = Chair("flute", 73, 76, pan=70, early_ms=12, reverb=46)
    marimba = Chair("marimba", 12, 100, pan=52, reverb=40)
    koto = Chair("koto", 107, 84, pan=34, reverb=56)
    percussion = {band.SHAKER: _SHAKER, band.TAMBOURINE: _TAMBOURINE}
    last = {"Last chorus": _CHORUS_TUNE}
    return [
        band.bass(FORM, Chair("bass", 36, 108, early_ms=3, reverb=6), _BASS, 98),
        band.bass(FORM, Chair("bass, the body", 35, 96, early_ms=6, reverb=4), _BASS, 96),
        band.chords(FORM, keys, _KEYS, (55, 74), 78),
        band.chords(FORM, guitar, _GUITAR, (60, 77), 82, voices=3, strum_cells=0.03),
        band.chords(FORM, strings, _STRINGS, (60, 79), 68),
        band.tune(FORM, marimba, _TUNE, 94),
        band.tune(FORM, marimba, last, 98, _LIFT),
        band.tune(FORM, flute, {"Chorus": _CHORUS_TUNE}, 84, 12),
        band.tune(FORM, flute, last, 90, 12 + _LIFT),
        band.tune(FORM, koto, _LANTERN_CALLS, 96),
        band.percussion(FORM, percussion, 62, 60),
    ]
