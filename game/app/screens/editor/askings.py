"""The editor's questions that are answered by typing."""

from __future__ import annotations

from collections.abc import Callable

from game.app.screens.editor.dialogs import Asking
from game.app.screens.editor.keys import Command
from game.app.screens.editor.work import Work
from game.charts.model import PLAYERS
from game.charts.reader.header import DOTTED
from game.charts.reader.meters import parse_meter
from game.charts.reader.numbers import decimal
from game.charts.writing.numbers import decimal_text
from game.editor.cues import SetCue, cue_at
from game.editor.edit import Edit
from game.editor.header import SetHeader
from game.editor.holds import SetTempo
from game.editor.meters import SetMeter
from game.editor.sections import SetPin, SetSection, heading_at
from game.view.strings import Strings


class Askings:
    """What is asked about the bar or the place of the cursor."""

    def __init__(self, work: Work, strings: Strings) -> None:
        self._work = work
        self._strings = strings
        self._table: dict[Command, Callable[[], Asking]] = {
            Command.SECTION: self._section,
            Command.PIN: self._pin,
            Command.TEMPO: self._tempo,
            Command.METER: self._meter,
            Command.TITLE: self._title,
            Command.CUE: lambda: self._cue("cue", PLAYERS),
            Command.OWN_CUE: lambda: self._cue("own_cue", (self._work.player,)),
        }

    def asking(self, command: Command) -> Asking | None:
        """The question behind a command; None for a command that asks nothing."""
        make = self._table.get(command)
        return make() if make else None

    def _section(self) -> Asking:
        heading = heading_at(self._work.document, self._work.bar)
        return self._asking(
            "section",
            heading.name if heading else "",
            lambda text: self._do(SetSection(self._work.bar, text or None)),
        )

    def _pin(self) -> Asking:
        heading = heading_at(self._work.document, self._work.bar)
        pin_s = heading.pin_s if heading else None

        def answer(text: str) -> str:
            seconds = decimal(text)
            if text and seconds is None:
                return self._strings("editor.not_seconds", text=text)
            return self._do(SetPin(self._work.bar, seconds))

        return self._asking("pin", "" if pin_s is None else decimal_text(pin_s), answer)

    def _tempo(self) -> Asking:
        work = self._work

        def answer(text: str) -> str:
            bpm = decimal(text)
            if text and bpm is None:
                return self._strings("editor.not_bpm", text=text)
            return self._do(SetTempo(work.cursor, bpm))

        bar = work.bars[work.bar]
        steps = [step for step in work.chart.tempo_map.steps if step.beat <= work.cursor]
        bpm = steps[-1].bpm if steps else work.chart.tempo_map.steps[0].bpm
        is_dotted = work.chart.meta.bpm_text.endswith(DOTTED) and bar.meter.is_dotted
        return self._asking("tempo", decimal_text(bpm * 2 / 3 if is_dotted else bpm), answer)

    def _meter(self) -> Asking:
        work = self._work

        def answer(text: str) -> str:
            meter = parse_meter(text)
            if text and meter is None:
                return self._strings("editor.not_meter", text=text)
            return self._do(SetMeter(work.bar, meter))

        return self._asking("meter", str(work.bars[work.bar].meter), answer)

    def _cue(self, name: str, players: tuple[int, ...]) -> Asking:
        bar = self._work.bar

        def answer(text: str) -> str:
            return self._do(SetCue(bar, players, text or None))

        return self._asking(name, cue_at(self._work.chart, bar, players), answer)

    def _title(self) -> Asking:
        def answer(text: str) -> str:
            if not text:
                return self._strings("editor.no_title")
            return self._do(SetHeader("title", text))

        return self._asking("title", self._work.chart.meta.title, answer)

    def _asking(self, name: str, text: str, answer: Callable[[str], str]) -> Asking:
        bar = self._work.bar + 1
        title = self._strings(f"editor.ask_{name}", bar=bar, player=self._work.player)
        return Asking(title, self._strings(f"editor.ask_{name}_hint"), answer, text)

    def _do(self, edit: Edit) -> str:
        self._work.do(edit)
        return self._work.refusal
