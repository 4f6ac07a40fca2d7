"""Which chords of a bar are joined by beams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from game.exchange.musicxml.voices import Chord

Beams = tuple[str, ...]
"""Of one chord, the outermost first: `begin`, `continue`, `end`, `forward hook`..."""

_EIGHTHS = ("eighth", "eighth")


def beams_of(chords: Sequence[Chord]) -> list[Beams]:
    """The beams of each chord: within a span, and over two quarters that are plain eighths."""
    wide = _wide_spans(chords)
    found: list[Beams] = []
    for _, run in groupby(chords, key=lambda chord: _group(chord, wide)):
        found += _run_beams([_flags(chord) for chord in run])
    return found


def _group(chord: Chord, wide: frozenset[int]) -> tuple[int, bool]:
    """Neighbours with the same one share beams."""
    span = chord.span - 1 if chord.span in wide else chord.span
    return span, not _flags(chord)


def _flags(chord: Chord) -> int:
    return 0 if chord.is_rest else chord.value.flags


def _wide_spans(chords: Sequence[Chord]) -> frozenset[int]:
    """The second spans of the pairs of which all are eighths."""
    names = {
        span: tuple("" if each.is_rest or each.tuplet else each.value.name for each in inside)
        for span, inside in groupby(chords, key=lambda chord: chord.span)
    }
    plain = {span for span, inside in names.items() if inside == _EIGHTHS}
    is_even = not (max(names, default=0) + 1) % 2
    return frozenset(each for each in plain if is_even and each % 2 and each - 1 in plain)


def _run_beams(flags: Sequence[int]) -> Iterator[Beams]:
    if len(flags) < 2 or not flags[0]:
        yield from (() for _ in flags)
        return
    for index, own in enumerate(flags):
        before = flags[index - 1] if index else 0
        after = flags[index + 1] if index + 1 < len(flags) else 0
        yield tuple(_beam(level < before, level < after, not index) for level in range(own))


def _beam(has_before: bool, has_after: bool, is_first: bool) -> str:
    if has_before:
        return "continue" if has_after else "end"
    if has_after:
        return "begin"
    return "forward hook" if is_first else "backward hook"
