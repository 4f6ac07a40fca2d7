"""The editor's screen: events to commands, time to playback and saving, all of it to a picture."""

from __future__ import annotations

import pygame

from game.app.files.chart_file import ChartFile
from game.app.kits.midi import MIDI_ARRIVED, decisions_in
from game.app.screens.base import Change, Pop
from game.app.screens.editor.askings import Askings
from game.app.screens.editor.commands import Commands
from game.app.screens.editor.desk import Desk
from game.app.screens.editor.dialogs import Asking, Choosing
from game.app.screens.editor.keys import Command, Shortcut, command_of, shortcut_of, slot_of
from game.app.screens.editor.pointer import LEFT_BUTTON, Pointer
from game.app.screens.editor.questions import Questions
from game.app.screens.editor.studio import Studio
from game.app.screens.editor.work import Mode
from game.app.screens.key_repeat import KeyRepeat
from game.app.screens.menu import earliest
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.charts.document import Document
from game.view.canvas import Canvas
from game.view.screens.editor import overlays, picture
from game.view.screens.editor.snapshot import EditorSnapshot


class EditorScreen:
    """One chart on the desk."""

    def __init__(self, services: Services, file: ChartFile, document: Document) -> None:
        self.text_input = False
        self.is_animated = False
        self._services = services
        self._open(file, document)
        unsaved = file.unsaved()
        self._dialog: Asking | Choosing | None = None
        score = unsaved.reading.score if unsaved is not None else None
        if unsaved is not None and score is not None and score.chart.bars:
            self._dialog = self._questions.unsaved(unsaved)

    def _open(self, file: ChartFile, document: Document) -> None:
        """Everything about a document; what was there before is forgotten."""
        self._desk = Desk(self._services, file, document)
        self._studio = Studio(self._services, self._desk)
        self._commands = Commands(self._desk.work)
        self._askings = Askings(self._desk.work, self._services.strings)
        self._questions = Questions(self._services.strings, self._desk, self._open)
        self._pointer = Pointer(self._desk, self._answer)
        self._repeat = KeyRepeat()

    def enter(self) -> None:
        self._services.rescue = self._desk.saving.rescue
        pygame.mouse.set_visible(True)
        self._studio.prepare()

    def leave(self) -> None:
        """What is not saved is kept beside the file, whatever comes."""
        self._studio.leave()
        self._repeat.stop()
        self._desk.saving.keep()
        self._services.rescue = None
        self.text_input = False

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        self._repeat.watch(event, at_ns)
        change = self._sort(event, at_ns)
        self.text_input = isinstance(self._dialog, Asking)
        self._desk.show_cursor(self._studio.is_running)
        # Here too: hands that are quicker than the program leave it no time to tick.
        self._desk.keep(at_ns)
        return change

    def _sort(self, event: pygame.Event, at_ns: int) -> Change | None:
        if self._dialog is not None:
            return self._handle_dialog(event)
        if event.type == MIDI_ARRIVED:
            for decision in decisions_in(event):
                if decision.is_passed:
                    self._studio.strike(decision.hit)
        elif event.type == pygame.KEYDOWN:
            return self._press(event, at_ns)
        else:
            self._pointer.handle(event)
        return None

    def tick(self, now_ns: int) -> Change | None:
        """The song goes on, work is kept, the text is looked through."""
        held = self._repeat.take(now_ns)
        change = self._sort(held, now_ns) if held else None
        self._studio.tick(now_ns)
        self._desk.tick(now_ns)
        if self._dialog is None and self._desk.saving.has_changed_outside(now_ns):
            self._studio.stop(now_ns)
            self._dialog = self._questions.outside()
        self.is_animated = self._studio.is_running
        return change

    def wake_ns(self, now_ns: int) -> int | None:
        return earliest(
            self._studio.wake_ns(now_ns), self._desk.wake_ns(now_ns), self._repeat.due_ns
        )

    def snapshot(self, now_ns: int) -> EditorSnapshot:
        overlay = self._dialog.overlay() if self._dialog else None
        return self._desk.snapshot(now_ns, self._studio, self._pointer.rubber, overlay)

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, EditorSnapshot)
        self._pointer.canvas = canvas
        picture.draw(canvas, snapshot)

    # Keys

    def _press(self, event: pygame.Event, at_ns: int) -> Change | None:
        shortcut = shortcut_of(event)
        if self._desk.is_help_shown:
            self._desk.is_help_shown = False
            return None
        if self._studio.is_recording and self._studio.press(shortcut.key, at_ns):
            return None
        slot = slot_of(shortcut)
        if slot is not None and not self._studio.is_recording:
            self._use_slot(slot, shortcut)
            return None
        found = command_of(shortcut)
        return self._do(*found, at_ns) if found else None

    def _use_slot(self, slot: int, shortcut: Shortcut) -> None:
        use = self._commands.store if shortcut.ctrl else self._commands.paste_slot
        self._answer(use(slot))

    def _do(self, command: Command, is_marking: bool, at_ns: int) -> Change | None:
        if self._studio.is_recording and command not in (
            Command.PLAY, Command.RECORD, Command.LEAVE, Command.METRONOME,
        ):  # fmt: skip
            return None
        if self._desk.findings.is_open and self._browse(command):
            return None
        if self._commands.move(command, is_marking):
            return None
        if command in self._commands:
            self._answer(self._commands.do(command))
            return None
        self._dialog = self._askings.asking(command)
        if self._dialog is None:
            return self._studio.do(command, at_ns) or self._do_here(command, at_ns)
        return None

    def _do_here(self, command: Command, at_ns: int) -> Change | None:
        """Commands of the screen itself."""
        desk = self._desk
        if command in (Command.LEVELS, Command.COMPARE):
            mode = Mode.LEVELS if command is Command.LEVELS else Mode.COMPARE
            desk.work.mode = Mode.PARTS if desk.work.mode is mode else mode
        elif command is Command.FINDINGS:
            desk.findings.is_open = not desk.findings.is_open
        elif command is Command.HELP:
            desk.is_help_shown = True
        elif command in (Command.ZOOM_IN, Command.ZOOM_OUT):
            desk.zoom(1 if command is Command.ZOOM_IN else -1)
        elif command is Command.SAVE:
            self._save()
        elif command is Command.LEAVE:
            return self._leave(at_ns)
        return None

    def _save(self) -> None:
        """Never over what another program has just written."""
        if self._desk.saving.file.has_changed_outside():
            self._dialog = self._questions.outside()
        else:
            self._desk.save()

    def _browse(self, command: Command) -> bool:
        """Keys that go through the list of findings."""
        findings = self._desk.findings
        if command in (Command.UP, Command.DOWN):
            findings.choose(findings.chosen + (1 if command is Command.DOWN else -1))
        elif command is not Command.TOGGLE:
            return False
        self._desk.jump_to_finding()
        return True

    def _leave(self, at_ns: int) -> Change | None:
        """Step by step: what plays, what is open, what is chosen, then the editor."""
        desk, work = self._desk, self._desk.work
        if self._studio.is_running:
            self._studio.stop(at_ns)
        elif desk.findings.is_open:
            desk.findings.is_open = False
        elif work.mode is not Mode.PARTS:
            work.mode = Mode.PARTS
        elif work.selected or work.range:
            work.selected, work.anchor = frozenset(), None
        elif desk.saving.is_saved:
            return self._pop()
        else:
            self._dialog = self._questions.leaving()
        return None

    def _pop(self) -> Change:
        self._services.sound.back()
        self._services.library.rescan()
        return Pop()

    def _answer(self, is_done: bool) -> None:
        """Say why an edit was not done."""
        self._desk.say(self._desk.work.refusal)
        if is_done:
            self._studio.prepare()

    # Questions

    def _handle_dialog(self, event: pygame.Event) -> Change | None:
        dialog, key = self._dialog, menu_key(event)
        if isinstance(dialog, Asking):
            if dialog.entry.handle(event):
                return None
            if key is MenuKey.BACK or (key is MenuKey.CHOOSE and dialog.accept()):
                self._dialog = None
                self._studio.prepare()
        elif isinstance(dialog, Choosing):
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == LEFT_BUTTON:
                return self._click_choice(dialog, event.pos)
            if key is not None and dialog.press(key):
                return self._choose(dialog)
        return None

    def _click_choice(self, dialog: Choosing, pos: tuple[int, int]) -> Change | None:
        target = self._pointer.target(pos, dialog.overlay())
        if target is None or target.name != overlays.BUTTON:
            return None
        dialog.chosen = target.index
        return self._choose(dialog)

    def _choose(self, dialog: Choosing) -> Change | None:
        self._dialog = None
        leaves = dialog.do() is True
        self._services.rescue = self._desk.saving.rescue
        self._studio.prepare()
        return self._pop() if leaves else None
