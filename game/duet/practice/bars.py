"""The bars to practise: a stretch of whole bars that can be moved and grown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars `first` to `last`, both played; counted from 0."""

    first: int
    last: int

    @property
    def count(self) -> int:
        return self.last - self.first + 1

    def moved_first(self, steps: int) -> Bars:
        """Begin elsewhere; the end is pushed ahead if need be."""
        first = max(0, self.first + steps)
        return Bars(first, max(first, self.last))

    def moved_last(self, steps: int) -> Bars:
        """End elsewhere; the beginning is pushed ahead if need be."""
        last = max(0, self.last + steps)
        return Bars(min(self.first, last), last)

    def within(self, count: int) -> Bars:
        """The same within a song of so many bars."""
        last = min(self.last, count - 1)
        return Bars(min(self.first, last), last)


def whole(timeline: Timeline) -> Bars:
    """All bars of a song."""
    return Bars(0, max(0, len(timeline.bars) - 1))


def bar_at(timeline: Timeline, at_us: int) -> int:
    """The bar in which a song time lies; the nearest one outside the song."""
    after = bisect_right(timeline.bars, at_us, key=lambda bar: bar.at_us)
    return max(0, after - 1)


def between(timeline: Timeline, one_us: int, other_us: int) -> Bars:
    """The bars that two song times touch, in either order."""
    return Bars(bar_at(timeline, min(one_us, other_us)), bar_at(timeline, max(one_us, other_us)))


def section_at(timeline: Timeline, bar: int) -> Bars:
    """The bars of the section in which a bar lies; of the whole song without sections."""
    at_us = timeline.bars[bar].at_us
    index = bisect_right(timeline.sections, at_us, key=lambda section: section.at_us)
    first = bar_at(timeline, timeline.sections[index - 1].at_us) if index else 0
    if index == len(timeline.sections):
        return Bars(first, len(timeline.bars) - 1)
    return Bars(first, max(first, bar_at(timeline, timeline.sections[index].at_us) - 1))


def section_beside(timeline: Timeline, bar: int, steps: int) -> int:
    """The first bar of the section some sections further than that of a bar, at most the last.

    Backwards, a section that has begun counts as one on the way: its own first bar comes first.
    """
    starts = sorted({0, *(bar_at(timeline, section.at_us) for section in timeline.sections)})
    index = bisect_right(starts, bar) - 1
    if steps < 0 and bar > starts[index]:
        index += 1
    return starts[max(0, min(len(starts) - 1, index + steps))]


def around(timeline: Timeline, at_us: int, count: int = 4) -> Bars:
    """So many bars that end with the one in which a song time lies."""
    last = bar_at(timeline, at_us)
    return Bars(max(0, last - count + 1), max(last, min(count, len(timeline.bars)) - 1))


def span_us(timeline: Timeline, bars: Bars) -> tuple[int, int]:
    """The song times at which bars begin and end."""
    starts_us: Sequence[int] = [bar.at_us for bar in timeline.bars] or [0]
    after = bars.last + 1
    end_us = starts_us[after] if after < len(starts_us) else timeline.end_us
    return starts_us[bars.first], end_us
