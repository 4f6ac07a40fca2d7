"""The text in which a backing is written: bars between `|`, as in a chart.

`%` repeats the bar before. Positions and lengths are in cells from bar 1: sixteenths in 4/4, a
third of a pulse in 12/8 and 9/8.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from music.chords import PITCH_CLASSES, Chord

_NOTE = re.compile(r"([A-G][b#]?)(-?\d)/(\d+)([!?]?)")


@dataclass(frozen=True, slots=True)
class Grid:
    """How a bar is cut."""

    accents: tuple[int, ...]
    """What a hand does unasked: a velocity added to each cell of the bar."""

    cells_per_chord: int
    """How long the shortest harmony lasts."""

    @property
    def cells_per_bar(self) -> int:
        return len(self.accents)

    @property
    def chords_per_bar(self) -> int:
        return self.cells_per_bar // self.cells_per_chord


SIXTEENTHS = Grid((8, -6, 0, -4, 4, -6, 1, -4, 6, -6, 0, -4, 3, -6, 2, -3), cells_per_chord=8)
FOUR_THREES = Grid((8, -8, -2, 4, -8, 0, 6, -8, -2, 4, -8, 1), cells_per_chord=6)
THREE_THREES = Grid((8, -6, -2, 2, -6, 0, 4, -6, -1), cells_per_chord=3)
CELLS_PER_BAR = SIXTEENTHS.cells_per_bar
"""Of 4/4."""


@dataclass(frozen=True, slots=True)
class Sound:
    """One note of the backing."""

    start_cells: float
    length_cells: float
    pitch: int
    """MIDI pitch, middle C = 60."""

    velocity: int
    """1 to 127."""


def split_bars(text: str) -> list[str]:
    """The bars of a line, with `%` written out.

    Raises:
        ValueError: `%` in the first bar.
    """
    found: list[str] = []
    for bar in text.strip().strip("|").split("|"):
        written = " ".join(bar.split())
        if written == "%" and not found:
            raise ValueError(f'nothing to repeat in "{text}"')
        found.append(found[-1] if written == "%" else written)
    return found


def cells(text: str, grid: Grid = SIXTEENTHS) -> str:
    """All cells of a line, one character each.

    Raises:
        ValueError: a bar that has another number of cells than the grid.
    """
    for bar in split_bars(text):
        if len(bar) != grid.cells_per_bar:
            raise ValueError(f'"{bar}" has {len(bar)} cells, expected {grid.cells_per_bar}')
    return "".join(split_bars(text))


def held_cells(line: str, at: int) -> int:
    """How long the note at a cell is held: itself and every `=` after it."""
    end = at + 1
    while end < len(line) and line[end] == "=":
        end += 1
    return end - at


def harmony(text: str, grid: Grid = SIXTEENTHS) -> list[Chord]:
    """The chord of each half bar (each pulse in 9/8), from one chord symbol a bar or one for each.

    Raises:
        ValueError: a bar with another number of chords.
    """
    found: list[Chord] = []
    for bar in split_bars(text):
        chords = [Chord.parse(symbol) for symbol in bar.split()]
        if len(chords) not in (1, grid.chords_per_bar):
            raise ValueError(f'"{bar}": expected 1 or {grid.chords_per_bar} chords in a bar')
        found += chords * grid.chords_per_bar if len(chords) == 1 else chords
    return found


def velocity(base: int, cell: int, accent: int = 0, grid: Grid = SIXTEENTHS) -> int:
    """A velocity that breathes with the bar."""
    return max(1, min(127, base + accent + grid.accents[cell % grid.cells_per_bar]))


def melody(
    text: str, base_velocity: int, transpose: int = 0, grid: Grid = SIXTEENTHS
) -> list[Sound]:
    """Notes such as `A4/3` (three cells long, `!` louder, `?` softer) and rests `r/2`.

    Raises:
        ValueError: a token that is neither, or a bar that is shorter or longer than the
            grid.
    """
    found: list[Sound] = []
    for number, bar in enumerate(split_bars(text)):
        at = 0
        for token in bar.split():
            if token.startswith("r/"):
                at += int(token[2:])
                continue
            match = _NOTE.fullmatch(token)
            if match is None:
                raise ValueError(f'"{token}" is no note such as A4/3 and no rest such as r/2')
            name, octave, length, mark = match.groups()
            pitch = PITCH_CLASSES[name] + 12 * (int(octave) + 1) + transpose
            accent = {"!": 12, "?": -14, "": 0}[mark]
            sounding = int(length) - 0.25
            start = number * grid.cells_per_bar + at
            found.append(Sound(start, sounding, pitch, velocity(base_velocity, at, accent, grid)))
            at += int(length)
        if at != grid.cells_per_bar:
            raise ValueError(f'"{bar}" is {at} cells long, expected {grid.cells_per_bar}')
    return found


def struck_chords(
    text: str,
    voiced: Sequence[Sequence[int]],
    base_velocity: int,
    strum_cells: float = 0.0,
    grid: Grid = SIXTEENTHS,
) -> list[Sound]:
    """Chords in a rhythm: `x` struck, `X` accented, `.` softly, `=` held on, `-` rest.

    Args:
        voiced: the pitches of each chord of `harmony`.
        strum_cells: how long after each other the strings sound, lowest first.
    """
    line = cells(text, grid)
    found: list[Sound] = []
    for at, symbol in enumerate(line):
        if symbol not in "xX.":
            continue
        accent = {"x": 0, "X": 12, ".": -22}[symbol]
        length = held_cells(line, at)
        sounding = length - 0.2 if length > 1 else 0.6
        for string, pitch in enumerate(voiced[at // grid.cells_per_chord]):
            start = at + string * strum_cells
            found.append(Sound(start, sounding, pitch, velocity(base_velocity, at, accent, grid)))
    return found


def bass_line(
    text: str,
    chords: Sequence[Chord],
    base_velocity: int,
    lowest: int,
    grid: Grid = SIXTEENTHS,
) -> list[Sound]:
    """A bass in degrees of the chord of the moment.

    `1` the bass note, `8` its octave, `3 5 7` of the chord above it, `6` the sixth, `v` the fifth
    below, `a` a semitone and `z` a whole tone under the next chord's bass, `=` held on, `-` rest.

    Args:
        chords: those of `harmony`.
        lowest: the lowest pitch of the instrument's register; bass notes lie in the octave above.
    """
    line = cells(text, grid)
    found: list[Sound] = []
    for at, symbol in enumerate(line):
        if symbol in "-=":
            continue
        half = at // grid.cells_per_chord
        following = chords[min(half + 1, len(chords) - 1)]
        pitch = _bass_pitch(symbol, chords[half], following, lowest)
        length = held_cells(line, at)
        sounding = length - 0.15 if length > 1 else 0.8
        loudness = velocity(base_velocity, at, 4 * (symbol == "8"), grid)
        found.append(Sound(at, sounding, pitch, loudness))
    return found


def _bass_pitch(symbol: str, chord: Chord, following: Chord, lowest: int) -> int:
    bass = _at_or_above(chord.bass, lowest)
    root = bass + (chord.root - chord.bass) % 12
    quality = chord.quality
    pitches = {
        "1": bass,
        "8": bass + 12,
        "3": root + quality.third,
        "5": root + quality.fifth,
        "6": root + 9,
        "7": root + quality.seventh,
        "v": root + quality.fifth - 12,
        "a": _at_or_above(following.bass, lowest) - 1,
        "z": _at_or_above(following.bass, lowest) - 2,
    }
    if symbol not in pitches:
        raise ValueError(f'"{symbol}" is no bass note; these are: {" ".join(pitches)}')
    return pitches[symbol]


def _at_or_above(pitch_class: int, lowest: int) -> int:
    return lowest + (pitch_class - lowest) % 12
