"""From the document to what the lines, the ruler and the strips show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from game.app.screens.editor.lines import lane_lines, pieces_shown
from game.app.screens.editor.work import Mode, Work
from game.charts.beat_clock import BeatClock
from game.charts.issues import Issue
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.levels import notes_at_level
from game.charts.model import LEVELS, PLAYERS, Chart, Note
from game.charts.pieces import Piece
from game.charts.reader.header import DOTTED
from game.charts.timeline import TimedNote
from game.charts.writing.numbers import decimal_text
from game.editor.snap import Snap
from game.view.palette import note_look
from game.view.screens.editor.snapshot import Mark, NoteMark, RowHead, Sheet
from game.view.strings import Strings


class SheetMaker:
    """Makes a sheet anew only when the text or the way of looking at it has changed."""

    def __init__(self, strings: Strings, palette: str) -> None:
        self._strings = strings
        self._palette = palette
        self._key: tuple[object, ...] = ()
        self._sheet: Sheet | None = None

    def sheet(self, work: Work, issues: tuple[Issue, ...]) -> Sheet:
        player = work.player if work.mode is Mode.LEVELS else 0
        key = (work.document, work.mode, player, issues)
        is_known = len(key) == len(self._key) and all(
            mine is own or mine == own for mine, own in zip(key[1:], self._key[1:], strict=False)
        )
        if self._sheet is None or not is_known or self._key[0] is not work.document:
            self._key = key
            self._sheet = self._made(work, issues)
        return self._sheet

    def _made(self, work: Work, issues: tuple[Issue, ...]) -> Sheet:
        chart, clock = work.chart, BeatClock(work.chart.tempo_map)
        rows, notes = self._rows(work, chart, clock)
        notes.sort(key=lambda note: (note.at_us, note.row))
        bars_us = tuple(clock.us(bar.beat) for bar in chart.bars)
        places = issue_bars(work, issues)
        return Sheet(
            bars_us=(*bars_us, clock.us(chart.end_beat)),
            pulses_us=tuple(clock.us(beat) for bar in chart.bars for beat in bar.pulse_beats()),
            sections=tuple(
                Mark(clock.us(each.beat), _section_text(each.name, each.pin_s is not None))
                for each in chart.sections
            ),
            holds=tuple(self._holds(chart, clock)),
            faults=tuple(
                (bars_us[bar], issue.severity == "error")
                for issue, bar in zip(issues, places, strict=True)
                if bar is not None and bar < len(bars_us)
            ),
            rows=rows,
            notes=tuple(notes),
            longest_us=max((note.end_us - note.at_us for note in notes), default=0),
        )

    def _rows(
        self, work: Work, chart: Chart, clock: BeatClock
    ) -> tuple[tuple[RowHead, ...], list[NoteMark]]:
        if work.mode is Mode.LEVELS:
            return self._level_rows(work, chart, clock)
        pieces = pieces_shown(work.document)
        if work.mode is Mode.COMPARE:
            heads = tuple(RowHead(self._drum(piece), 0) for piece in pieces)
            marks = [
                replace(mark, half=-1 if player == PLAYERS[0] else 1)
                for player in PLAYERS
                for mark in self._marks(chart.parts[player - 1].notes, _rows_from(pieces, 0), clock)
            ]
            return heads, marks
        heads = tuple(
            RowHead(
                self._strings("editor.row", player=lane.player, drum=self._drum(lane.piece)),
                lane.player,
                lane.piece is pieces[0],
            )
            for lane in lane_lines(work.document)
        )
        marks = [
            mark
            for player in PLAYERS
            if not (chart.is_solo and player != PLAYERS[0])
            for mark in self._marks(
                chart.parts[player - 1].notes, _rows_from(pieces, (player - 1) * len(pieces)), clock
            )
        ]
        return heads, marks

    def _level_rows(
        self, work: Work, chart: Chart, clock: BeatClock
    ) -> tuple[tuple[RowHead, ...], list[NoteMark]]:
        """All levels of one player, the fullest above; what nobody wrote is marked as proposed."""
        part = chart.parts[work.player - 1]
        lanes = LAYOUTS[DEFAULT_LAYOUT].lanes
        order: tuple[str, ...] = tuple(reversed(list(lanes)))
        row_of = {piece: order.index(lane) for lane, own in lanes.items() for piece in own}
        heads: list[RowHead] = []
        marks: list[NoteMark] = []
        starts = [bar.beat for bar in chart.bars]
        for level in reversed(LEVELS):
            first = len(heads)
            for lane in order:
                drum = self._strings(f"lanes.{lane}")
                name = self._strings("editor.level_row", level=level, drum=drum)
                heads.append(RowHead(name, work.player, lane == order[0]))
            written = {bar for own, bar in part.overrides if own == level}
            notes = notes_at_level(chart, work.player, level)
            rows = {piece: first + row for piece, row in row_of.items()}
            for note, mark in zip(notes, self._marks(notes, rows, clock), strict=True):
                is_own = level == LEVELS[-1] or bisect_right(starts, note.beat) - 1 in written
                marks.append(replace(mark, is_proposed=not is_own))
        return tuple(heads), marks

    def _marks(
        self, notes: Iterable[Note], rows: Mapping[Piece, int], clock: BeatClock
    ) -> Iterator[NoteMark]:
        for note in notes:
            at_us, end_us = clock.us(note.beat), clock.us(note.beat + note.length)
            timed = TimedNote(
                at_us,
                "",
                note.piece,
                note.stroke,
                note.accent,
                note.open,
                note.shared,
                end_us,
                note.beat,
            )
            look = note_look(timed, self._palette)
            yield NoteMark(rows[note.piece], at_us, end_us, look)

    def _holds(self, chart: Chart, clock: BeatClock) -> Iterator[Mark]:
        """Tempo, meter and lead wherever one of them changes, in one word each."""
        is_dotted = chart.meta.bpm_text.endswith(DOTTED)
        words: dict[int, list[str]] = {}
        meter = None
        for bar in chart.bars:
            if bar.meter != meter:
                meter = bar.meter
                words.setdefault(clock.us(bar.beat), []).append(str(meter))
        starts = [bar.beat for bar in chart.bars]
        for step in chart.tempo_map.steps:
            bar = chart.bars[bisect_right(starts, step.beat) - 1]
            bpm = step.bpm * 2 / 3 if is_dotted and bar.meter.is_dotted else step.bpm
            text = self._strings("editor.bpm", bpm=decimal_text(bpm))
            words.setdefault(clock.us(step.beat), []).append(text)
        for lead in chart.leads[0 if len(chart.leads) > 1 else 1 :]:
            key = "both" if len(lead.players) > 1 else f"p{lead.players[0]}"
            words.setdefault(clock.us(lead.beat), []).append(self._strings(f"editor.lead_{key}"))
        for at_us in sorted(words):
            yield Mark(at_us, " · ".join(words[at_us]))

    def _drum(self, piece: Piece) -> str:
        return self._strings(f"drums.{piece}")


def issue_bars(work: Work, issues: Iterable[Issue]) -> list[int | None]:
    """The bar of each finding; None for one of the header."""
    systems = work.document.systems
    found: list[int | None] = []
    for issue in issues:
        first = 0
        place: int | None = None
        for system in systems:
            if system.first_line <= issue.line <= system.last_line:
                row = next((r for r in system.rows if r.line.number == issue.line), None)
                cells = row.cells if row else ()
                index = next(
                    (i for i, c in enumerate(cells) if issue.column <= c.span.end + 1), None
                )
                place = first + min(index or 0, max(0, system.bar_count - 1))
            elif issue.line < system.first_line and place is None:
                is_section = issue.line > (systems[0].first_line if systems else 0)
                place = first if is_section else None
                break
            first += system.bar_count
        found.append(place)
    return found


def grid_us(work: Work, left_us: float, right_us: float, snap: Snap) -> tuple[int, ...]:
    """The steps of the grid in sight."""
    chart, clock = work.chart, BeatClock(work.chart.tempo_map)
    lines = []
    for bar in chart.bars:
        if clock.us(bar.end_beat) < left_us or clock.us(bar.beat) > right_us:
            continue
        beat = bar.beat
        while beat < bar.end_beat:
            lines.append(clock.us(beat))
            beat += snap.step_beats
    return tuple(lines)


def _rows_from(pieces: Sequence[Piece], first: int) -> dict[Piece, int]:
    return {piece: first + index for index, piece in enumerate(pieces)}


def _section_text(name: str, is_pinned: bool) -> str:
    return f"{name} @" if is_pinned else name
