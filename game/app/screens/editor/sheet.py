"""From the document to what the lines, the ruler and the strips show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.app.screens.editor.lines import pieces_shown
from game.app.screens.editor.marks import LEVEL_LANES, MarkMaker
from game.app.screens.editor.work import Mode, Work
from game.charts.beat_clock import BeatClock
from game.charts.document import Document
from game.charts.issues import Issue
from game.charts.model import LEVELS, Chart
from game.charts.pieces import Piece
from game.charts.reader.header import DOTTED
from game.charts.writing.numbers import decimal_text
from game.timing.tempo_map import Bar, TempoMap
from game.view.screens.editor.snapshot import Mark, RowHead, Sheet
from game.view.strings import Strings


@dataclass(frozen=True, slots=True)
class _Times:
    """What depends on bars and tempo alone, which most edits leave as they are."""

    bars: tuple[Bar, ...]
    tempo_map: TempoMap
    bars_us: tuple[int, ...]
    pulses_us: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A sheet, and what it was made for."""

    document: Document
    mode: Mode
    player: int
    issues: tuple[Issue, ...]
    from_us: int
    to_us: int
    sheet: Sheet

    def holds(
        self,
        work: Work,
        player: int,
        issues: tuple[Issue, ...],
        left_us: float,
        right_us: float,
    ) -> bool:
        is_same = self.document is work.document and self.issues is issues
        is_seen_alike = (self.mode, self.player) == (work.mode, player)
        return is_same and is_seen_alike and self.from_us <= left_us and right_us <= self.to_us


class SheetMaker:
    """Makes a sheet anew when the text, the way of looking at it or the place has changed."""

    def __init__(self, strings: Strings, palette: str) -> None:
        self._strings = strings
        self._marks = MarkMaker(palette)
        self._times: _Times | None = None
        self._made: _Made | None = None

    def sheet(
        self, work: Work, issues: tuple[Issue, ...], left_us: float, right_us: float
    ) -> Sheet:
        """The sheet with at least all notes between two times."""
        player = work.player if work.mode is Mode.LEVELS else 0
        made = self._made
        if made is None or not made.holds(work, player, issues, left_us, right_us):
            around_us = (right_us - left_us) / 4
            from_us, to_us = round(left_us - around_us), round(right_us + around_us)
            sheet = self._sheet(work, issues, from_us, to_us)
            made = _Made(work.document, work.mode, player, issues, from_us, to_us, sheet)
            self._made = made
        return made.sheet

    def _sheet(self, work: Work, issues: tuple[Issue, ...], from_us: int, to_us: int) -> Sheet:
        chart, clock = work.chart, BeatClock(work.chart.tempo_map)
        times = self._times_of(chart)
        notes = self._marks.marks(work, from_us, to_us)
        places = issue_bars(work, issues)
        return Sheet(
            bars_us=times.bars_us,
            pulses_us=times.pulses_us,
            sections=tuple(
                Mark(clock.us(each.beat), _section_text(each.name, each.pin_s is not None))
                for each in chart.sections
            ),
            holds=tuple(self._holds(chart, clock)),
            faults=tuple(
                (times.bars_us[bar], issue.severity == "error")
                for issue, bar in zip(issues, places, strict=True)
                if bar is not None and bar < len(chart.bars)
            ),
            rows=self._rows(work),
            notes=notes,
            longest_us=max((note.end_us - note.at_us for note in notes), default=0),
        )

    def _times_of(self, chart: Chart) -> _Times:
        known = self._times
        if known is None or (known.bars, known.tempo_map) != (chart.bars, chart.tempo_map):
            clock = BeatClock(chart.tempo_map)
            bars_us = (*(clock.us(bar.beat) for bar in chart.bars), clock.us(chart.end_beat))
            pulses_us = tuple(clock.us(beat) for bar in chart.bars for beat in bar.pulse_beats())
            known = self._times = _Times(chart.bars, chart.tempo_map, bars_us, pulses_us)
        return known

    def _rows(self, work: Work) -> tuple[RowHead, ...]:
        say = self._strings
        pieces = pieces_shown(work.document)
        if work.mode is Mode.LEVELS:
            return tuple(
                RowHead(
                    say("editor.level_row", level=level, drum=say(f"lanes.{lane}")),
                    work.player,
                    lane == LEVEL_LANES[0],
                )
                for level in reversed(LEVELS)
                for lane in LEVEL_LANES
            )
        if work.mode is Mode.COMPARE:
            return tuple(RowHead(self._drum(piece), 0) for piece in pieces)
        return tuple(
            RowHead(
                say("editor.row", player=lane.player, drum=self._drum(lane.piece)),
                lane.player,
                lane.piece is pieces[0],
            )
            for lane in work.lines
        )

    def _holds(self, chart: Chart, clock: BeatClock) -> Iterator[Mark]:
        """Tempo, meter and lead wherever one of them changes, and the words for the players."""
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
        for cue in chart.cues:
            if not cue.language:
                key = "both" if len(cue.players) > 1 else f"p{cue.players[0]}"
                text = self._strings(f"editor.cue_{key}", text=cue.text)
                words.setdefault(clock.us(cue.beat), []).append(text)
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


def grid_us(work: Work, bars_us: Sequence[int], left_us: float, right_us: float) -> tuple[int, ...]:
    """The steps of the grid in the bars in sight, whose lines lie at `bars_us`."""
    clock, step_beats = BeatClock(work.chart.tempo_map), work.snap.step_beats
    first = max(0, bisect_right(bars_us, left_us) - 1)
    lines = []
    for bar in work.bars[first : bisect_right(bars_us, right_us)]:
        beat, end_beat = bar.beat, bar.end_beat
        while beat < end_beat:
            lines.append(clock.us(beat))
            beat += step_beats
    return tuple(lines)


def _section_text(name: str, is_pinned: bool) -> str:
    return f"{name} @" if is_pinned else name
