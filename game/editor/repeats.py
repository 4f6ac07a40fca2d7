"""`%`: what stands for another bar keeps its notes when that bar changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from game.charts.document import Document
from game.charts.reader.faults import Faults
from game.charts.reader.labels import HoldLabel
from game.charts.reader.repeats import Resolved, resolve
from game.editor.draft import Draft
from game.editor.system_draft import Lane


def write_out_repeats(
    draft: Draft, resolved: Mapping[int, Resolved], lane: Lane, written: Collection[int]
) -> None:
    """Every `%` whose bar was rewritten gets what it stood for."""
    for index, here in resolved.items():
        if here.is_repeat and index not in written and index - distance_of(here) in written:
            draft.set_cell(lane, index, symbols_of(here))


def write_out_across(document: Document, is_cut: Callable[[int, int], bool]) -> Document:
    """Write out every `%` of any lane for which `is_cut(source bar, its own bar)`."""
    draft = Draft(document)
    for lane, resolved in resolved_lanes(document):
        for index, here in resolved.items():
            if here.is_repeat and here.source and is_cut(index - distance_of(here), index):
                draft.set_cell(lane, index, symbols_of(here))
    return draft.document()


def resolved_lanes(document: Document) -> Iterator[tuple[Lane, Mapping[int, Resolved]]]:
    """All lanes in which `%` means something, with what their bars say."""
    score = document.reading.score
    if score is None:
        return
    bars = score.chart.bars
    for key, cells in score.sheet.notes.items():
        yield key, resolve(cells, score.sheet, bars, Faults())
    for name, cells in score.sheet.holds.items():
        known = None if name == "meter" else bars
        yield HoldLabel(name), resolve(cells, score.sheet, known, Faults())


def distance_of(here: Resolved) -> int:
    """How many bars back a `%` points."""
    shown = "".join(here.shown.text.split())
    return int(shown[1:] or 1) if shown[1:].isdigit() or shown == "%" else 0


def symbols_of(here: Resolved) -> str:
    """What a bar says, written out: notes without spaces, values with one between them."""
    if here.source is None:
        return here.shown.text.strip()
    words = here.source.text.split()
    is_values = any(char.isdigit() or char in "Pb" for char in here.source.text)
    return (" " if is_values else "").join(words)
