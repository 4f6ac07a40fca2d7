"""What can be counted in a chart: presses, moments, rests, repeated bars, whose phrase it is."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from game.charts.layouts import LAYOUTS
from game.charts.levels import notes_at_level
from game.charts.model import FULL_LEVEL, PLAYERS, Chart, Note, Section

FOUR = LAYOUTS["four"]
Bars = list[list[Note]]
"""A part's notes, bar by bar."""


def is_lesson(chart: Chart) -> bool:
    """Whether the header says `x-kind: lesson`: steps to learn by rather than a song for two."""
    return chart.meta.extra.get("x-kind") == "lesson"


def part_in_bars(chart: Chart, player: int, level: int = FULL_LEVEL) -> Bars:
    """A player's notes at a level, one list for each bar of the chart."""
    starts = [bar.beat for bar in chart.bars]
    bars: Bars = [[] for _ in starts]
    for note in notes_at_level(chart, player, level):
        bars[bisect_right(starts, note.beat) - 1].append(note)
    return bars


def section_bars(chart: Chart, section: Section) -> range:
    """The indices of a section's bars."""
    later = [other.bar for other in chart.sections if other.bar > section.bar]
    return range(section.bar, min(later, default=len(chart.bars)))


def presses(bars: Bars) -> int:
    """How many keys a player presses in layout `four`, where notes of one lane fall together."""
    return sum(len({(note.beat, FOUR.lane_of(note.piece)) for note in bar}) for bar in bars)


def moments(notes: Iterable[Note]) -> dict[Fraction, list[Note]]:
    """The notes of each moment, in order of time."""
    found: dict[Fraction, list[Note]] = defaultdict(list)
    for note in notes:
        found[note.beat].append(note)
    return dict(sorted(found.items()))


def all_notes(bars: Bars) -> list[Note]:
    return [note for bar in bars for note in bar]


def longest_rest_beats(bars: Bars) -> Fraction:
    """The longest time between two moments of a part; a rest after its last note is no rest."""
    beats = list(moments(all_notes(bars)))
    return max((b - a for a, b in pairwise(beats)), default=Fraction(0))


def shared_beats(chart: Chart) -> list[Fraction]:
    """When both strike together, by `&`."""
    return sorted({note.beat for part in chart.parts for note in part.notes if note.shared})


def leaders_at(chart: Chart, beat: Fraction) -> tuple[int, ...]:
    """Whose phrase it is; both, if nobody has been named yet."""
    index = bisect_right([lead.beat for lead in chart.leads], beat) - 1
    return chart.leads[index].players if index >= 0 else PLAYERS


def lead_bars(chart: Chart, bars: range, player: int) -> Fraction:
    """How many of these bars a player leads alone; half bars count as halves."""
    total = Fraction(0)
    for index in bars:
        pulses = chart.bars[index].pulse_beats()
        led = sum(leaders_at(chart, beat) == (player,) for beat in pulses)
        total += Fraction(led, len(pulses))
    return total


def most_repeated_bar(chart: Chart, bars: Bars, within: range | None = None) -> tuple[int, int]:
    """The number (from 1) of the bar that is played most often in the same way, and how often.

    (0, 0) where nothing is played.
    """
    indices = within or range(len(bars))
    patterns = {index: bar_pattern(chart, index, bars[index]) for index in indices if bars[index]}
    if not patterns:
        return 0, 0
    pattern, count = Counter(patterns.values()).most_common(1)[0]
    return next(index for index in patterns if patterns[index] == pattern) + 1, count


def longest_sixteenths(chart: Chart, bars: Bars) -> dict[str, Fraction]:
    """For each lane of layout `four`: the longest unbroken run of sixteenths or faster, in beats.

    Four sixteenths and the rest after them last a beat.
    """
    longest: dict[str, Fraction] = {}
    step = Fraction(1, 4)
    for lane in FOUR.lanes:
        beats = sorted({n.beat for n in all_notes(bars) if FOUR.lane_of(n.piece) == lane})
        run = best = Fraction(0)
        for before, beat in pairwise(beats):
            run = run + (beat - before) if beat - before <= step else Fraction(0)
            best = max(best, run + step if run else run)
        longest[lane] = best
    return longest


def bar_pattern(chart: Chart, index: int, bar: list[Note]) -> frozenset[tuple[Fraction, str]]:
    """What is played in a bar, wherever the bar lies."""
    return frozenset((note.beat - chart.bars[index].beat, str(note.piece)) for note in bar)
