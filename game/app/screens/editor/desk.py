"""The desk: the work with its file, its window on the song, its findings, and its picture."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from game.app.files.chart_file import ChartFile
from game.app.screens.editor.findings import FindingList
from game.app.screens.editor.playback import Playback
from game.app.screens.editor.recording import Recording
from game.app.screens.editor.saving import Saving
from game.app.screens.editor.sheet import SheetMaker, grid_us
from game.app.screens.editor.texts import EditorTexts
from game.app.screens.editor.window import Window
from game.app.screens.editor.work import Mode, Work
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.charts.document import Document
from game.editor.edit import TextChange
from game.view.screens.editor import geometry
from game.view.screens.editor.snapshot import EditorSnapshot, Overlay, Still
from game.view.widgets.frame import Frame

_NS_PER_S = 1_000_000_000
_SAID_NS = 5 * _NS_PER_S
_LEAST_GRID_UNITS = 7.0
"""A grid that is closer than this is not drawn."""


class Heard(Protocol):
    """What the desk wants to know of the sound."""

    playback: Playback
    recording: Recording

    @property
    def is_running(self) -> bool: ...

    def playhead_us(self, now_ns: int) -> int | None: ...


class Desk:
    """Everything about one open chart that is seen."""

    def __init__(self, services: Services, file: ChartFile, document: Document) -> None:
        self._services = services
        self.work = Work(document)
        self.saving = Saving(file, self.work)
        self.window = Window()
        self.findings = FindingList(self.work, services.strings)
        self.is_help_shown = False
        self.mouse_x = 0.0
        self._texts = EditorTexts(services.strings)
        self._sheets = SheetMaker(services.strings, services.settings.display.palette)
        self._notices = services.notices
        self._message = ""
        self._said_until_ns: int | None = None
        self._shown_cursor: Fraction | None = None

    @property
    def is_over_findings(self) -> bool:
        return self.mouse_x >= geometry.FINDINGS.x

    def say(self, message: str) -> None:
        """Show a sentence for a while; "" takes the last one away."""
        self._message = message
        self._said_until_ns = None

    def save(self) -> bool:
        """Save; False if it could not be done."""
        fault = self.saving.save()
        self.say(fault or self._services.strings("editor.did_save"))
        return not fault

    def take(self, document: Document) -> None:
        """Go on with another text of the same file; undo leads back to the first."""
        self.work.do(TextChange.between(self.work.document, document))

    def zoom(self, steps: int) -> None:
        self.window.zoom(steps, self.work.chart.tempo_map.us(self.work.cursor))

    def jump_to_finding(self) -> None:
        bar = self.findings.bar()
        if bar is not None and bar < len(self.work.bars):
            self.work.go(self.work.bars[bar].beat)

    def show_cursor(self, is_running: bool) -> None:
        """Keep the cursor in sight whenever it has moved."""
        if self.work.cursor != self._shown_cursor and not is_running:
            self._shown_cursor = self.work.cursor
            self.window.show(self.work.chart.tempo_map.us(self.work.cursor), self._right)

    def tick(self, now_ns: int) -> None:
        self.findings.tick(now_ns)
        self._notices.tick(now_ns)
        self.keep(now_ns)
        if self._message:
            self._said_until_ns = self._said_until_ns or now_ns + _SAID_NS
            if now_ns >= self._said_until_ns:
                self.say("")

    def keep(self, now_ns: int) -> None:
        """Keep unsaved work beside the file if that is due."""
        fault = self.saving.tick(now_ns)
        if fault:
            self.say(fault)

    def wake_ns(self, now_ns: int) -> int:
        others = (self.findings.wake_ns(), self._notices.wake_ns(now_ns), self._said_until_ns)
        known = [each for each in others if each is not None]
        return min([self.saving.wake_ns(now_ns), *known])

    def snapshot(
        self,
        now_ns: int,
        heard: Heard,
        rubber: tuple[float, float, float, float] | None,
        overlay: Overlay | None,
    ) -> EditorSnapshot:
        """What is to be seen."""
        work, clock = self.work, self.work.chart.tempo_map
        playhead_us = heard.playhead_us(now_ns)
        if playhead_us is not None:
            self.window.follow(playhead_us, self._right)
        marked = work.range
        if overlay is None and self.is_help_shown:
            overlay = self._texts.help()
        return EditorSnapshot(
            still=self._still(heard),
            cursor_us=clock.us(work.cursor),
            where=self._texts.where(work),
            playhead_us=playhead_us,
            is_recording=heard.recording.is_on,
            range_us=None if marked is None else (clock.us(marked[0]), clock.us(marked[1])),
            rubber=rubber,
            message=self._message,
            overlay=overlay,
            frame=Frame(self._texts.hints(), self._notices.text),
        )

    @property
    def _right(self) -> float:
        return geometry.FINDINGS.x if self.findings.is_open else geometry.RIGHT

    def _still(self, heard: Heard) -> Still:
        work, window = self.work, self.window
        step_us = work.chart.tempo_map.us(work.snap.step_beats)
        is_close = step_us / window.us_per_unit < _LEAST_GRID_UNITS
        right_us = window.left_us + window.width_us
        lines = {lane: index for index, lane in enumerate(work.lines)}
        is_parts = work.mode is Mode.PARTS
        sheet = self._sheets.sheet(work, self.findings.issues, window.left_us, right_us)
        return Still(
            title=title_in(work.chart.meta, self._services.strings.language),
            place=self._texts.place(self.saving.file, self.saving.is_saved),
            chips=self._texts.chips(work, heard.playback, heard.recording),
            sheet=sheet,
            wave=heard.playback.wave,
            left_us=round(window.left_us),
            us_per_unit=window.us_per_unit,
            grid_us=() if is_close else grid_us(work, sheet.bars_us, window.left_us, right_us),
            focus_row=work.row if is_parts else -1,
            selected=frozenset(
                (lines[spot.lane], work.chart.tempo_map.us(spot.beat))
                for spot in work.selected
                if spot.lane in lines and is_parts
            ),
            findings=self.findings.shown(),
        )
