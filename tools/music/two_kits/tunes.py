"""Vibraphone, clavinet, horns and strings: the tunes, the questions and the answers."""

from __future__ import annotations

from music.chords import voicings
from music.midi import Track
from music.notation import CELLS_PER_BAR, Sound, melody, struck_chords
from music.two_kits.form import REST_NOTES, SECTIONS, chords, first_cell, whole_song

_VIBRAPHONE = {
    "Intro": """
        r/6 A5/2 C6/2 D6/2 A5/4 | r/6 G5/2 A5/2 C6/2 E5/4 |
        r/6 F5/2 A5/2 C6/2 D6/4 | C6/3 A5/3 G5/4 r/6 """,
    "Verse": """
        r/2 A4/2 C5/2 D5/4! C5/2 A4/4 | r/2 G4/2 A4/2 C5/2 r/2 A4/6 |
        r/2 Bb4/2 D5/2 F5/4! D5/2 Bb4/4 | r/2 C5/2 D5/2 C5/2 r/2 G4/6 |
        r/2 A4/2 C5/2 D5/4! E5/2 G5/4 | r/2 E5/2 C5/2 A4/2 r/2 C5/6 |
        r/2 D5/2 C5/2 A4/2 F4/2 A4/2 C5/4 | E5/4! C#5/4 r/8 """,
    "Fours": """
        r/4 A5/2? E5/2? r/8 | r/4 G5/2? E5/2? r/8 | r/4 F5/2? D5/2? r/8 | r/16 |
        r/4 A5/2? E5/2? r/4 D5/2? E5/2? | r/4 G5/2? E5/2? r/4 C5/2? E5/2? |
        r/4 F5/2? D5/2? r/4 Bb4/2? D5/2? | r/16 """,
}
_CHORUS_TUNE = """
    A4/3! C5/3 D5/4! r/2 C5/2 D5/2 | E5/3! D5/3 C5/4! r/2 G4/2 C5/2 |
    D5/3! C5/3 A4/4! r/2 G4/2 A4/2 | C5/3! D5/3 F#5/6! r/4 |
    G5/3! F5/3 D5/4! r/2 D5/2 F5/2 | E5/3! D5/3 C5/4! r/2 A4/2 C5/2 |
    D5/3! C5/3 A4/10! | r/16 """
_PICK_UP = "r/12 F4/2 G4/2"
_ENDING_TUNE = """
    D5/3! G5/3 F5/2 D5/2 F5/2 Bb5/4! | C5/3! F5/3 G5/2 F5/2 G5/2 A5/4! |
    Bb5/3! G5/3 F5/2 D5/2 F5/2 G5/4! | A4/2 B4/2 C5/2 D5/2 E5/2 F#5/2 G5/2! A5/2! |
    B5/15! r/1 """
_ANSWERS = {
    "Call and answer": """
        r/16 | r/16 | Eb4/3! G4/3 Bb4/4! C5/2 D5/4 | G4/3! Bb4/3 C5/2 Bb4/4 G4/4! |
        F4/2! r/14 | C4/3! Eb4/3 G4/2 F4/2 Eb4/2 C4/4! | r/8 G4/2! Bb4/1 A4/2 G4/3 |
        A4/4! r/4 A4/4! C#5/4! """,
}
_CALLS = {
    "Call and answer": """
        D4/3! F4/3 G4/4! A4/2 C5/4 | D4/3! F4/3 G4/4! A4/2 C5/2 D5/2! | r/16 | r/16 |
        D4/3! F4/3 G4/2 A4/2 C5/2 D5/4! | r/16 | D5/2! F5/1 D5/2 C5/3 r/8 |
        A4/4! r/4 A4/4! C#5/4! """,
    "Fours": """
        r/16 | r/14 C5/1? D5/1? | r/16 | r/16 | D4/1? r/2 F4/1? r/12 | r/14 C5/1? D5/1? |
        Bb3/1? r/2 D4/1? r/12 | r/16 """,
}
_STABS = {
    "Verse": """
        ---------------- | % | % | --------------X- | ---------------- | % |
        --------------X- | X------X-------- """,
    "Climb": "------x--------- | ------x-------x- | --x---x---x---X- | X--x--X-X-------",
    "Chorus": """
        ----------X----- | % | ----------X----- | X-----------X-x- |
        ----------X----- | ----------X-x--- | ----------X--X-- | X--X----X------- """,
    "Fours": """
        X--------------- | ---------------- | % | X-------X------- |
        X---------x-X--- | ----------x-X--- | ----------x-X-xX | X-------X------- """,
    "Build": "X============--- | X============--- | X=======X======= | X---------------",
    "Last chorus": """
        X---------X----- | ----------X-x--- | ----------X----- | X-----------X-x- |
        X---------X----- | ----------X-x--- | ----------X--X-- | X--X----X------- """,
    "Ending": "X--X--X-X-X-X--- | % | % | X-X-X-X-X-X-X-X- | X==============-",
}
_PADS = {
    "Intro": "---------------- | ---------------- | X=============== | X===========----",
    "Verse": """
        ---------------- | % | % | % | X=============== | X=============== |
        X=============== | X=======-------- """,
    "Climb": "X=============== | X=============== | X=======X======= | X=======X====---",
    "Fours": """
        ---------------- | % | % | % | X=============== | X=============== |
        X=============== | X=======X=====-- """,
    "Build": "X=============== | X=============== | X=======X======= | X===------------",
    "Ending": "X=============== | % | % | X==============- | %",
}
_STRING_TUNE = """
    D5/8 F5/8 | E5/12 r/4 | C5/8 E5/8 | D5/8 r/2 D5/1 E5/1 F#5/1 G5/1 A5/2 |
    A5/8 F5/8 | G5/8 E5/8 | A5/14 r/2 | G5/8! r/8 """
_LAST_STRING_TUNE = """
    D5/8 F5/6 G5/2 | E5/12 G4/1 A4/1 Bb4/1 B4/1 |
    C5/8 E5/6 G5/2 | D5/8 r/2 D5/1 E5/1 F#5/1 G5/1 A5/2 |
    A5/8 F5/6 A5/2 | G5/8 E5/4 C5/1 D5/1 E5/1 G5/1 | A5/14 r/2 | G5/8! r/8 """
_LIFT = 2
"""The last chorus stands a whole tone higher."""


def tracks() -> list[Track]:
    """Vibraphone, clavinet, trumpet, saxophone, horn section, strings low and high."""
    harmony = chords()
    trumpet = melody(_trumpet_text(), 92) + _lifted_chorus(94, 0)
    saxophone = melody(_trumpet_text(), 80, transpose=-12) + _lifted_chorus(84, -12)
    return [
        Track("vibraphone", 11, melody(_song(_VIBRAPHONE), 92), volume=108, pan=44, reverb=56),
        Track("clavinet", 7, melody(_song(_CALLS), 96), volume=84, pan=30, reverb=22),
        Track("trumpet", 56, trumpet, volume=84, pan=70, early_ms=8, reverb=44),
        Track("saxophone", 66, saxophone, volume=72, pan=56, early_ms=10, reverb=40),
        Track(
            "horns",
            61,
            struck_chords(whole_song(_STABS), voicings(harmony, 60, 77), 88),
            volume=82,
            pan=86,
            early_ms=10,
            reverb=44,
            swells=_horn_swells(),
        ),
        Track(
            "string pads",
            48,
            struck_chords(whole_song(_PADS), voicings(harmony, 62, 81), 78),
            volume=66,
            pan=50,
            early_ms=8,
            reverb=60,
            swells=_string_swells(),
        ),
        Track("string tunes", 48, _string_tunes(), volume=66, pan=76, early_ms=20, reverb=60),
    ]


def _song(part: dict[str, str]) -> str:
    return whole_song(part, REST_NOTES)


def _trumpet_text() -> str:
    """Everything that trumpet and saxophone play before the lift and after it."""
    climb = f"r/16 | r/16 | r/16 | {_PICK_UP}"
    tune = {"Climb": climb, "Chorus": _CHORUS_TUNE, "Ending": _ENDING_TUNE}
    return _song(_ANSWERS | tune)


def _lifted_chorus(base_velocity: int, transpose: int) -> list[Sound]:
    build = f"r/16 | r/16 | r/16 | {_PICK_UP}"
    text = _song({"Build": build, "Last chorus": _CHORUS_TUNE})
    return melody(text, base_velocity, _LIFT + transpose)


def _string_tunes() -> list[Sound]:
    """The line over both choruses, in octaves."""
    first = _song({"Chorus": _STRING_TUNE})
    last = _song({"Last chorus": _LAST_STRING_TUNE})
    high = melody(first, 78, 12) + melody(last, 84, 12 + _LIFT)
    return high + melody(first, 70) + melody(last, 78, _LIFT)


def _string_swells() -> list[tuple[float, int]]:
    """Soft in the intro and verse; a crescendo through the climb, the second four, the build."""
    points: list[tuple[float, int]] = [(0, 76)]
    for section, low, high in (("Climb", 66, 122), ("Fours", 60, 108), ("Build", 70, 124)):
        start = first_cell(section)
        points += [(start, low), (start + SECTIONS[section] * CELLS_PER_BAR - 4, high)]
    return [*points, (first_cell("Ending"), 116)]


def _horn_swells() -> list[tuple[float, int]]:
    """The long chords of the build grow, everything else is as struck."""
    start = first_cell("Build")
    grown = [
        (start + CELLS_PER_BAR * bar + cell, v) for bar in (0, 1) for cell, v in ((0, 40), (12, 84))
    ]
    last = first_cell("Ending") + 4 * CELLS_PER_BAR
    return [(0, 110), (start - 1, 110), *grown, (start + 32, 66), (start + 44, 100), (last, 80)]
