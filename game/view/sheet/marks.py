"""What a chart says besides its notes, as words of the sheet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from game.charts.model import PLAYERS, Cue, Lead
from game.charts.reader.header import DOTTED
from game.charts.reader.tempo import quarters_per_count
from game.charts.writing.numbers import decimal_text
from game.timing.meter import Meter
from game.timing.tempo_map import TempoStep
from game.timing.units import Beats
from game.view.sheet import paper
from game.view.sheet.excerpt import Excerpt
from game.view.sheet.measures import PlacedMeasure
from game.view.sheet.words import SIZES, Kind, Sign, WidthOf, Word, word, wrapped
from game.view.strings import Strings

_NUMBER_SHIFT = 2.0
_MOST_SLACK = 0.6
_CUE_ROOM = paper.ROOM - 24


class Marks:
    """The words of one excerpt, asked for row by row."""

    def __init__(self, excerpt: Excerpt, strings: Strings, width_of: WidthOf) -> None:
        self._excerpt = excerpt
        self._strings = strings
        self._width_of = width_of
        self._tempi = tuple(_tempi(excerpt))
        self._leads = tuple(_leads(excerpt))
        self._cues = tuple(_cues(excerpt))

    def kept_bars(self) -> frozenset[int]:
        """The bars in which something is said, so that no rest is folded over it."""
        chart = self._excerpt.chart
        starts = [bar.beat for bar in chart.bars]
        beats = [
            *(step.beat for step, _, _ in self._tempi),
            *(lead.beat for lead in self._leads),
            *(cue.beat for cue in self._cues),
        ]
        bars = {bisect_right(starts, beat) - 1 for beat in beats}
        bars |= {section.bar for section in chart.sections}
        bars |= {index for index in self._excerpt.indices if self._new_meter(index)}
        return frozenset(bars)

    def above(self, row: Sequence[PlacedMeasure], stave: int) -> list[Word]:
        """The words above a stave, the most important ones first.

        Above the first one stand numbers, meters, tempi, and what is said to both, too.
        """
        voices = self._excerpt.voices
        listeners = [voices[stave].players]
        if stave == 0:
            listeners = [PLAYERS, *listeners]
        if self._excerpt.chart.is_solo:
            listeners = [PLAYERS, *((player,) for player in PLAYERS)]
        words = [found for players in listeners for found in self._said(row, players)]
        if stave == 0:
            words = [*self._numbers(row), *self._meters(row), *self._tempo_words(row), *words]
        return words

    def lights(
        self, row: Sequence[PlacedMeasure], players: tuple[int, ...]
    ) -> tuple[tuple[float, float], ...]:
        """The stretches, left to right, in which the phrase is theirs alone."""
        leads = self._excerpt.chart.leads
        lit: list[tuple[float, float]] = []
        for placed in row:
            start, end = placed.measure.bar.beat, placed.measure.end_beat
            inside = [lead for lead in leads if start < lead.beat < end]
            here = [Lead(start, _leading(leads, start)), *inside]
            ends = [*(lead.beat for lead in inside), end]
            for lead, until in zip(here, ends, strict=True):
                if lead.players == players:
                    left = placed.x if lead.beat == start else _edge(placed, lead.beat)
                    right = placed.right if until == end else _edge(placed, until)
                    lit.append((left, right))
        return tuple(lit)

    def _numbers(self, row: Sequence[PlacedMeasure]) -> Iterator[Word]:
        for placed in row:
            first, count = placed.measure.first + 1, placed.measure.count
            text = f"{first}" if count == 1 else f"{first}–{first + count - 1}"
            yield word(Kind.NUMBER, text, placed.x + _NUMBER_SHIFT, self._width_of)

    def _meters(self, row: Sequence[PlacedMeasure]) -> Iterator[Word]:
        for placed in row:
            if meter := self._new_meter(placed.measure.first):
                x = placed.x + paper.PAD_LEFT
                yield word(Kind.METER, str(meter), x, self._width_of, slack=_slack(placed))

    def _new_meter(self, index: int) -> Meter | None:
        """The meter of a bar if it is to be told there."""
        bars = self._excerpt.chart.bars
        is_first = index == self._excerpt.indices.start
        if is_first or bars[index].meter != bars[index - 1].meter:
            return bars[index].meter
        return None

    def _tempo_words(self, row: Sequence[PlacedMeasure]) -> Iterator[Word]:
        for placed in row:
            for step, text, sign in self._tempi:
                if placed.measure.bar.beat <= step.beat < placed.measure.end_beat:
                    slack = _slack(placed) if step.beat == placed.measure.bar.beat else 0.0
                    x, shown = placed.x_of(step.beat), f"= {text}"
                    yield word(Kind.TEMPO, shown, x, self._width_of, sign=sign, slack=slack)

    def _said(self, row: Sequence[PlacedMeasure], players: tuple[int, ...]) -> Iterator[Word]:
        for placed in row:
            start, end = placed.measure.bar.beat, placed.measure.end_beat
            said = partial(word, width_of=self._width_of, players=players)
            for lead in self._leads:
                if lead.players == players and start <= lead.beat < end:
                    x, slack = _edge(placed, lead.beat), _slack(placed) * (lead.beat == start)
                    yield said(Kind.LEAD, self._lead_text(players), x, slack=slack)
            for cue in self._cues:
                if cue.players == players and start <= cue.beat < end:
                    x = placed.x + paper.PAD_LEFT
                    for text in wrapped(cue.text, SIZES[Kind.CUE], _CUE_ROOM, self._width_of):
                        yield said(Kind.CUE, text, x, slack=_slack(placed))

    def _lead_text(self, players: tuple[int, ...]) -> str:
        if players == PLAYERS:
            return self._strings("sheet.both_lead")
        return self._strings("sheet.leads", player=self._strings(f"common.p{players[0]}"))


def _slack(placed: PlacedMeasure) -> float:
    """How far a word at the start of a measure may move and still be read as standing there."""
    return placed.width * _MOST_SLACK


def _edge(placed: PlacedMeasure, beat: Beats) -> float:
    """Where a light begins: a little before the notes of that beat, on a bar line at its start."""
    if beat == placed.measure.bar.beat:
        return placed.x + _NUMBER_SHIFT
    return placed.x_of(beat) - paper.NOTE * 0.7


def _leading(leads: Sequence[Lead], beat: Beats) -> tuple[int, ...]:
    index = bisect_right(leads, beat, key=lambda lead: lead.beat) - 1
    return leads[index].players if index >= 0 else PLAYERS


def _tempi(excerpt: Excerpt) -> Iterator[tuple[TempoStep, str, Sign]]:
    """Every tempo as it is written: the one that holds at the start, then each change."""
    if not excerpt.bars:
        return
    start, end = excerpt.bars[0].beat, excerpt.bars[-1].end_beat
    steps = excerpt.chart.tempo_map.steps
    held = steps[max(0, bisect_right(steps, start, key=lambda step: step.beat) - 1)]
    later = (step for step in steps if start < step.beat < end)
    for step in (TempoStep(start, held.bpm), *later):
        yield step, *tempo_text(excerpt, step)


def tempo_text(excerpt: Excerpt, step: TempoStep) -> tuple[str, Sign]:
    """A tempo in the header's unit, and the note value that it counts."""
    bars = excerpt.chart.bars
    index = bisect_right(bars, step.beat, key=lambda bar: bar.beat) - 1
    is_dotted = excerpt.chart.meta.bpm_text.endswith(DOTTED)
    quarters: Fraction = quarters_per_count(bars[index].meter, is_dotted)
    sign = Sign.QUARTER if quarters == 1 else Sign.DOTTED
    return decimal_text(step.bpm / quarters), sign


def _leads(excerpt: Excerpt) -> Iterator[Lead]:
    """Every change of the lead; at the start only if it is one player's."""
    if not excerpt.bars:
        return
    start, end = excerpt.bars[0].beat, excerpt.bars[-1].end_beat
    held = _leading(excerpt.chart.leads, start)
    if held != PLAYERS:
        yield Lead(start, held)
    yield from (lead for lead in excerpt.chart.leads if start < lead.beat < end)


def _cues(excerpt: Excerpt) -> Iterator[Cue]:
    """The cues in the chart's own language; in another one where it says nothing in its own."""
    if not excerpt.bars:
        return
    start, end = excerpt.bars[0].beat, excerpt.bars[-1].end_beat
    told: set[tuple[Beats, tuple[int, ...]]] = set()
    for cue in excerpt.chart.cues:  # sorted so that the chart's own language comes first
        place = cue.beat, cue.players
        if start <= cue.beat < end and place not in told:
            told.add(place)
            yield cue
