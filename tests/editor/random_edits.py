"""Edits that somebody might make anywhere in a chart, drawn from a seed."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from game.charts.document import Document
from game.charts.model import FULL_LEVEL
from game.charts.pieces import Piece, Stroke
from game.charts.reader.labels import LaneKey
from game.editor.bars import AppendBars, InsertBars, RemoveBars
from game.editor.cues import SetCue
from game.editor.edit import Edit
from game.editor.holds import SetLead, SetTempo
from game.editor.lane_notes import Spot
from game.editor.meters import SetMeter
from game.editor.notes import (
    DragNotes,
    PlaceNote,
    RemoveNotes,
    SetAccent,
    SetLength,
    SetOpen,
    SetStroke,
)
from game.editor.pattern import answer_beat, copied, pasted, spots_between
from game.editor.sections import SetPin, SetSection
from game.editor.sharing import ShareNotes
from game.editor.snap import SNAPS
from game.timing.meter import Meter

_METERS = (Meter((4,), 4), Meter((3,), 4), Meter((12,), 8), Meter((3, 2, 2), 8))
_SYMBOLS = "xXoOgfFdDrR"


def note_edit(random: Random, document: Document) -> Edit:
    """An edit of the notes of one bar, or of a few."""
    bars = _bars(document)
    bar = random.randrange(len(bars))
    choice = random.randrange(8)
    if choice < 3:
        return _placed(random, document, bar)
    spots = _some_spots(random, document, bar)
    if choice == 3:
        return RemoveNotes(spots)
    if choice == 4:
        return DragNotes(tuple((spot, _elsewhere(random, document, spot)) for spot in spots))
    if choice == 5:
        return SetStroke(spots, random.choice(list(Stroke)))
    if choice == 6:
        return ShareNotes(spots[:2], random.random() < 0.7)
    return random.choice(
        (
            SetAccent(spots, random.random() < 0.5),
            SetOpen(spots, random.random() < 0.5),
            SetLength(spots, Fraction(random.randint(1, 24), 4)),
        )
    )


def any_edit(random: Random, document: Document) -> Edit:  # noqa: PLR0911
    """Any edit at all: notes, words, bars, tempo, meter, patterns."""
    bars = _bars(document)
    bar = random.randrange(len(bars))
    choice = random.randrange(21)
    if choice == 0:
        return SetTempo(_beat(random, document, bar), random.choice((None, Fraction(117), 90)))
    if choice == 1:
        return SetLead(_beat(random, document, bar), random.choice((None, (1,), (2,), (1, 2))))
    if choice == 2:
        return SetMeter(bar, random.choice((None, *_METERS)))
    if choice == 3:
        return SetSection(bar, random.choice((None, "Verse", "Lift @2")))
    if choice == 4:
        return SetPin(bar, random.choice((None, Fraction(62440, 1000))))
    if choice == 5:
        return InsertBars(bar, random.randint(1, 3))
    if choice == 6:
        return RemoveBars(bar, min(len(bars) - 1, bar + random.randint(0, 2)))
    if choice == 7 and len(bars) < 40:
        return AppendBars(random.randint(1, 6))
    if choice == 20:
        return SetCue(bar, random.choice(((1,), (2,), (1, 2))), random.choice((None, "here we go")))
    if choice < 12:
        start = bars[bar].beat
        pattern = copied(document, _some_spots(random, document, bar), start, Fraction(4))
        changed = random.choice((pattern, pattern.mirrored(), pattern.for_partner()))
        at_beat = random.choice((answer_beat(document, start), _beat(random, document, bar)))
        return pasted(document, changed, at_beat, clear=random.random() < 0.5)
    return note_edit(random, document)


def _placed(random: Random, document: Document, bar: int) -> PlaceNote:
    symbol = random.choice(_SYMBOLS)
    length = Fraction(random.randint(1, 20), 4) if symbol in "rR" else Fraction(0)
    lane = LaneKey(random.choice((1, 2)), FULL_LEVEL, random.choice(list(Piece)))
    return PlaceNote(Spot(lane, _beat(random, document, bar)), symbol, length)


def _elsewhere(random: Random, document: Document, spot: Spot) -> Spot:
    bar = random.randrange(len(_bars(document)))
    return Spot(
        spot.lane._replace(piece=random.choice((spot.lane.piece, Piece.SNARE))),
        random.choice((spot.beat, _beat(random, document, bar))),
    )


def _some_spots(random: Random, document: Document, bar: int) -> tuple[Spot, ...]:
    here = _bars(document)[bar]
    spots = spots_between(document, (1, 2), here.beat, here.end_beat)
    return tuple(random.sample(spots, min(len(spots), random.randint(1, 4))))


def _beat(random: Random, document: Document, bar: int) -> Fraction:
    here = _bars(document)[bar]
    step = random.choice(SNAPS[:6]).step_beats
    steps = max(1, int(here.meter.length_beats / step))
    return here.beat + random.randrange(steps) * step


def _bars(document: Document) -> tuple:
    score = document.reading.score
    assert score is not None
    return score.chart.bars
