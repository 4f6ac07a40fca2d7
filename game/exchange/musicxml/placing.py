"""Before which chord each direction of a bar is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from game.exchange.musicxml.directions import Direction
from game.exchange.musicxml.voices import Chord
from game.timing.tempo_map import Bar
from game.timing.units import Beats

Placed = dict[tuple[int, Beats], list[tuple[Direction, Beats]]]
"""(voice, start of the chord) -> its directions, each with how much later it is meant."""


def placed(
    directions: Iterable[Direction], bar: Bar, voices: Mapping[int, Sequence[Chord]]
) -> Placed:
    """The directions of one bar before the chords over which they stand.

    A chord that begins just there is taken in any voice: not every program honours an offset.

    Args:
        voices: the chords of this bar; the first voice has some from its start on.
    """
    starts = {voice: [chord.start for chord in chords] for voice, chords in voices.items()}
    first = next(iter(starts))
    found: Placed = {}
    for each in directions:
        if bar.beat <= each.beat < bar.end_beat:
            at = each.beat - bar.beat
            voice = next((own for own, places in starts.items() if at in places), first)
            start = max(place for place in starts[voice] if place <= at)
            found.setdefault((voice, start), []).append((each, at - start))
    return found
