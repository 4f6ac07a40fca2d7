"""The mouse over the lines: place, choose, drag, and draw out a rectangle."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from game.app.screens.editor.window import Window
from game.app.screens.editor.work import Mode, Work
from game.charts.pieces import Stroke
from game.editor.lane_notes import Spot
from game.editor.notes import DragNotes
from game.editor.pattern import spots_between
from game.timing.units import Beats
from game.view.screens.editor import geometry

_REACH = 16.0
"""How near to a note, in layout units, a press means it."""

_STILL = 6.0
"""A hand that moves less than this does not drag."""


@dataclass(slots=True)
class _Press:
    x: float
    y: float
    spot: Spot | None
    """The note that was taken hold of."""

    is_adding: bool
    now_x: float
    now_y: float
    has_moved: bool = False


class Mouse:
    """One press at a time; nothing changes before it is let go, but the choice."""

    def __init__(self, work: Work, window: Window) -> None:
        self._work = work
        self._window = window
        self._press: _Press | None = None
        self._is_on_ruler = False

    @property
    def is_down(self) -> bool:
        return self._press is not None or self._is_on_ruler

    @property
    def rubber(self) -> tuple[float, float, float, float] | None:
        """The rectangle that is being drawn out: x, y, width, height."""
        press = self._press
        if press is None or not press.has_moved or press.spot is not None or self._draws_a_roll:
            return None
        left, right = sorted((press.x, press.now_x))
        top, bottom = sorted((press.y, press.now_y))
        return left, top, right - left, bottom - top

    def press(self, x: float, y: float, *, is_adding: bool) -> bool:
        """The left button goes down; False where there is nothing to press."""
        if not geometry.LEFT <= x <= geometry.RIGHT:
            return False
        work = self._work
        if geometry.SECTIONS.y <= y < geometry.LANES.y:
            self._is_on_ruler = True
            work.go(work.snapped(self._window.beat(x, work)), mark=is_adding)
            return True
        row = geometry.row_at(y, self._groups())
        if row is None or work.mode is not Mode.PARTS:
            return False
        work.row = row
        spot = self._spot_near(x, row)
        self._press = _Press(x, y, spot, is_adding, x, y)
        if spot is not None and spot not in work.selected:
            kept = work.selected if is_adding else frozenset[Spot]()
            work.selected = kept | {spot}
        elif spot is not None and is_adding:
            work.selected -= {spot}
        return True

    def move(self, x: float, y: float) -> None:
        """The mouse moves with its button down."""
        if self._is_on_ruler:
            work = self._work
            work.go(work.snapped(self._window.beat(x, work)), mark=True)
        press = self._press
        if press is not None:
            press.now_x, press.now_y = x, y
            press.has_moved |= abs(x - press.x) > _STILL or abs(y - press.y) > _STILL

    def release(self, x: float, y: float) -> None:
        """The button is let go: what was begun is done."""
        self.move(x, y)
        press, self._press, self._is_on_ruler = self._press, None, False
        if press is None:
            return
        if press.spot is not None:
            if press.has_moved:
                self._drag(press, press.spot)
            else:
                self._work.go(press.spot.beat)
        elif press.has_moved and self._work.stroke is not Stroke.ROLL:
            self._choose_rectangle(press)
        else:
            self._place(press)

    def remove(self, x: float, y: float) -> bool:
        """The right button takes the note under it away."""
        row = geometry.row_at(y, self._groups())
        if row is None or self._work.mode is not Mode.PARTS or x < geometry.LEFT:
            return False
        spot = self._spot_near(x, row)
        return spot is not None and self._work.remove((spot,))

    @property
    def _draws_a_roll(self) -> bool:
        return self._work.stroke is Stroke.ROLL

    def _groups(self) -> tuple[bool, ...]:
        lines = self._work.lines
        return tuple(lane.piece == lines[0].piece for lane in lines)

    def _spot_near(self, x: float, row: int) -> Spot | None:
        """The nearest note of a line within reach."""
        work, lane = self._work, self._work.lines[row]
        first = max(Fraction(0), self._window.beat(x - _REACH, work))
        last = self._window.beat(x + _REACH, work)
        if first >= work.bars[-1].end_beat:
            return None
        spots = spots_between(work.document, (lane.player,), first, last, (lane.piece,))
        return min(spots, key=lambda spot: abs(self._x(spot.beat) - x), default=None)

    def _x(self, beat: Beats) -> float:
        return self._window.x(self._work.chart.tempo_map.us(beat))

    def _place(self, press: _Press) -> None:
        work = self._work
        beat = work.snapped(self._window.beat(press.x, work))
        end_beat = work.snapped(self._window.beat(press.now_x, work))
        if beat >= work.bars[-1].end_beat:
            return
        work.go(beat)
        work.place(work.spot, max(Fraction(0), end_beat - beat) if press.has_moved else Fraction(0))

    def _drag(self, press: _Press, spot: Spot) -> None:
        """All that is chosen, by as much as the note that was taken hold of."""
        work = self._work
        to_beat = work.snapped(self._window.beat(press.now_x + self._x(spot.beat) - press.x, work))
        row = geometry.row_at(press.now_y, self._groups())
        lines = work.lines
        rows_down = 0 if row is None else row - lines.index(spot.lane)
        moves = []
        for each in sorted(work.selected):
            target = lines.index(each.lane) + rows_down if each.lane in lines else -1
            beat = each.beat + to_beat - spot.beat
            if 0 <= target < len(lines) and 0 <= beat < work.bars[-1].end_beat:
                moves.append((each, Spot(lines[target], beat)))
        if work.do(DragNotes(tuple(moves))):
            work.selected = frozenset(target for _, target in moves)
            work.cursor = to_beat

    def _choose_rectangle(self, press: _Press) -> None:
        work = self._work
        x, y = min(press.x, press.now_x), min(press.y, press.now_y)
        width, height = abs(press.now_x - press.x), abs(press.now_y - press.y)
        start = max(Fraction(0), self._window.beat(x, work))
        end = self._window.beat(x + width, work)
        groups = self._groups()
        lanes = {
            lane
            for index, lane in enumerate(work.lines)
            if (area := geometry.row_area(index, groups)).bottom > y and area.y < y + height
        }
        if start >= work.bars[-1].end_beat:
            return
        spots = spots_between(work.document, (1, 2), start, end)
        found = frozenset(spot for spot in spots if spot.lane in lanes)
        work.selected = work.selected | found if press.is_adding else found
