"""The grid of the editor: from quarters to forty-eighths, and free."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

from game.timing.tempo_map import Bar
from game.timing.units import Beats


@dataclass(frozen=True, slots=True)
class Snap:
    """Steps of a whole note, such as 16 for sixteenths."""

    parts: int
    """Of a whole note; those that three divides are triplets."""

    is_free: bool = False
    """As fine as a chart can write."""

    @property
    def step_beats(self) -> Beats:
        return Fraction(4, self.parts)

    @property
    def is_triplet(self) -> bool:
        return self.parts % 3 == 0 and not self.is_free


SNAPS = (
    Snap(4),
    Snap(8),
    Snap(12),
    Snap(16),
    Snap(24),
    Snap(32),
    Snap(48),
    Snap(192, is_free=True),
)
"""From coarse to fine."""

SIXTEENTHS = SNAPS[3]


def snapped(beat: Beats, snap: Snap, bars: tuple[Bar, ...]) -> Beats:
    """The place on the grid that is nearest; the grid begins anew with each bar."""
    bar = _bar(beat, bars)
    steps = round((beat - bar.beat) / snap.step_beats)
    return min(bar.beat + steps * snap.step_beats, bar.end_beat)


def stepped(beat: Beats, snap: Snap, bars: tuple[Bar, ...], steps: int) -> Beats:
    """So many places further on or back, within the song."""
    last = bars[-1].end_beat if bars else Fraction(0)
    for _ in range(abs(steps)):
        bar = _bar(beat, bars)
        if steps > 0:
            place = (beat - bar.beat) // snap.step_beats + 1
            beat = min(bar.beat + place * snap.step_beats, bar.end_beat)
        else:
            if beat <= bar.beat and beat > 0:
                bar = _bar(bar.beat - Fraction(1, 1_000), bars)
            place = -((bar.beat - beat) // snap.step_beats) - 1
            beat = max(bar.beat + max(0, place) * snap.step_beats, Fraction(0))
    return max(Fraction(0), min(last, beat))


def _bar(beat: Beats, bars: tuple[Bar, ...]) -> Bar:
    index = bisect_right(bars, beat, key=lambda bar: bar.beat) - 1
    return bars[max(0, min(index, len(bars) - 1))]
