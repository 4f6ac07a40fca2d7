"""The text of one bar after a change: on the author's own grid where that is fine enough."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from game.charts.reader.pattern import MAX_SYMBOLS, parse_pattern
from game.charts.reader.symbols import CUT, RESTS
from game.charts.writing.pattern import REST, Strokes, bar_text
from game.editor.edit import EditRefusedError
from game.timing.meter import Meter

_SYMBOLS_PER_BEAT = 4
_SYMBOLS_PER_PULSE = 3
_FINEST_UNCUT = 8
"""Symbols to a quarter note: beyond thirty-seconds a bar is cut into parts."""


def strokes_of(text: str) -> Strokes:
    """What the symbols of a bar say, in shares of the bar; what is faulty in it rests."""
    if not text.strip():
        return Strokes()
    pattern = parse_pattern(text)
    onsets = {onset.offset: text[onset.index] for onset in pattern.onsets}
    rolls = [
        (onset.offset, onset.offset + onset.length) for onset in pattern.onsets if onset.length
    ]
    if pattern.tail_end:
        rolls.insert(0, (Fraction(-1), pattern.tail_end))
    return Strokes(onsets, rolls)


def rendered(strokes: Strokes, meter: Meter, old_text: str) -> str:
    """The bar's symbols, without spaces.

    Args:
        old_text: the cell before, whose grid and kind of rest are kept; blank for a new one.

    Raises:
        EditRefusedError: the notes lie on no grid that a chart can write.
    """
    sizes = _refined(_sizes_of(old_text, meter), strokes)
    is_fine = len(sizes) == 1 and sum(sizes) > meter.length_beats * _FINEST_UNCUT
    is_kept = not is_fine and sum(sizes) <= MAX_SYMBOLS
    text = _written(strokes, sizes) if is_kept else bar_text(strokes, meter)
    if text is None:
        raise EditRefusedError(
            f"a bar holds at most {MAX_SYMBOLS} symbols, and these notes need more",
            "move them to a coarser grid",
        )
    dots, dashes = (old_text.count(rest) for rest in reversed(RESTS))
    return text.replace(REST, ".") if dots > dashes else text


def default_size(meter: Meter) -> int:
    """Symbols in a bar that nobody has written yet: sixteenths, or three to a dotted pulse."""
    if meter.is_dotted:
        return _SYMBOLS_PER_PULSE * len(meter.pulse_lengths_beats)
    if meter.unit > _SYMBOLS_PER_BEAT:
        return meter.count * max(1, 16 // meter.unit)
    return max(1, int(_SYMBOLS_PER_BEAT * meter.length_beats))


def _sizes_of(old_text: str, meter: Meter) -> list[int]:
    """The number of symbols in each part of the bar as it was."""
    if not old_text.strip():
        return [default_size(meter)]
    pattern = parse_pattern(old_text)
    if pattern.faults or 0 in pattern.part_sizes:
        return [default_size(meter)]
    return list(pattern.part_sizes)


def _refined(sizes: list[int], strokes: Strokes) -> list[int]:
    """The sizes made finer wherever something falls between two symbols."""
    parts = len(sizes)
    refined = list(sizes)
    for point in strokes.points():
        part = int(point * parts)
        refined[part] = lcm(refined[part], (point * parts).denominator)
    return refined


def _written(strokes: Strokes, sizes: list[int]) -> str:
    parts = len(sizes)
    return CUT.join(
        "".join(strokes.symbol((part + Fraction(place, size)) / parts) for place in range(size))
        for part, size in enumerate(sizes)
    )
