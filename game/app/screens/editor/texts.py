"""What the editor says: how one works, where the cursor is, and what the keys do."""

from __future__ import annotations

from game.app.files.chart_file import ChartFile
from game.app.screens.editor.keys import Command, keys_of
from game.app.screens.editor.playback import Playback
from game.app.screens.editor.recording import Recording
from game.app.screens.editor.work import SLOTS, Mode, Work
from game.charts.writing.numbers import decimal_text
from game.view.screens.editor.snapshot import Chip, Help
from game.view.strings import Strings
from game.view.widgets.frame import Hint

_MOUSE = ("place", "choose", "rectangle", "erase", "scroll", "zoom")
_HINTS = (Command.HELP, Command.PLAY, Command.TOGGLE, Command.UNDO, Command.SAVE, Command.LEAVE)


class EditorTexts:
    """Everything in words."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def chips(self, work: Work, playback: Playback, recording: Recording) -> tuple[Chip, ...]:
        say = self._strings
        brush = say(f"editor.stroke_{work.stroke}")
        if work.accent:
            brush = say("editor.brush_accent", stroke=brush)
        if work.open:
            brush = say("editor.brush_open", stroke=brush)
        snap = work.snap
        kind = "free" if snap.is_free else "triplet" if snap.is_triplet else "straight"
        who = "both" if len(recording.players) > 1 else f"p{recording.players[0]}"
        keep = say("editor.keeps" if recording.keeps else "editor.replaces")
        filled = "".join(str(slot) for slot in range(1, SLOTS + 1) if slot in work.slots)
        return (
            Chip(say(f"editor.snap_{kind}", parts=snap.parts)),
            Chip(say("editor.brush", stroke=brush)),
            Chip(say("editor.speed", percent=playback.rate_pct), playback.rate_pct != 100),
            Chip(say("editor.metronome"), playback.has_metronome),
            Chip(
                say(
                    f"editor.record_{who}",
                    percent=recording.strength_pct,
                    keep=keep,
                ),
                recording.is_on,
            ),
            Chip(say(f"editor.mode_{work.mode.value}"), work.mode is not Mode.PARTS),
            *((Chip(say("editor.patterns", slots=" ".join(filled))),) if filled else ()),
            *((Chip(say("editor.preparing")),) if playback.is_preparing else ()),
        )

    def place(self, file: ChartFile, is_saved: bool) -> str:
        key = "editor.saved" if is_saved else "editor.unsaved"
        return self._strings(key, file=file.path.name)

    def where(self, work: Work) -> str:
        """Bar and beat of the cursor."""
        bar = work.bars[work.bar]
        unit = (work.cursor - bar.beat) / bar.meter.unit_beats + 1
        return self._strings(
            "editor.where",
            bar=work.bar + 1,
            beat=decimal_text(unit) if unit.denominator < 1000 else str(float(unit)),
            player=work.player,
            drum=self._strings(f"drums.{work.lane.piece}"),
        )

    def hints(self) -> tuple[Hint, ...]:
        return tuple(
            Hint((keys_of(command),), self._strings(f"editor.key_{command}")) for command in _HINTS
        )

    def help(self) -> Help:
        say = self._strings
        mouse = tuple((say(f"editor.mouse_{name}"), say(f"editor.does_{name}")) for name in _MOUSE)
        digits = (
            ("Ctrl+1…9", say("editor.key_store")),
            ("1…9", say("editor.key_paste_slot")),
            (say("editor.shift_arrows"), say("editor.key_mark")),
        )
        keys = tuple((keys_of(command), say(f"editor.key_{command}")) for command in Command)
        return Help(say("editor.help"), (*keys, *digits, *mouse))
