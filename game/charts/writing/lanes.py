"""The lanes of notes of both players, at every level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from game.charts.model import FULL_LEVEL, LEVELS, Chart, Note, Part
from game.charts.pieces import Piece, Stroke
from game.charts.writing.holds import BarTexts
from game.charts.writing.pattern import REST, Strokes, bar_text
from game.charts.writing.refusal import refusal
from game.timing.tempo_map import Bar
from game.timing.units import Beats

PIECES_IN_ORDER = (
    *(Piece.CRASH, Piece.CRASH2, Piece.CHINA, Piece.SPLASH, Piece.RIDE, Piece.BELL),
    *(Piece.HAT, Piece.SNARE, Piece.RIM, Piece.TOM1, Piece.TOM2, Piece.TOM3),
    *(Piece.KICK, Piece.PEDAL),
)
"""Cymbals, hat, snare, toms, kick, pedal: from top to bottom."""

_PLAIN = {
    Stroke.HIT: "xX",
    Stroke.GHOST: "gg",
    Stroke.FLAM: "fF",
    Stroke.DRAG: "dD",
    Stroke.ROLL: "rR",
}
_OPEN_OR_KICK = "oO"
_TOGETHER = "&"


def note_rows(chart: Chart) -> dict[str, BarTexts]:
    """Label -> its bars, in the order in which they are written: full parts, then levels."""
    parts = chart.parts[:1] if chart.is_solo else chart.parts
    rows: dict[str, BarTexts] = {}
    for part in parts:
        _add_rows(rows, f"P{part.player}", part.notes, chart.bars, frozenset())
    if not chart.is_solo and not any(label.startswith("P2") for label in rows):
        rows["P2 kick"] = {0: REST}
    kept = frozenset(note.beat for part in parts for note in part.notes if note.shared)
    for part in parts:
        for level in LEVELS[: LEVELS.index(FULL_LEVEL)]:
            _add_level_rows(rows, part, level, chart.bars, kept)
    return rows


def _add_level_rows(
    rows: dict[str, BarTexts], part: Part, level: int, bars: Sequence[Bar], kept: frozenset[Beats]
) -> None:
    """The lanes of one level. A bar in which it plays nothing is written as a rest."""
    written = {bar: notes for (own, bar), notes in part.overrides.items() if own == level}
    if not written:
        return
    label = f"P{part.player}/{level}"
    notes = [note for bar in sorted(written) for note in written[bar]]
    _add_rows(rows, label, notes, bars, kept)
    told = {bar for name, row in rows.items() if name.startswith(label) for bar in row}
    silent = dict.fromkeys(set(written) - told, REST)
    if silent:
        rows.setdefault(f"{label} {Piece.KICK}", {}).update(silent)


def _add_rows(
    rows: dict[str, BarTexts],
    label: str,
    notes: Iterable[Note],
    bars: Sequence[Bar],
    kept: frozenset[Beats],
) -> None:
    """A row for each piece that has notes.

    Args:
        kept: moments that are shared already by what the full parts write.
    """
    by_piece: dict[Piece, list[Note]] = {}
    for note in notes:
        by_piece.setdefault(note.piece, []).append(note)
    for piece in PIECES_IN_ORDER:
        if piece in by_piece:
            rows[f"{label} {piece}"] = _lane(by_piece[piece], bars, kept)


def _lane(notes: Iterable[Note], bars: Sequence[Bar], kept: frozenset[Beats]) -> BarTexts:
    texts: BarTexts = {}
    for index, strokes in _strokes_by_bar(notes, bars, kept).items():
        text = bar_text(strokes, bars[index].meter)
        if text is None:
            raise refusal(index, "its notes lie on no grid of 192 symbols or fewer")
        texts[index] = text
    return texts


def _strokes_by_bar(
    notes: Iterable[Note], bars: Sequence[Bar], kept: frozenset[Beats]
) -> Mapping[int, Strokes]:
    starts = [bar.beat for bar in bars]
    strokes: dict[int, Strokes] = {}
    for note in notes:
        index = bisect_right(starts, note.beat) - 1
        here = strokes.setdefault(index, Strokes())
        here.onsets[_share(note.beat, bars[index])] = _symbol(note, kept)
        end_beat = note.beat + note.length
        while note.length and index < len(bars) and bars[index].beat < end_beat:
            roll = _share(note.beat, bars[index]), _share(end_beat, bars[index])
            strokes.setdefault(index, Strokes()).rolls.append(roll)
            index += 1
    return strokes


def _share(beat: Beats, bar: Bar) -> Fraction:
    """A beat's place in a bar: 0 is its start, 1 its end."""
    return (beat - bar.beat) / bar.meter.length_beats


def _symbol(note: Note, kept: frozenset[Beats]) -> str:
    is_plain_accent = note.stroke is Stroke.HIT and note.accent and not note.open
    if note.shared and is_plain_accent and note.beat not in kept:
        return _TOGETHER
    symbols = _PLAIN[note.stroke]
    if note.stroke is Stroke.HIT and (note.open or note.piece is Piece.KICK):
        symbols = _OPEN_OR_KICK
    return symbols[note.accent]
