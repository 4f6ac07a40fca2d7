"""Chord symbols and voicings."""

import pytest
from music.chords import Chord, voicings


@pytest.mark.parametrize(
    ("symbol", "root", "bass", "upper"),
    [
        ("C", 0, 0, (0, 4, 7)),
        ("Dm9", 2, 2, (4, 5, 9, 0)),  # the bass has the root: E F A C
        ("Bbmaj9", 10, 10, (0, 2, 5, 9)),
        ("C/Bb", 0, 10, (0, 4, 7)),
        ("F6/9", 5, 5, (7, 9, 0, 2)),  # the slash of a quality is no bass
        ("F#m7b5", 6, 6, (6, 9, 0, 4)),
    ],
)
def test_a_symbol_is_read(symbol: str, root: int, bass: int, upper: tuple[int, ...]) -> None:
    chord = Chord.parse(symbol)
    assert (chord.root, chord.bass, chord.upper) == (root, bass, upper)


@pytest.mark.parametrize("symbol", ["H7", "Cfunny", "C/X", ""])
def test_an_unknown_symbol_is_named(symbol: str) -> None:
    with pytest.raises(ValueError, match=f'unknown chord "{symbol}"'):
        Chord.parse(symbol)


def test_a_voice_that_can_stay_stays() -> None:
    first, second = voicings([Chord.parse("Dm7"), Chord.parse("F")], 55, 72)
    assert set(second) <= set(first)  # F A C are among D F A C


def test_voicings_stay_in_their_register() -> None:
    chords = [
        Chord.parse(symbol)
        for symbol in ["Gm9", "C13", "Fmaj9", "Bdim7", "Em7b5", "A7b9", "Ebmaj9"]
    ]
    assert all(53 <= pitch <= 71 for pitches in voicings(chords, 53, 71) for pitch in pitches)
