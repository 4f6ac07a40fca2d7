"""Bass, keys, guitar and a little percussion: what the two drummers play with."""

from __future__ import annotations

from music.chords import voicings
from music.midi import Track
from music.notation import Sound, bass_line, cells, struck_chords, velocity
from music.two_kits.form import chords, whole_song

_BASS = {
    "Intro": "1===============|1===========5=8=|1===============|1=======1---5-a-",
    "Verse": """
        1=--1--81-5-7--8 | 1=--1--8--7-5-a- | 1=--1--81-5-7--8 | 1=--1--8--7-6-a- |
        1=--1--81-5-7--8 | 1=--1--8---81-a- | 1=--1--81-5-3-5- | 1=--1--8-------- """,
    "Climb": "1-1-1-1-1-1-1-a- | 1-1-1-1-1-1-5-a- | 1-1-1-1-1-1-1-a- | 1-1-1-8-1-------",
    "Chorus": """
        1-8-1-8-1-8-1-8- | 1-8-1-8-1-818-a- | 1-8-1-8-1-8-1-8- | 1-8-1-8-1-818-a- |
        1-8-1-8-1-8-1-8- | 1-8-1-8-1-818-a- | 1-8-1-8-5-8-6-5- | 1-8-1---1------- """,
    "Call and answer": """
        1=----7-8=------ | 1=----7-8---5-a- | 1=----5-8=------ | 1=----5-8---5-a- |
        1=----7-8=--5--- | 1=----5-8=--5-a- | 1=--8=--1=--8=-- | 1=------1---1--- """,
    "Fours": """
        1=--5=--8=--7-5- | 1=--5=--8=--5-a- | 1=--3=--5=--8-5- | 1-------1------- |
        1--1--5-8--8--7- | 1--1--5-8--8--a- | 1--1--5-8--5--3- | 1-------1------- """,
    "Build": "1-1-1-1-1-1-1-1- | % | 1-1-1-1-1-1-1-a- | 1=--------------",
    "Last chorus": """
        1-81-8-81-8-1-8- | 1-8-1-8-1-818-a- | 1-81-8-81-8-1-8- | 1-8-1-8-1-818-a- |
        1-81-8-81-8-1-8- | 1-8-1-8-1-818-a- | 1-8-1-8-5-8-6-5- | 1-8-1---1------- """,
    "Ending": "1==1==1-8-8-1--- | % | % | 1-1-1-1-1-1-5-a- | 1==============-",
}
_ELECTRIC_PIANO = {
    "Intro": "X=====x=====x=x- | X=====x=======x- | X=====x=====x=x- | X=====x=X=------",
    "Verse": """
        X==-----x=----x- | ------x===----x- | X==-----x=----x- | ------x=X===--x- |
        X==---x-x=----x- | ------x===----x- | X==---x-x=----x- | X=====X=-------- """,
    "Climb": "X=======x======= | % | X=======X======= | X====-X=X=------",
    "Chorus": """
        X==x==x===--x=x= | % | % | X==x==x=X===x=x= |
        X==x==x===--x=x= | % | % | X==x==--X======= """,
    "Call and answer": """
        X--------------- | -------------x-x | X--------------- | -------------x-x |
        X=-------------- | X=-------------- | X=------X=------ | X=------X=--X=-- """,
    "Fours": """
        X=======----x=-- | X=======--x=x=-- | X=======----x=-- | X=------X=------ |
        X=====x=--x=---- | X=====x=--x=x=-- | X=====x=--x=---- | X=------X=------ """,
    "Build": "X===X===X===X=== | X=X=X=X=X=X=X=X= | X=X=X=X=X=X=X=X= | X==-------------",
    "Last chorus": """
        X==x==x=x=--x=x= | % | % | X==x==x=X===x=x= |
        X==x==x=x=--x=x= | % | % | X==x==--X======= """,
    "Ending": "X==X==X=X=X=X=== | % | % | X=X=X=X=X=X=X=X= | X==============-",
}
_PIANO = {
    "Climb": "---------------- | ---------------- | X-x-X-x-X-x-X-x- | X-x-X-X-X-------",
    "Chorus": """
        X--x--x-X--x--x- | % | % | X--x--x-X-x-X-x- |
        X--x--x-X--x--x- | % | % | X--x--X-X------- """,
    "Build": "---------------- | X---x---X---x--- | X-x-X-x-X-x-X-x- | X---------------",
    "Last chorus": """
        X--x--x-X-xx--x- | % | % | X--x--x-X-x-X-x- |
        X--x--x-X-xx--x- | % | % | X--x--X-X------- """,
    "Ending": "X--X--X-X-X-X--- | % | % | X-X-X-X-X-X-X-X- | X=============--",
}
_GUITAR = {
    "Intro": "---------------- | ---------------- | ----x-------x--. | ----x---x-------",
    "Verse": """
        -.x-X-.--.x-X-.- | % | % | -.x-X-.--.x-X--- |
        -.x-X-.x-.x-X-.x | % | % | -.x-X---X------- """,
    "Climb": "x-..X-..x-..X-.. | % | X-..X-..X-.xX-.x | X-.xX-X-X-------",
    "Chorus": """
        .-X-.-X-.-X-.-Xx | % | % | .-X-.-X-.-X-X-x- |
        .-X-.-X-.-X-.-Xx | % | % | .-X-.-X-X------- """,
    "Call and answer": """
        X--------------- | -----------.x.x- | X--------------- | -----------.x.x- |
        X-----------.x-- | X-----------.x-- | X---.x--X---.x-- | X-------X---X--- """,
    "Fours": """
        ----X-------X--- | ----X-------X-.- | ----X-------X--- | X-------X------- |
        --x-X-.---x-X-.- | % | --x-X-.-.-x-X-.x | X-------X------- """,
    "Build": "X---X---X---X--- | X-x-X-x-X-x-X-x- | XxxxXxxxXxxxXxxx | X---------------",
    "Last chorus": """
        .-Xx.-X-.-Xx.-Xx | % | % | .-X-.-X-.-X-X-x- |
        .-Xx.-X-.-Xx.-Xx | % | % | .-X-.-X-X------- """,
    "Ending": "X--X--X-X-X-X-.x | % | % | X-X-X-X-X-X-X-X- | X=============--",
}
_SHAKER = {
    "Intro": "---------------- | ---------------- | x-.-x-.-x-.-x-.- | x-.-x-.-x-------",
    "Verse": "x-.-x-.-x-.-x-.- | % | % | % | x-..x-.-x-..x-.- | % | % | x-..x-.-x-------",
    "Climb": "x-.-x-.-x-.-x-.- | % | x...x...x...x... | x...x...x-------",
    "Chorus": "x...x...x...x... | % | % | % | % | % | % | x...x...x-------",
    "Fours": "---------------- | % | % | % | x-.-x-.-x-.-x-.- | % | % | x-------x-------",
    "Build": "---------------- | x-.-x-.-x-.-x-.- | x...x...x...x... | x---------------",
    "Last chorus": "x...x...x...x... | % | % | % | % | % | % | x...x...x-------",
    "Ending": "x-..x-..x-..x-.. | % | % | x-x-x-x-x-x-x-x- | ----------------",
}
_TAMBOURINE = {
    "Chorus": "--x---x---x---x- | % | % | % | % | % | % | --x---x---------",
    "Last chorus": "--x---x---x---x- | % | % | % | % | % | % | --x---x---------",
    "Ending": "X--X--X-X-X-X--- | % | % | X-X-X-X-X-X-X-X- | X---------------",
}
_SHAKER_PITCH, _TAMBOURINE_PITCH = 82, 54
_STRUM_CELLS = 0.03


def tracks() -> list[Track]:
    """Bass, electric piano, piano, guitar, percussion."""
    harmony = chords()
    low_keys = voicings(harmony, 53, 71)
    high_keys = voicings(harmony, 60, 79)
    strings_of_guitar = voicings(harmony, 59, 75, voices=3)
    bass = bass_line(whole_song(_BASS), harmony, 98, lowest=28)
    electric = struck_chords(whole_song(_ELECTRIC_PIANO), low_keys, 74)
    piano = struck_chords(whole_song(_PIANO), high_keys, 78)
    guitar = struck_chords(whole_song(_GUITAR), strings_of_guitar, 82, _STRUM_CELLS)
    percussion = _struck(_SHAKER, _SHAKER_PITCH, 64, early_cells=0.25)
    percussion += _struck(_TAMBOURINE, _TAMBOURINE_PITCH, 52, early_cells=0.0)
    return [
        Track("bass", 36, bass, volume=112, reverb=6),
        Track("bass, the body", 35, bass, volume=100, early_ms=4, reverb=4),
        Track("electric piano", 4, electric, volume=50, pan=46, reverb=34, chorus=30),
        Track("piano", 1, piano, volume=70, pan=80, early_ms=4, reverb=30),
        Track("guitar", 27, guitar, volume=62, pan=98, early_ms=9, reverb=24),
        Track("percussion", 0, percussion, volume=66, pan=38, reverb=30, is_percussion=True),
    ]


def _struck(
    part: dict[str, str], pitch: int, base_velocity: int, early_cells: float
) -> list[Sound]:
    """One percussion instrument; a shaker is moved before it is heard, hence `early_cells`."""
    accents = {"x": 0, "X": 16, ".": -20}
    line = cells(whole_song(part))
    return [
        Sound(at - early_cells, 0.5, pitch, velocity(base_velocity, at, accents[symbol]))
        for at, symbol in enumerate(line)
        if symbol in accents
    ]
