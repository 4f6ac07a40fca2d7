"""Edits of the meter: the notes of every bar stay at their beats, as far as the bar goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from game.charts.document import Document
from game.charts.reader.labels import HoldLabel
from game.charts.reader.repeats import Resolved
from game.charts.writing.pattern import Strokes
from game.editor.bar_text import default_size, rendered, strokes_of
from game.editor.draft import Draft
from game.editor.edit import EditRefusedError
from game.editor.header import SetHeader
from game.editor.repeats import distance_of, resolved_lanes, symbols_of
from game.editor.system_draft import Lane
from game.timing.meter import Meter
from game.timing.tempo_map import Bar


@dataclass(frozen=True, slots=True)
class SetMeter:
    """From a bar on another meter, until the next one that is written; None takes it away."""

    bar: int
    meter: Meter | None

    def apply(self, document: Document) -> Document:
        score = document.reading.score
        if score is None or not 0 <= self.bar < len(score.chart.bars):
            raise EditRefusedError(f"there is no bar {self.bar + 1}")
        old = score.chart.bars
        new = self._new_document(document, score.sheet.holds.get("meter", {}))
        again = new.reading.score
        bars = again.chart.bars if again else old
        changed = {
            index
            for index, (was, now) in enumerate(zip(old, bars, strict=False))
            if was.meter.length_beats != now.meter.length_beats
        }
        if not changed:
            return new
        draft = Draft(new)
        for lane, resolved in resolved_lanes(document):
            if not isinstance(lane, HoldLabel):
                _refit(draft, lane, resolved, old, bars, changed)
            elif lane.name != "meter":
                _write_out(draft, lane, resolved, changed)
        return draft.document()

    def _new_document(self, document: Document, cells: Mapping[int, object]) -> Document:
        text = "" if self.meter is None else str(self.meter)
        if self.bar == 0 and 0 not in cells and self.meter is not None:
            return SetHeader("meter", text).apply(document)
        draft = Draft(document)
        draft.set_cell(HoldLabel("meter"), self.bar, text)
        for lane, resolved in resolved_lanes(document):
            if lane == HoldLabel("meter"):
                for index, here in resolved.items():
                    if here.is_repeat and index - distance_of(here) == self.bar:
                        draft.set_cell(lane, index, here.source.text if here.source else "")
        return draft.document()


def _refit(
    draft: Draft,
    lane: Lane,
    resolved: Mapping[int, Resolved],
    old: tuple[Bar, ...],
    new: tuple[Bar, ...],
    changed: set[int],
) -> None:
    """Write the bars of a lane whose length has changed, and every `%` that they took along."""
    for index, here in resolved.items():
        if here.source is None:
            continue
        source = index - distance_of(here) if here.is_repeat else index
        if index in changed:
            both = source in changed and new[source].meter == new[index].meter
            if not here.is_repeat or not both:
                text = _fitted(here.source.text, old[index].meter, new[index].meter)
                draft.set_cell(lane, index, text)
        elif here.is_repeat and source in changed:
            draft.set_cell(lane, index, symbols_of(here))
    for index in sorted(changed):
        _end_rolls(draft, lane, resolved, index, changed)


def _write_out(
    draft: Draft, lane: Lane, resolved: Mapping[int, Resolved], changed: set[int]
) -> None:
    for index, here in resolved.items():
        if here.is_repeat and (index in changed) != (index - distance_of(here) in changed):
            draft.set_cell(lane, index, symbols_of(here))


def _fitted(text: str, old: Meter, new: Meter) -> str:
    """A bar's symbols in a bar of another length."""
    strokes, ratio = strokes_of(text), old.length_beats / new.length_beats
    onsets = {at * ratio: symbol for at, symbol in strokes.onsets.items() if at * ratio < 1}
    rolls = [
        (start * ratio, min(end * ratio, Fraction(1)))
        for start, end in strokes.rolls
        if 0 <= start * ratio < 1
    ]
    density = sum(not char.isspace() for char in text) / ratio
    is_even = "'" not in text and density.denominator == 1 and density >= 1
    grid = "-" * (int(density) if is_even else default_size(new))
    return rendered(Strokes(onsets, rolls), new, grid)


def _end_rolls(
    draft: Draft, lane: Lane, resolved: Mapping[int, Resolved], index: int, changed: set[int]
) -> None:
    """A roll that came over the end of a refitted bar ends there."""
    following = resolved.get(index + 1)
    if following is None or following.source is None or index + 1 in changed:
        return
    text = symbols_of(following)
    rest = text.lstrip("='")
    if text.startswith("="):
        tail = text[: len(text) - len(rest)]
        draft.set_cell(lane, index + 1, tail.replace("=", "-") + rest)
