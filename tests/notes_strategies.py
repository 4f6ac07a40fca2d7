"""Random notes for random charts: what is written for each player and level, bar by bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from game.charts.model import Note, Part
from game.charts.pieces import Piece, Stroke
from game.timing.meter import Meter
from game.timing.tempo_map import Bar

STROKES = {
    "x": (Stroke.HIT, False),
    "X": (Stroke.HIT, True),
    "g": (Stroke.GHOST, False),
    "f": (Stroke.FLAM, False),
    "F": (Stroke.FLAM, True),
    "d": (Stroke.DRAG, False),
    "D": (Stroke.DRAG, True),
    "r": (Stroke.ROLL, False),
    "R": (Stroke.ROLL, True),
    "o": (Stroke.HIT, False),
    "O": (Stroke.HIT, True),
}
SYMBOLS = st.sampled_from("---xxXXgfFdDrRr===oO")

Cells = Sequence[str | None]
"""One lane's bars in symbols; None is a bar in which nothing is written."""

Key = tuple[int, int]
"""Player and level."""

NotesByBar = dict[int, list[Note]]


@st.composite
def written_bars(
    draw: st.DrawFn, bars: Sequence[Bar], starts: set[int], players: Sequence[int]
) -> dict[Key, NotesByBar]:
    """What is written for each player and level, by bar; for a level its overridden bars alone."""
    written: dict[Key, NotesByBar] = {}
    for player in players:
        for level in (5, *draw(st.sets(st.integers(1, 4), max_size=2))):
            overridden = set(range(len(bars)))
            if level < 5:
                overridden = draw(st.sets(st.sampled_from(sorted(overridden)), max_size=3))
            by_bar: NotesByBar = {bar: [] for bar in sorted(overridden)}
            for piece in sorted(draw(st.sets(st.sampled_from(Piece), min_size=1, max_size=3))):
                cells = draw(lane_cells(bars, overridden))
                for bar, notes in lane_notes(piece, cells, bars, starts).items():
                    by_bar[bar].extend(notes)
            for notes in by_bar.values():
                notes.sort(key=lambda note: (note.beat, note.piece))
            written[player, level] = by_bar
    return written


@st.composite
def lane_cells(draw: st.DrawFn, bars: Sequence[Bar], written: set[int]) -> Cells:
    cells: list[str | None] = []
    for index, bar in enumerate(bars):
        is_repeat = index > 0 and bars[index - 1].meter == bar.meter and draw(st.booleans())
        if index not in written:
            cells.append(None)
        elif is_repeat and cells[-1] is not None:
            cells.append(cells[-1])
        else:
            is_rest = draw(st.sampled_from([False, False, False, True]))
            cells.append(None if is_rest else going_on(cells, draw(bar_symbols(bar.meter))))
    return cells


def going_on(cells: Cells, symbols: str) -> str:
    """Symbols of a bar into which a roll goes on, if the bar before it ends in one."""
    before = cells[-1] if cells else None
    return "=" + symbols[1:] if before and before[-1] in "rR=" else symbols


@st.composite
def bar_symbols(draw: st.DrawFn, meter: Meter) -> str:
    """Symbols of one bar, in one part or in one for each pulse."""
    parts = draw(st.sampled_from([1, len(meter.pulse_lengths_beats)]))
    sizes = [1, 2, 3, 4, 5, 6] if parts > 1 else [1, 2, 4, 5, 8, 12, 16, 24, meter.count]
    return "'".join(
        draw(st.text(SYMBOLS, min_size=size, max_size=size))
        for size in (draw(st.sampled_from(sizes)) for _ in range(parts))
    )


def lane_notes(piece: Piece, cells: Cells, bars: Sequence[Bar], starts: set[int]) -> NotesByBar:
    """The notes of symbols. A `=` without a roll is a rest here; a section ends every roll."""
    by_bar: NotesByBar = {}
    roll: list[Note] = []
    for index, cell in enumerate(cells):
        if cell is None or index in starts:
            roll = []
        if cell is None:
            continue
        notes = by_bar[index] = []
        for beat, length, symbol in slots(cell, bars[index]):
            if symbol == "=":
                if roll:
                    roll[-1] = replace(roll[-1], length=beat + length - roll[-1].beat)
                continue
            roll = []
            if symbol in STROKES:
                notes.append(note(piece, beat, length, symbol))
                roll = notes if notes[-1].length else []
    return by_bar


def slots(cell: str, bar: Bar) -> list[tuple[Fraction, Fraction, str]]:
    """Beat, length in beats and symbol of each place in a bar."""
    parts = cell.split("'")
    found = []
    for part_index, symbols in enumerate(parts):
        length = bar.meter.length_beats / len(parts) / len(symbols)
        first = bar.beat + part_index * bar.meter.length_beats / len(parts)
        found += [(first + place * length, length, each) for place, each in enumerate(symbols)]
    return found


def note(piece: Piece, beat: Fraction, length: Fraction, symbol: str) -> Note:
    stroke, accent = STROKES[symbol]
    return Note(
        beat,
        piece,
        stroke,
        accent=accent,
        open=symbol in "oO" and piece is Piece.HAT,
        length=length if stroke is Stroke.ROLL else Fraction(0),
    )


def draw_shared_moments(draw: st.DrawFn, written: dict[Key, NotesByBar], is_solo: bool) -> None:
    """Turn some hits that have a partner into `&`, in place, at every level."""
    kept: set[Fraction] = set()
    for level in (5, 4, 3, 2, 1):
        moments = [
            (key, bar, index)
            for key, by_bar in sorted(written.items())
            for bar, notes in by_bar.items()
            for index, each in enumerate(notes)
            if key[1] == level
            and each.stroke is Stroke.HIT
            and (is_solo or each.beat in partner_beats(written, key, bar))
        ]
        chosen = draw(st.sets(st.sampled_from(moments), max_size=2)) if moments else set()
        beats = set(kept)
        for key, bar, index in chosen:
            each = written[key][bar][index]
            written[key][bar][index] = replace(each, accent=True, open=False)
            beats.add(each.beat)
        for key, by_bar in written.items():
            if key[1] == level:
                mark_shared(by_bar, beats)
        if level == 5:
            kept = beats


def partner_beats(written: Mapping[Key, NotesByBar], key: Key, bar: int) -> set[Fraction]:
    """The moments of a bar at which a player's partner has a note, at that level."""
    partner, level = 3 - key[0], key[1]
    at_level = written.get((partner, level), {})
    notes = at_level.get(bar, written.get((partner, 5), {}).get(bar, []))
    return {each.beat for each in notes}


def mark_shared(by_bar: NotesByBar, beats: set[Fraction]) -> None:
    for notes in by_bar.values():
        notes[:] = [replace(each, shared=each.beat in beats) for each in notes]


def part(player: int, written: Mapping[Key, NotesByBar], source: int) -> Part:
    """A player's part from what is written for player `source`."""
    overrides = {
        (level, bar): tuple(notes)
        for (writer, level), by_bar in sorted(written.items())
        if writer == source and level < 5
        for bar, notes in by_bar.items()
    }
    full = written.get((source, 5), {})
    return Part(player, tuple(each for bar in full.values() for each in bar), overrides)
