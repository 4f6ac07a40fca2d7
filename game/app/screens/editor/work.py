"""The work on one chart: the document with its history, the cursor, and what is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction

from game.app.screens.editor.lines import lane_lines
from game.charts.document import Document
from game.charts.model import Chart
from game.charts.pieces import Stroke
from game.charts.reader.labels import LaneKey
from game.charts.reader.symbols import STRIKES
from game.editor.edit import Edit, EditRefusedError
from game.editor.history import History
from game.editor.lane_notes import LaneNote, Spot, bar_at
from game.editor.notes import PlaceNote, RemoveNotes, notes_at
from game.editor.pattern import Pattern, spots_between
from game.editor.snap import SNAPS, Snap, snapped, stepped
from game.editor.symbols import symbol_for
from game.timing.tempo_map import Bar
from game.timing.units import Beats

SLOTS = 9


class Mode(Enum):
    """What the lines show."""

    PARTS = "parts"
    COMPARE = "compare"
    LEVELS = "levels"


class Work:
    """Everything about an editing session that is no device and no picture."""

    def __init__(self, document: Document) -> None:
        self.history = History(document)
        self.cursor: Beats = Fraction(0)
        self.row = 0
        self.anchor: Beats | None = None
        """Where a range began that ends at the cursor."""

        self.selected: frozenset[Spot] = frozenset()
        self.snap_index = 3
        self.stroke = Stroke.HIT
        self.accent = self.open = False
        self.mode = Mode.PARTS
        self.clipboard = Pattern()
        self.slots: dict[int, Pattern] = {}
        self.refusal = ""
        """Why the last edit was not done; "" if it was."""

        self._chart: tuple[Document, Chart] | None = None
        self._lines: tuple[Document, tuple[LaneKey, ...]] | None = None
        self.row = self._first_row()

    @property
    def document(self) -> Document:
        return self.history.document

    @property
    def chart(self) -> Chart:
        """What the text says, or what is left of it where it has errors."""
        score = self.document.reading.score
        if score is not None and score.chart.bars:
            self._chart = (self.document, score.chart)
        assert self._chart is not None, "a chart without bars is not edited"
        return self._chart[1]

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self.chart.bars

    @property
    def snap(self) -> Snap:
        return SNAPS[self.snap_index]

    @property
    def lines(self) -> tuple[LaneKey, ...]:
        """The lanes from top to bottom."""
        if self._lines is None or self._lines[0] is not self.document:
            self._lines = (self.document, lane_lines(self.document))
        return self._lines[1]

    @property
    def lane(self) -> LaneKey:
        """The lane of the cursor."""
        return self.lines[max(0, min(self.row, len(self.lines) - 1))]

    @property
    def player(self) -> int:
        return self.lane.player

    @property
    def spot(self) -> Spot:
        return Spot(self.lane, self.cursor)

    @property
    def bar(self) -> int:
        """The index of the cursor's bar."""
        return bar_at(self.bars, min(self.cursor, self.bars[-1].end_beat - Fraction(1, 1000)))

    @property
    def range(self) -> tuple[Beats, Beats] | None:
        """From the earlier to the later end of what is marked."""
        if self.anchor is None or self.anchor == self.cursor:
            return None
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    # Doing and undoing

    def do(self, edit: Edit) -> bool:
        """Do an edit; `refusal` says why it was not."""
        lane = self.lane
        self.refusal = ""
        try:
            is_done = self.history.do(edit)
        except EditRefusedError as error:
            self.refusal = str(error)
            return False
        self._settle(lane)
        return is_done

    def undo(self) -> bool:
        lane = self.lane
        is_done = self.history.undo()
        self._settle(lane)
        return is_done

    def redo(self) -> bool:
        lane = self.lane
        is_done = self.history.redo()
        self._settle(lane)
        return is_done

    def _settle(self, lane: LaneKey) -> None:
        """Cursor and choice stay where they were, as far as that is still there."""
        if lane in self.lines:
            self.row = self.lines.index(lane)
        self.row = max(0, min(self.row, len(self.lines) - 1))
        self.cursor = min(self.cursor, self.bars[-1].end_beat)
        end_beat = self.bars[-1].end_beat
        there = (spot for spot in self.selected if spot.beat < end_beat)
        self.selected = frozenset(notes_at(self.document, there))

    # The cursor

    def move(self, steps: int, *, mark: bool = False) -> None:
        """Along the grid."""
        self.go(stepped(self.cursor, self.snap, self.bars, steps), mark=mark)

    def move_bars(self, count: int, *, mark: bool = False) -> None:
        bars = self.bars
        index = self.bar + count
        if count < 0 and self.cursor > bars[self.bar].beat:
            index += 1
        beat = bars[-1].end_beat if index >= len(bars) else bars[max(0, index)].beat
        self.go(beat, mark=mark)

    def go(self, beat: Beats, *, mark: bool = False) -> None:
        """To a place; `mark` draws the range along, and chooses what the player has in it."""
        if mark and self.anchor is None:
            self.anchor = self.cursor
        self.cursor = max(Fraction(0), min(beat, self.bars[-1].end_beat))
        if not mark:
            self.anchor = None
        elif self.range is not None:
            self.selected = frozenset(spots_between(self.document, (self.player,), *self.range))

    def move_line(self, steps: int) -> None:
        self.row = max(0, min(len(self.lines) - 1, self.row + steps))

    def change_player(self) -> None:
        """To the same drum of the other player."""
        other = self.lane._replace(player=3 - self.lane.player)
        self.row = self.lines.index(other)

    def snapped(self, beat: Beats) -> Beats:
        """The place of the grid that is nearest."""
        return snapped(max(Fraction(0), beat), self.snap, self.bars)

    # Notes

    @property
    def chosen(self) -> tuple[Spot, ...]:
        """What edits of notes are about: what is selected, else the note under the cursor."""
        if self.selected:
            return tuple(sorted(self.selected))
        return (self.spot,) if self.note_at(self.spot) else ()

    def note_at(self, spot: Spot) -> LaneNote | None:
        if not 0 <= spot.beat < self.bars[-1].end_beat:
            return None
        return notes_at(self.document, (spot,)).get(spot)

    def place(self, spot: Spot, length: Beats = Fraction(0)) -> bool:
        """A note as the brush is set."""
        symbol = symbol_for(spot.lane.piece, self.stroke, accent=self.accent, open=self.open)
        is_roll = STRIKES[symbol].stroke is Stroke.ROLL
        lasting = (length or max(self.snap.step_beats, Fraction(1, 2))) if is_roll else Fraction(0)
        self.selected = frozenset()
        return self.do(PlaceNote(spot, symbol, lasting))

    def toggle(self) -> bool:
        """A note at the cursor, or none if there is one."""
        if self.note_at(self.spot) is None:
            return self.place(self.spot)
        return self.remove((self.spot,))

    def remove(self, spots: Iterable[Spot]) -> bool:
        is_done = self.do(RemoveNotes(tuple(spots)))
        self.selected = frozenset()
        return is_done

    def select_bar(self) -> None:
        """The player's notes of the bar; asked again, those of both; then all of the song."""
        bar = self.bars[self.bar]
        wider = (
            ((self.player,), bar.beat, bar.end_beat),
            ((1, 2), bar.beat, bar.end_beat),
            ((1, 2), Fraction(0), self.bars[-1].end_beat),
        )
        for players, start, end in wider:
            spots = frozenset(spots_between(self.document, players, start, end))
            if not spots <= self.selected:
                self.selected = spots
                return

    def _first_row(self) -> int:
        """The first player's kick."""
        kicks = [index for index, lane in enumerate(self.lines) if lane.piece == "kick"]
        return kicks[0] if kicks else 0
