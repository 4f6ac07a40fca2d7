"""`&`: struck together, so that it always has a partner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.charts.document import Document
from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.reader.labels import LaneKey
from game.charts.reader.placed import PlacedNote
from game.charts.reader.sharing import partner_of
from game.editor.lane_notes import LaneNote, Spot
from game.editor.relane import with_changes
from game.editor.symbols import SHARED, symbol_for
from game.timing.units import Beats


@dataclass(frozen=True, slots=True)
class ShareNotes:
    """Notes that both players strike together from now on, or no longer.

    A partner who has nothing at such a moment gets a hit of the same drum.
    """

    spots: tuple[Spot, ...]
    shared: bool

    def apply(self, document: Document) -> Document:
        changes: dict[Spot, LaneNote | None] = {}
        for spot in self.spots:
            if self.shared:
                changes |= self._joined(document, spot)
            else:
                changes |= _parted(document, spot.beat)
        return with_changes(document, changes) if changes else document

    def _joined(self, document: Document, spot: Spot) -> dict[Spot, LaneNote | None]:
        partner = partner_of(spot.lane.player)
        changes: dict[Spot, LaneNote | None] = {spot: LaneNote(spot.beat, SHARED)}
        if not any(each.note.beat == spot.beat for each in _placed(document, partner)):
            lane = spot.lane._replace(player=partner)
            changes[Spot(lane, spot.beat)] = LaneNote(spot.beat, symbol_for(lane.piece))
        return changes


def without_lonely_shares(old: Document, new: Document) -> Document:
    """The new document, where no edit has taken the partner of an `&` away: that is an accent."""
    lonely = _lonely(new)
    if lonely:
        lonely -= _lonely(old)
    if not lonely:
        return new
    return with_changes(new, {spot: _accent(spot) for spot in lonely})


def _lonely(document: Document) -> set[Spot]:
    """Every `&` of the full parts that nobody else strikes."""
    score = document.reading.score
    if score is None or score.chart.is_solo:
        return set()
    lonely = set()
    for player in PLAYERS:
        answers = score.parts[partner_of(player), FULL_LEVEL]
        for bar, notes in score.parts[player, FULL_LEVEL].items():
            for spot in _shared(document, player, notes):
                if all(each.note.beat != spot.beat for each in answers.get(bar, ())):
                    lonely.add(spot)
    return lonely


def _parted(document: Document, beat: Beats) -> dict[Spot, LaneNote | None]:
    return {
        spot: _accent(spot)
        for player in PLAYERS
        for spot in _written(document, player)
        if spot.beat == beat
    }


def _accent(spot: Spot) -> LaneNote:
    return LaneNote(spot.beat, symbol_for(spot.lane.piece, accent=True))


def _written(document: Document, player: int) -> list[Spot]:
    """Where a player's full part has an `&` of its own."""
    return _shared(document, player, _placed(document, player))


def _shared(document: Document, player: int, notes: Iterable[PlacedNote]) -> list[Spot]:
    """Those of some notes that are written as `&`."""
    return [
        Spot(LaneKey(player, FULL_LEVEL, placed.note.piece), placed.note.beat)
        for placed in notes
        if placed.note.shared and _symbol(document, placed) == SHARED
    ]


def _symbol(document: Document, placed: PlacedNote) -> str:
    line, column = placed.origin
    return document.lines[line - 1].text[column - 1]


def _placed(document: Document, player: int) -> list[PlacedNote]:
    """A player's full part; in a solo chart both have the first one's."""
    score = document.reading.score
    if score is None:
        return []
    source = PLAYERS[0] if score.chart.is_solo else player
    return [each for bar in score.parts[source, FULL_LEVEL].values() for each in bar]
