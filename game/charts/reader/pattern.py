"""One bar of one lane as a pattern: where its strokes fall, as fractions of the bar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from game.charts.pieces import Stroke
from game.charts.reader.faults import counted, quoted
from game.charts.reader.symbols import CUT, REPEAT, RESTS, STRIKES, TAIL, Strike, symbol_hint
from game.charts.syntax.decoding import undecoded_byte

MAX_SYMBOLS = 192
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Onset:
    """One stroke of a pattern."""

    offset: Fraction
    """From 0, the start of the bar, up to but not including 1, its end."""

    order: float
    """The offset as a float: two onsets compare by it as they do exactly, only faster."""

    index: int
    """The symbol's place in the cell's text."""

    strike: Strike
    length: Fraction
    """Of a roll, as a fraction of the bar; 0 for every other stroke."""


@dataclass(frozen=True, slots=True)
class PatternFault:
    """What is wrong with a cell's text, and where in it."""

    index: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a cell of notes says, whatever the meter of its bar."""

    part_sizes: tuple[int, ...]
    """The number of symbols in each part between `'`."""

    onsets: tuple[Onset, ...]
    tail_end: Fraction
    """How far a roll of the bar before reaches into this one: the end of leading `=`, else 0."""

    ends_in_roll: bool
    """Whether the last symbol belongs to a roll, so that it may cross the bar line."""

    faults: tuple[PatternFault, ...] = ()


def parse_pattern(text: str) -> Pattern:
    """Read the symbols of a cell; faults are kept in the pattern, and what they spoil rests."""
    parts: list[list[tuple[int, str]]] = [[]]
    for index, char in enumerate(text):
        if char == CUT:
            parts.append([])
        elif not char.isspace():
            parts[-1].append((index, char))
    sizes = tuple(map(len, parts))
    if sum(sizes) > MAX_SYMBOLS:
        return _broken(sizes, _too_many(sum(sizes), parts))
    if 0 in sizes:
        return _broken(sizes, _empty_part(text, sizes.index(0)))
    slots = [
        _Slot(char, index, part * size + place, len(parts) * size)
        for part, (size, symbols) in enumerate(zip(sizes, parts, strict=True))
        for place, (index, char) in enumerate(symbols)
    ]
    return _with_strokes(sizes, slots)


class _Slot(NamedTuple):
    """A symbol, and how many equal slots of its bar come before: most slots rest."""

    char: str
    place: int
    """In the cell's text."""

    before: int
    in_bar: int

    @property
    def offset(self) -> Fraction:
        return Fraction(self.before, self.in_bar)

    @property
    def end(self) -> Fraction:
        return Fraction(self.before + 1, self.in_bar)


def _with_strokes(sizes: tuple[int, ...], slots: list[_Slot]) -> Pattern:
    """The pattern of slots. A `=` after a fault is excused: what it belongs to is not known."""
    onsets: list[Onset] = []
    faults: list[PatternFault] = []
    unknown: list[tuple[int, str]] = []
    tails = next((number for number, slot in enumerate(slots) if slot.char != TAIL), len(slots))
    is_rolling, is_excused = tails > 0, False
    for slot in slots[tails:]:
        if slot.char in RESTS:
            is_rolling = is_excused = False
        elif slot.char in STRIKES:
            onsets.append(_onset(slot))
            is_rolling, is_excused = onsets[-1].strike.stroke is Stroke.ROLL, False
        elif slot.char != TAIL:
            unknown.append((slot.place, slot.char))
            is_rolling, is_excused = False, True
        elif is_rolling:
            onsets[-1] = _longer(onsets[-1], slot.end)
        elif not is_excused:
            faults.append(_stray_tail(slot.place))
            is_excused = True
    tail_end = slots[tails - 1].end if tails else _NOTHING
    faults += _unknown_symbols(unknown)
    return Pattern(sizes, tuple(onsets), tail_end, is_rolling, tuple(faults))


def _onset(slot: _Slot) -> Onset:
    strike, offset = STRIKES[slot.char], slot.offset
    length = slot.end - offset if strike.stroke is Stroke.ROLL else _NOTHING
    return Onset(offset, float(offset), slot.place, strike, length)


def _longer(onset: Onset, end: Fraction) -> Onset:
    return replace(onset, length=end - onset.offset)


def _broken(sizes: tuple[int, ...], fault: PatternFault) -> Pattern:
    return Pattern(sizes, (), _NOTHING, ends_in_roll=False, faults=(fault,))


def _too_many(count: int, parts: list[list[tuple[int, str]]]) -> PatternFault:
    first = next(symbols[0][0] for symbols in parts if symbols)
    found = f"found {counted(count, 'symbol')} in one bar"
    return PatternFault(first, f"{found}, expected at most {MAX_SYMBOLS}")


def _empty_part(text: str, part: int) -> PatternFault:
    """The fault of a part without symbols; it stands at the `'` that ends it, or begins it."""
    cuts = [index for index, char in enumerate(text) if char == CUT]
    index = cuts[min(part, len(cuts) - 1)]
    return PatternFault(index, "found a part without symbols", "write - for a rest")


def _stray_tail(index: int) -> PatternFault:
    return PatternFault(index, 'found "=" without a roll before it', "a roll begins with r or R")


def _unknown_symbols(unknown: list[tuple[int, str]]) -> list[PatternFault]:
    """One fault for all of a cell, at the first of them; bytes that are no UTF-8 have theirs."""
    unknown = [(index, char) for index, char in unknown if undecoded_byte(char) is None]
    if not unknown:
        return []
    index, first = unknown[0]
    if any(char == REPEAT for _, char in unknown):
        index = next(place for place, char in unknown if char == REPEAT)
        return [PatternFault(index, 'found "%" among other symbols', "% stands alone in its bar")]
    chars = list(dict.fromkeys(char for _, char in unknown))
    noun = "symbol" if len(chars) == 1 else "symbols"
    shown = ", ".join(map(quoted, chars[:6]))
    return [PatternFault(index, f"unknown {noun} {shown}", symbol_hint(first))]
