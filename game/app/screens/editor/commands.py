"""Commands that change the chart or what is chosen in it; each says whether it did something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from game.app.screens.editor.keys import Command
from game.app.screens.editor.work import Work
from game.charts.model import PLAYERS
from game.charts.pieces import Stroke
from game.charts.reader.symbols import STRIKES
from game.editor.bars import AppendBars, InsertBars, RemoveBars
from game.editor.holds import SetLead
from game.editor.notes import SetAccent, SetLength, SetOpen, SetStroke, notes_at
from game.editor.pattern import Pattern, answer_beat, copied, pasted
from game.editor.sharing import ShareNotes
from game.editor.snap import SNAPS
from game.timing.units import Beats

_LEADS: tuple[tuple[int, ...], ...] = ((1,), (2,), PLAYERS)
_NEW_BARS = 4
_HALF = Fraction(1, 2)


class Commands:
    """The edits behind the keys."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._table: Mapping[Command, Callable[[], bool]] = {
            Command.TOGGLE: work.toggle,
            Command.REMOVE: self._remove,
            Command.HIT: lambda: self._stroke(Stroke.HIT),
            Command.GHOST: lambda: self._stroke(Stroke.GHOST),
            Command.FLAM: lambda: self._stroke(Stroke.FLAM),
            Command.DRAG: lambda: self._stroke(Stroke.DRAG),
            Command.ROLL: lambda: self._stroke(Stroke.ROLL),
            Command.ACCENT: self._accent,
            Command.OPEN: self._open,
            Command.TOGETHER: self._together,
            Command.SHORTER: lambda: self._lengthen(-1),
            Command.LONGER: lambda: self._lengthen(1),
            Command.LEAD: self._lead,
            Command.INSERT_BAR: lambda: work.do(InsertBars(work.bar, 1)),
            Command.APPEND_BARS: lambda: work.do(AppendBars(_NEW_BARS)),
            Command.REMOVE_BAR: lambda: work.do(RemoveBars(work.bar, work.bar)),
            Command.SELECT: self._select,
            Command.COPY: self._copy,
            Command.CUT: self._cut,
            Command.PASTE: lambda: self._paste(work.clipboard),
            Command.TO_PARTNER: lambda: self._paste(work.clipboard.for_partner()),
            Command.MIRRORED: lambda: self._paste(work.clipboard.mirrored()),
            Command.ANSWER: self._answer,
            Command.UNDO: work.undo,
            Command.REDO: work.redo,
            Command.SNAP_COARSER: lambda: self._snap(-1),
            Command.SNAP_FINER: lambda: self._snap(1),
        }

    def __contains__(self, command: Command) -> bool:
        return command in self._table

    def do(self, command: Command) -> bool:
        self._work.refusal = ""
        return self._table[command]()

    def move(self, command: Command, mark: bool) -> bool:
        """A command that moves the cursor; False for any other."""
        work = self._work
        if command is Command.MOVE_LEFT:
            work.move(-1, mark=mark)
        elif command is Command.MOVE_RIGHT:
            work.move(1, mark=mark)
        elif command is Command.BAR_LEFT:
            work.move_bars(-1, mark=mark)
        elif command is Command.BAR_RIGHT:
            work.move_bars(1, mark=mark)
        elif command is Command.HOME:
            work.go(Fraction(0), mark=mark)
        elif command is Command.END:
            work.go(work.bars[-1].end_beat, mark=mark)
        elif command in (Command.UP, Command.DOWN):
            work.move_line(1 if command is Command.DOWN else -1)
        elif command is Command.PLAYER:
            work.change_player()
        else:
            return False
        return True

    def store(self, slot: int) -> bool:
        """Keep what is selected as a pattern."""
        if not self._copy():
            return False
        self._work.slots[slot] = self._work.clipboard
        return True

    def paste_slot(self, slot: int) -> bool:
        return self._paste(self._work.slots.get(slot, Pattern()))

    def _remove(self) -> bool:
        return self._work.remove(self._work.chosen)

    def _stroke(self, stroke: Stroke) -> bool:
        """Of what is chosen; the brush follows, so that the next note is struck alike."""
        work = self._work
        chosen = work.chosen
        work.stroke = stroke
        return bool(chosen) and work.do(SetStroke(chosen, stroke, max(work.snap.step_beats, _HALF)))

    def _accent(self) -> bool:
        work = self._work
        notes = notes_at(work.document, work.chosen)
        if not notes:
            work.accent = not work.accent
            return True
        is_on = not all(STRIKES[note.symbol].accent for note in notes.values())
        return work.do(SetAccent(tuple(notes), is_on))

    def _open(self) -> bool:
        work = self._work
        notes = notes_at(work.document, work.chosen)
        if not notes:
            work.open = not work.open
            return True
        is_on = not all(STRIKES[note.symbol].open for note in notes.values())
        return work.do(SetOpen(tuple(notes), is_on))

    def _together(self) -> bool:
        work = self._work
        chosen = {spot.beat: spot for spot in work.chosen}
        if not chosen:
            return False
        shared = {note.beat for part in work.chart.parts for note in part.notes if note.shared}
        is_on = not set(chosen) <= shared
        return work.do(ShareNotes(tuple(chosen.values()), is_on))

    def _lengthen(self, steps: int) -> bool:
        work = self._work
        notes = notes_at(work.document, work.chosen)
        rolls = {spot: note for spot, note in notes.items() if note.length}
        if not rolls:
            return False
        spot, note = next(iter(rolls.items()))
        length = note.length + steps * work.snap.step_beats
        return length > 0 and work.do(SetLength(tuple(rolls) or (spot,), length))

    def _lead(self) -> bool:
        """Around: the first player, the second, both, and whoever had it before."""
        work = self._work
        here = next((lead for lead in work.chart.leads if lead.beat == work.cursor), None)
        if here is None or (work.cursor == 0 and here.players == PLAYERS):
            return work.do(SetLead(work.cursor, _LEADS[0]))
        following = _LEADS.index(here.players) + 1
        players = _LEADS[following] if following < len(_LEADS) else None
        return work.do(SetLead(work.cursor, players))

    def _select(self) -> bool:
        self._work.select_bar()
        return True

    def _copy(self) -> bool:
        work = self._work
        if not work.chosen:
            return False
        start, length = self._extent()
        work.clipboard = copied(work.document, work.chosen, start, length)
        return True

    def _cut(self) -> bool:
        return self._copy() and self._work.remove(self._work.chosen)

    def _paste(self, pattern: Pattern) -> bool:
        work = self._work
        if not pattern.notes:
            return False
        is_done = work.do(pasted(work.document, pattern, work.cursor))
        if not work.refusal:
            work.go(work.cursor + pattern.length)
        return is_done

    def _answer(self) -> bool:
        """What is chosen, by the partner, one bar later."""
        work = self._work
        if not self._copy():
            return False
        start, _ = self._extent()
        answer = work.clipboard.for_partner()
        return work.do(pasted(work.document, answer, answer_beat(work.document, start)))

    def _extent(self) -> tuple[Beats, Beats]:
        """Where a pattern begins and how long it is: what is marked, else whole bars."""
        work = self._work
        if work.range is not None:
            return work.range[0], work.range[1] - work.range[0]
        beats = [spot.beat for spot in work.chosen]
        bars = [bar for bar in work.bars if bar.beat <= max(beats) and bar.end_beat > min(beats)]
        return bars[0].beat, bars[-1].end_beat - bars[0].beat

    def _snap(self, steps: int) -> bool:
        work = self._work
        work.snap_index = max(0, min(len(SNAPS) - 1, work.snap_index + steps))
        return True
