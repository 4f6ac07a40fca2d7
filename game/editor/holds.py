"""Edits of what holds until its next value: the tempo, and whose phrase it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from game.charts.document import Document
from game.charts.model import PLAYERS
from game.charts.reader.faults import Faults
from game.charts.reader.header import MAX_BPM, MIN_BPM
from game.charts.reader.labels import HoldLabel
from game.charts.reader.pattern import MAX_SYMBOLS
from game.charts.reader.reading import Score
from game.charts.reader.repeats import Resolved, resolve
from game.charts.writing.numbers import decimal_text
from game.editor.draft import Draft
from game.editor.edit import EditRefusedError
from game.editor.header import SetHeader
from game.editor.lane_notes import bar_at
from game.editor.repeats import write_out_repeats
from game.timing.units import Beats

_LEADS = {(1,): "P1", (2,): "P2", PLAYERS: "both"}


@dataclass(frozen=True, slots=True)
class SetTempo:
    """From a beat on another tempo; None takes a change of the tempo away."""

    beat: Beats
    bpm: Fraction | None
    """As charts write it: quarters a minute, or pulses in a chart that counts dotted ones."""

    def apply(self, document: Document) -> Document:
        if self.bpm is not None and not MIN_BPM <= self.bpm <= MAX_BPM:
            found = decimal_text(self.bpm)
            raise EditRefusedError(f"found {found} bpm, expected {MIN_BPM} to {MAX_BPM}")
        text = None if self.bpm is None else decimal_text(self.bpm)
        score = document.reading.score
        is_header = score is not None and 0 not in score.sheet.holds.get("bpm", {})
        if score is not None and self.beat == 0 and is_header and text is not None:
            dotted = " dotted" if score.header.is_dotted else ""
            return SetHeader("bpm", text + dotted).apply(document)
        return with_value(document, "bpm", self.beat, text)


@dataclass(frozen=True, slots=True)
class SetLead:
    """From a beat on the phrase is these players'; None takes a change of the lead away."""

    beat: Beats
    players: tuple[int, ...] | None

    def apply(self, document: Document) -> Document:
        text = None if self.players is None else _LEADS[self.players]
        return with_value(document, "lead", self.beat, text)


def with_value(document: Document, name: str, beat: Beats, text: str | None) -> Document:
    """A document in which a lane that holds has this value from a beat on; None: no change there.

    Raises:
        EditRefusedError: the beat is outside the song, or the bar would need too many values.
    """
    score = document.reading.score
    if score is None:
        raise EditRefusedError("the text has no bars that can be read")
    bars = score.chart.bars
    index = bar_at(bars, beat)
    resolved = resolve(score.sheet.holds.get(name, {}), score.sheet, bars, Faults())
    offset = (beat - bars[index].beat) / bars[index].meter.length_beats
    values = _values(resolved.get(index))
    if text is None:
        values.pop(offset, None)
    else:
        values[offset] = text
    draft = Draft(document)
    draft.set_cell(HoldLabel(name), index, _spread(values, _before(name, index, resolved, score)))
    write_out_repeats(draft, resolved, HoldLabel(name), {index})
    return draft.document()


def _values(here: Resolved | None) -> dict[Fraction, str]:
    """The values of a bar by their share of it."""
    words = here.source.text.split() if here and here.source else []
    return {Fraction(place, len(words)): word for place, word in enumerate(words)}


def _before(name: str, index: int, resolved: dict[int, Resolved], score: Score) -> str:
    """What holds when the bar begins."""
    for bar in sorted(resolved, reverse=True):
        words = list(_values(resolved[bar]).values())
        if bar < index and words:
            return words[-1]
    return decimal_text(score.header.bpm) if name == "bpm" else _LEADS[PLAYERS]


def _spread(values: dict[Fraction, str], before: str) -> str:
    """The bar's values as they are written: evenly spread, as many as it takes."""
    if not values:
        return ""
    count = lcm(*(offset.denominator for offset in values))
    if count > MAX_SYMBOLS:
        raise EditRefusedError(
            f"a change at this place needs {count:,} values in its bar, and there is room "
            f"for {MAX_SYMBOLS}",
            "move it to a coarser grid",
        )
    written, holds = [], before
    for place in range(count):
        holds = values.get(Fraction(place, count), holds)
        written.append(holds)
    if all(word == written[0] for word in written):
        return "" if written[0] == before else written[0]
    return " ".join(written)
