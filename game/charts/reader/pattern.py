"""One bar of one lane as a pattern: where its strokes fall, as fractions of the bar."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.charts.reader.faults import counted, quoted
from game.charts.reader.symbols import CUT, REPEAT, RESTS, STRIKES, TAIL, Strike, symbol_hint
from game.charts.syntax.decoding import undecoded_byte

MAX_SYMBOLS = 192


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
        (Fraction(part * size + place, len(parts) * size), *symbol)
        for part, (size, symbols) in enumerate(zip(sizes, parts, strict=True))
        for place, symbol in enumerate(symbols)
    ]
    return _with_strokes(sizes, slots)


def _with_strokes(sizes: tuple[int, ...], slots: list[tuple[Fraction, int, str]]) -> Pattern:
    """The pattern of (offset, index, symbol) slots.

    A `=` is excused if the one before it, or an unknown symbol there, is a fault already.
    """
    onsets: list[Onset] = []
    stray: list[PatternFault] = []
    unknown: list[tuple[int, str]] = []
    tail_end = Fraction(0)
    is_rolling = is_excused = False
    for place, (offset, index, char) in enumerate(slots):
        end = slots[place + 1][0] if place + 1 < len(slots) else Fraction(1)
        if char == TAIL:
            if not onsets and tail_end == offset:
                tail_end = end
            elif is_rolling:
                onsets[-1] = _longer(onsets[-1], end)
            elif not is_excused:
                stray.append(_stray_tail(index))
            is_rolling = is_rolling or tail_end == end
            is_excused = not is_rolling
            continue
        strike = STRIKES.get(char)
        is_excused = strike is None and char not in RESTS
        is_rolling = strike is not None and strike.stroke == "roll"
        if strike:
            length = end - offset if is_rolling else Fraction(0)
            onsets.append(Onset(offset, float(offset), index, strike, length))
        elif char not in RESTS and undecoded_byte(char) is None:
            unknown.append((index, char))
    faults = (*stray, *_unknown_symbols(unknown))
    return Pattern(sizes, tuple(onsets), tail_end, is_rolling, faults)


def _longer(onset: Onset, end: Fraction) -> Onset:
    return Onset(onset.offset, onset.order, onset.index, onset.strike, end - onset.offset)


def _broken(sizes: tuple[int, ...], fault: PatternFault) -> Pattern:
    return Pattern(sizes, (), Fraction(0), ends_in_roll=False, faults=(fault,))


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
    """One fault for all of a cell, at the first of them."""
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
