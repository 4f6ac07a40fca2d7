"""Bass, keys, guitar, strings and a soft lead of chords: what accompanies, section by section."""

from __future__ import annotations

from music import band
from music.band import Chair
from music.golden.form import FORM
from music.midi import Track

_CHORUS_BASS = """
    1--1-81--5-8 | 1--1-81--5-a | 1--1-81--5-8 | 1--1-81--8-a |
    1--1-81--5-8 | 1--1-81--5-a | 1--1-81--5-8 | 1--1--1-81-a"""
_HIGH_BASS = """
    1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 | 1-81-81-85-a |
    1-81-81-81-8 | 1-81-81-85-a | 1-81-81-85-8 | 1--1--1-----"""
_BASS = {
    "Intro": """
        1===========|1===========|1===========|1===========|
        1=====1=====|1=====1=====|1=====1=====|1==1========""",
    "Verse A": """
        1====11==5-8 | 1====11==8-a | 1====11==5-8 | 1====11==5-a |
        1====11==5-8 | 1====11==8-a | 1====11==5-8 | 1--1--1-----""",
    "Verse B": """
        1--5--8--5-- | 1--5--8--5-a | 1--5--8--5-- | 1--5--8--5-a |
        1-5-8-1-5-8- | 1-5-8-1-5-a- | 1-5-8-1-5-8- | 1--1--1-----""",
    "Pre-chorus A": """
        1=========== | 1===========| 1=========== | 1========1== |
        1=====1===== | 1=====1=====| 1==1==1==1== | 1==1==1-----""",
    "Chorus A": _CHORUS_BASS,
    "Chorus B": """
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 |
        1-81-81-85-a | 1-81-81-81-8 | 1-81-81-81-a | 1===========""",
    "Middle": """
        1===========|1===========|1===========|1===========|
        1=====1=====|1=====1=====|1=====1=====|1===========""",
    "Pre-chorus B": """
        1=========== | 1========1== | 1=====1===== | 1=====1=====|
        1==1==1==1== | % | 1==1==1==1== | 1==1==1==1==""",
    "Held note": "1=====------",
    "Chorus A again": _CHORUS_BASS,
    "Chorus B again": """
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-81-8 | 1-81-81-85-a |
        1-81-81-81-8 | 1-81-81-85-a | 1-81-81-85-8 | 1-----------""",
    "Chorus C": _HIGH_BASS,
    "Outro": """
        1--1-81--5-8 | 1--1-81--5-a | 1--1-81--5-8 | 1--1-81--8-a | 1--1-81--5-8 |
        1--1-81--5-a | 1--1-81--5-8 | 1--1-81--8-a | 1--1--1--1-a | 1========---""",
}
_SHUFFLE = "--x--x--x--x | --x--X--x--x"
_PIANO = {
    "Intro": "X=====x===== | X==x==x=====",
    "Verse A": "--x-----x--- | --x--x-----x",
    "Verse B": "x--x--x--x-- | x--x--x--x-x",
    "Pre-chorus A": "X===========",
    "Chorus A": "X--x-xX--x-x | X--x-xX-x--x",
    "Chorus B": """
        X-xX-xX-xX-x | X--x-xX-x--x | X-xX-xX-xX-x | X--x-xX-x--x | X-xX-xX-xX-x |
        X--x-xX-x--x | X-xX-xX-xX-x | X--x-xX-xX-x | X===========""",
    "Middle": "X===========",
    "Pre-chorus B": """
        X===========|%|X=====X=====|%| X==X==X==X==|%| X==X==X==X==|%""",
    "Held note": "X=====------",
    "Chorus A again": "X--x-xX--x-x | X--x-xX-x--x",
    "Chorus B again": """
        X-xX-xX-xX-x | X--x-xX-x--x | X-xX-xX-xX-x | X--x-xX-x--x |
        X-xX-xX-xX-x | X--x-xX-x--x | X-xX-xX-xX-x | X-----------""",
    "Chorus C": "X-xX-xX-xX-x | X-xX-xX-xXxx",
    "Outro": "X--x-xX--x-x | X--x-xX-x--x",
}
_GUITAR = {
    "Verse A": _SHUFFLE,
    "Verse B": "X-x-X-x-X-x-",
    "Chorus A": "-.x-.X-.x-.X | -.x-.X-.x-xX",
    "Chorus B": "--X--X--X--X",
    "Chorus A again": "-.x-.X-.x-.X | -.x-.X-.x-xX",
    "Chorus B again": """
        --X--X--X--X|%|%|%|%|%| --X--X--X--X | ------------""",
    "Chorus C": "..X..X..X..X",
    "Outro": """
        -.x-.X-.x-.X | -.x-.X-.x-xX | -.x-.X-.x-.X | -.x-.X-.x-xX | -.x-.X-.x-.X |
        -.x-.X-.x-xX | -.x-.X-.x-.X | -.x-.X-.x-xX | X--X--X--X-X | X=======----""",
}
_STRINGS = {
    "Intro": "X===========",
    "Verse B": "X===========",
    "Pre-chorus A": "X=====X=====",
    "Chorus A": "X===========",
    "Chorus B": "X===========",
    "Middle": "X===========",
    "Pre-chorus B": "X=====X=====",
    "Held note": "X=====------",
    "Chorus A again": "X===========",
    "Chorus B again": """
        X===========|%|%|%|%|%|X===========|X==---------""",
    "Chorus C": "X===========",
    "Outro": """
        X===========|%|%|%|%|%|%|%| X=====X===== | X=========--""",
}
_BRASS = {
    "Chorus B": """
        ------------ | ------X--X-- | ------------ | X--X-------- | ------------ |
        ------X--X-- | ------------ | X-----X----- | X=====------""",
    "Chorus B again": """
        ------X--X-- | ------------ | ------X--X-- | X--X-------- | ------X--X-- |
        ------------ | X--X-------- | X-----------""",
    "Chorus C": "X-----X--X-- | ------X-X--- | X-----X--X-- | X--X--X--X--",
    "Outro": """
        ------------ | ------X--X-- | ------------ | X--X-------- | ------------ |
        ------X--X-- | ------------ | X--X-------- | X--X--X--X-- | X========---""",
}
_HARP = {
    "Intro": "x-.x-.x-.x-. | x-.x-xx-.x-x",
    "Middle": "x.xx.xx.xx.x | x.xx.xx.xxxx",
    "Pre-chorus B": "x-x-x-x-x-x- | x-x-x-x-x-xx",
}
_SHAKER = {
    "Verse A": "x-.x-.x-.x-.",
    "Verse B": "x.xx.xx.xx.x",
    "Chorus A": "x..x..x..x..",
    "Chorus A again": "x..x..x..x..",
    "Chorus C": "x..x..x..x..",
}
_TAMBOURINE = {
    "Chorus B": """
        --x--x--x--x|%|%|%|%|%|%|%| ------------""",
    "Chorus B again": """
        --x--x--x--x|%|%|%|%|%|%| ------------""",
    "Chorus C": "--X--X--X--X",
    "Outro": """
        --x--x--x--x|%|%|%|%|%|%|%| --x--x--x--x | ------------""",
}


def tracks() -> list[Track]:
    """Bass, piano, guitar, strings, brass, harp, percussion."""
    piano = Chair("piano", 1, 70, pan=48, early_ms=4, reverb=34)
    guitar = Chair("guitar", 27, 64, pan=98, early_ms=9, reverb=24)
    strings = Chair("strings", 48, 62, pan=60, early_ms=8, reverb=60)
    brass = Chair("brass", 61, 66, pan=84, early_ms=10, reverb=44)
    harp = Chair("harp", 46, 84, pan=30, early_ms=4, reverb=60)
    percussion = {band.SHAKER: _SHAKER, band.TAMBOURINE: _TAMBOURINE}
    return [
        band.bass(FORM, Chair("bass", 38, 104, early_ms=3, reverb=6), _BASS, 96),
        band.bass(FORM, Chair("bass, the body", 35, 96, early_ms=6, reverb=4), _BASS, 96),
        band.chords(FORM, piano, _PIANO, (57, 76), 80),
        band.chords(FORM, guitar, _GUITAR, (60, 77), 82, voices=3, strum_cells=0.03),
        band.chords(FORM, strings, _STRINGS, (62, 81), 72),
        band.chords(FORM, brass, _BRASS, (60, 77), 82),
        band.chords(FORM, harp, _HARP, (69, 88), 78),
        band.percussion(FORM, percussion, 62, 60),
    ]
