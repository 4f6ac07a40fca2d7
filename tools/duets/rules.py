"""The rules for our duets, as far as a program can see them; each names the bars that break it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from duets.measures import (
    all_notes,
    is_lesson,
    lead_bars,
    leaders_at,
    longest_rest_beats,
    longest_sixteenths,
    moments,
    most_repeated_bar,
    part_in_bars,
    presses,
    section_bars,
    shared_beats,
)
from game.charts.model import LEVELS, PLAYERS, Chart
from game.charts.pieces import Piece

FAIR_IN_SECTION, FAIR_IN_SONG = Fraction(30, 100), Fraction(10, 100)
MOST_SHARED_IN_A_ROW = 4
LONGEST_WITHOUT_SHARED_BARS = 8
MOST_ALIKE = Fraction(1, 4)
"""No bar may be more than this share of a part."""

FAST_BPM = 105


def broken_rules(chart: Chart) -> Iterator[str]:
    """Everything that breaks a rule of how our duets are written, levels aside.

    A lesson takes turns and repeats itself: of it only what holds for any ending, any finger and
    the full parts is asked.
    """
    if is_lesson(chart):
        yield from _shares(chart, LEVELS[-1:])
    else:
        yield from _rests(chart)
        yield from _floor(chart)
        yield from _shared(chart)
        yield from _shares(chart, LEVELS)
        yield from _copies(chart)
    yield from _runs(chart)
    yield from _ending(chart)


def unfairness(first: int, second: int) -> Fraction:
    """How much less the one has than the other: 0 for equal, 1 for nothing at all."""
    more = max(first, second)
    return Fraction(more - min(first, second), more) if more else Fraction(0)


def _rests(chart: Chart) -> Iterator[str]:
    bar_beats = chart.bars[0].meter.length_beats
    for level in LEVELS:
        for player in PLAYERS:
            rest = longest_rest_beats(part_in_bars(chart, player, level))
            if rest > bar_beats:
                yield f"P{player}/{level} rests for {float(rest):g} beats, over one bar"


def _floor(chart: Chart) -> Iterator[str]:
    """Who listens plays at least the kick on the first and the middle pulse of the bar."""
    for player in PLAYERS:
        for index, notes in enumerate(part_in_bars(chart, player)):
            kicks = {note.beat for note in notes if note.piece is Piece.KICK}
            pulses = chart.bars[index].pulse_beats()
            for beat in (pulses[0], pulses[len(pulses) // 2]):
                if player not in leaders_at(chart, beat) and beat not in kicks:
                    yield f"bar {index + 1}: P{player} listens without a kick on 1 and 3"


def _shared(chart: Chart) -> Iterator[str]:
    shared = shared_beats(chart)
    bar_beats = chart.bars[0].meter.length_beats
    row = 1
    for before, beat in pairwise(shared):
        row = row + 1 if beat - before < bar_beats else 1
        if row > MOST_SHARED_IN_A_ROW:
            yield f"bar {_bar(chart, beat)}: more than {MOST_SHARED_IN_A_ROW} & in a row"
        if beat - before > LONGEST_WITHOUT_SHARED_BARS * bar_beats:
            yield f"bar {_bar(chart, beat)}: no & for more than {LONGEST_WITHOUT_SHARED_BARS} bars"
    for player in PLAYERS:
        played = list(moments(all_notes(part_in_bars(chart, player))))
        for beat in (each for each in shared if each > chart.bars[0].beat):
            runway = [b for b in played if beat - _pulse_before(chart, beat) <= b < beat]
            if not runway and not _is_in_a_row(beat, shared):
                yield f"bar {_bar(chart, beat)}: P{player} has no runway of a beat before the &"


def _pulse_before(chart: Chart, beat: Fraction) -> Fraction:
    """The length of the pulse that leads to a beat."""
    before = max((bar for bar in chart.bars if bar.beat < beat), key=lambda bar: bar.beat)
    return before.meter.pulse_lengths_beats[-1]


def _is_in_a_row(beat: Fraction, shared: list[Fraction]) -> bool:
    return any(0 < beat - other <= 2 for other in shared)


def _shares(chart: Chart, levels: Sequence[int]) -> Iterator[str]:
    for level in levels:
        first, second = (part_in_bars(chart, player, level) for player in PLAYERS)
        for section in chart.sections:
            bars = section_bars(chart, section)
            counts = [presses(part[bars.start : bars.stop]) for part in (first, second)]
            if unfairness(*counts) > FAIR_IN_SECTION:
                yield f"{section.name} at level {level}: {counts[0]} against {counts[1]} presses"
        counts = [presses(part) for part in (first, second)]
        if unfairness(*counts) > FAIR_IN_SONG:
            yield f"the song at level {level}: {counts[0]} against {counts[1]} presses"
    led = [lead_bars(chart, range(len(chart.bars)), player) for player in PLAYERS]
    if led[0] != led[1]:
        yield f"P1 leads {float(led[0]):g} bars, P2 {float(led[1]):g}"


def _copies(chart: Chart) -> Iterator[str]:
    for player in PLAYERS:
        number, count = most_repeated_bar(chart, part_in_bars(chart, player))
        if count > MOST_ALIKE * len(chart.bars):
            yield f"P{player} plays bar {number} {count} times in {len(chart.bars)} bars"


def _runs(chart: Chart) -> Iterator[str]:
    if chart.tempo_map.bpm(Fraction(0)) <= FAST_BPM:
        return
    for player in PLAYERS:
        for lane, beats in longest_sixteenths(chart, part_in_bars(chart, player)).items():
            if beats > 1:
                yield f"P{player} has {float(beats):g} beats of sixteenths on {lane}"


def _ending(chart: Chart) -> Iterator[str]:
    last = [max(note.beat for note in part.notes) for part in chart.parts]
    if last[0] != last[1] or last[0] not in shared_beats(chart):
        yield "the last hit is not an & of both"


def _bar(chart: Chart, beat: Fraction) -> int:
    return sum(bar.beat <= beat for bar in chart.bars)
