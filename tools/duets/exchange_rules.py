"""The rules about how two players take turns: trades, questions and answers, hocket, fills.

A chart says in its words what is meant: `ask` or `call` begins a question, `between` and `on the
beat` begin a hocket, `fill!` is a fill. The notes have to do what the words say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from game.charts.model import PLAYERS, Chart, Cue, Note, Section
from game.charts.pieces import Piece

QUESTIONS = frozenset({"ask", "call"})
BETWEEN, ON_THE_BEAT = "between", "on the beat"
FILL, BOTH_FILL = "fill", "both fill"
FLOOR = frozenset({Piece.KICK, Piece.PEDAL})
KEPT_TIME = frozenset({Piece.HAT, Piece.RIDE, Piece.BELL})
BACK_BEAT = frozenset({Piece.SNARE})
LEAST_HOCKET_BARS = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch that one player leads alone."""

    player: int
    start: Fraction
    end: Fraction

    @property
    def length(self) -> Fraction:
        return self.end - self.start


def broken_exchanges(chart: Chart) -> Iterator[str]:
    """Everything that breaks a rule of how the two of our duets take turns."""
    for section in chart.sections:
        yield from _trades(chart, section)
    yield from _questions(chart)
    yield from _hockets(chart)
    yield from _fills(chart)


def phrases(chart: Chart, start: Fraction, end: Fraction) -> list[Phrase]:
    """Who leads alone within a stretch, one phrase after the other; what both lead is left out."""
    changes = [lead for lead in chart.leads if lead.beat < end]
    found: list[Phrase] = []
    for lead, after in pairwise([*changes, None]):
        assert lead is not None
        begin, stop = max(start, lead.beat), min(end, after.beat if after else end)
        if len(lead.players) > 1 or begin >= stop:
            continue
        if found and found[-1].player == lead.players[0] and found[-1].end == begin:
            begin = found.pop().start
        found.append(Phrase(lead.players[0], begin, stop))
    return found


def _trades(chart: Chart, section: Section) -> Iterator[str]:
    """Phrases are answered by one as long, and never grow; a last bar that is a fill is none."""
    end = _end(chart, section)
    traded = phrases(chart, section.beat, end)
    if len(traded) < 2:
        return
    fill = _last_bar_of(chart, end)
    if traded[-1].end == end and traded[-1].length > traded[-2].length and _is_fill(chart, fill):
        traded[-1] = Phrase(traded[-1].player, traded[-1].start, fill)
    for before, after in pairwise(traded):
        if after.length > before.length:
            yield f"bar {_bar(chart, after.start)}: the trades of {section.name} grow"
    for first, second in zip(traded[::2], traded[1::2], strict=False):
        if first.length != second.length:
            yield f"bar {_bar(chart, second.start)}: P{second.player} has not as much as asked"


def _questions(chart: Chart) -> Iterator[str]:
    """A question ends open, on the last off-beat; its answer ends on the next 1."""
    led = phrases(chart, Fraction(0), chart.end_beat)
    for cue in _cues(chart, QUESTIONS):
        (player,) = cue.players
        question = next((each for each in led if each.start <= cue.beat < each.end), None)
        if question is None or question.player != player:
            yield f"bar {_bar(chart, cue.beat)}: P{player} asks without the lead"
            continue
        hands = [n.beat for n in _notes(chart, player, question) if n.piece not in FLOOR]
        if max(hands, default=None) != _last_off_beat(chart, question.end):
            yield f"bar {_bar(chart, cue.beat)}: the question of P{player} does not end open"
        answer = next((each for each in led if each.start == question.end), None)
        if answer is None:
            yield f"bar {_bar(chart, question.end)}: nobody answers P{player}"
        elif answer.end not in {n.beat for n in _part(chart, answer.player)}:
            yield f"bar {_bar(chart, answer.end)}: the answer of P{answer.player} does not end on 1"


def _hockets(chart: Chart) -> Iterator[str]:
    """Two halves of one hat: two bars at least, and nothing at the same moment."""
    for cue in _cues(chart, {BETWEEN}):
        (player,) = cue.players
        other = next(each for each in PLAYERS if each != player)
        end = _end_of_hocket(chart, cue)
        number, bars = _bar(chart, cue.beat), sum(cue.beat <= b.beat < end for b in chart.bars)
        if not any(c.beat == cue.beat and other in c.players for c in _cues(chart, {ON_THE_BEAT})):
            yield f"bar {number}: P{player} is between, and nobody on the beat"
        if bars < LEAST_HOCKET_BARS:
            yield f"bar {number}: a hocket of less than {LEAST_HOCKET_BARS} bars"
        stretch = Phrase(player, cue.beat, end)
        mine = {n.beat for n in _notes(chart, player, stretch) if n.piece in KEPT_TIME}
        both = mine & _half_of_hocket(chart, other, stretch)
        for number in sorted({_bar(chart, beat) for beat in both}):
            yield f"bar {number}: both halves of the hocket strike at one moment"


def _half_of_hocket(chart: Chart, player: int, stretch: Phrase) -> set[Fraction]:
    """The moments of who is on the beat: of the cymbals, or of toms and rim without any."""
    notes = _notes(chart, player, stretch)
    kept = {note.beat for note in notes if note.piece in KEPT_TIME}
    hands = (n for n in notes if n.piece not in FLOOR | BACK_BEAT and not n.shared)
    return kept or {note.beat for note in hands}


def _end_of_hocket(chart: Chart, cue: Cue) -> Fraction:
    """Where the two swap, or where the lead changes, or where the section ends."""
    swaps = [c.beat for c in _cues(chart, {BETWEEN, ON_THE_BEAT})]
    ends = [*swaps, *(lead.beat for lead in chart.leads), *(s.beat for s in chart.sections)]
    return min((beat for beat in ends if beat > cue.beat), default=chart.end_beat)


def _fills(chart: Chart) -> Iterator[str]:
    """They take turns in filling; a relay is a turn of both. Both fill into the last chorus."""
    last: int | None = None
    choruses = [each for each in chart.sections if _is_chorus(each)]
    for bar in chart.bars:
        cues = [cue for cue in chart.cues if cue.beat == bar.beat and FILL in cue.text]
        both_lead = {p.player for p in phrases(chart, bar.beat, bar.end_beat)} == set(PLAYERS)
        if any(cue.text == BOTH_FILL for cue in cues):
            if not choruses or choruses[-1].beat != bar.end_beat:
                yield f"bar {_bar(chart, bar.beat)}: both fill, and no last chorus follows"
            last = None
        elif both_lead:
            last = None
        for cue in cues:
            if len(cue.players) == 1:
                if cue.players[0] == last:
                    yield f"bar {_bar(chart, bar.beat)}: P{last} fills twice in a row"
                last = cue.players[0]


def _is_chorus(section: Section) -> bool:
    name = section.name.lower()
    return "chorus" in name and not name.startswith(("pre", "post"))


def _is_fill(chart: Chart, beat: Fraction) -> bool:
    return any(cue.beat == beat and FILL in cue.text for cue in chart.cues)


def _cues(chart: Chart, words: frozenset[str] | set[str]) -> list[Cue]:
    """The cues for one player that say one of these words, in the chart's own language."""
    return [c for c in chart.cues if c.text in words and len(c.players) == 1 and not c.language]


def _part(chart: Chart, player: int) -> tuple[Note, ...]:
    return next(part.notes for part in chart.parts if part.player == player)


def _notes(chart: Chart, player: int, stretch: Phrase) -> list[Note]:
    return [n for n in _part(chart, player) if stretch.start <= n.beat < stretch.end]


def _last_bar_of(chart: Chart, end: Fraction) -> Fraction:
    return max(bar.beat for bar in chart.bars if bar.beat < end)


def _last_off_beat(chart: Chart, end: Fraction) -> Fraction:
    """The last half of a pulse before `end`; where pulses have three cells, the last third."""
    meter = next(bar.meter for bar in reversed(chart.bars) if bar.beat < end)
    return end - meter.pulse_lengths_beats[-1] / (3 if meter.is_dotted else 2)


def _end(chart: Chart, section: Section) -> Fraction:
    later = (other.beat for other in chart.sections if other.beat > section.beat)
    return min(later, default=chart.end_beat)


def _bar(chart: Chart, beat: Fraction) -> int:
    return sum(bar.beat <= beat for bar in chart.bars)
