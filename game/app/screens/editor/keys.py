"""What the keys of the editor do, by their place on the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pygame

from game.input.key_names import cap_of, name_of


class Command(StrEnum):
    """In the order of the help; the names of their strings."""

    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"
    BAR_LEFT = "bar_left"
    BAR_RIGHT = "bar_right"
    UP = "up"
    DOWN = "down"
    HOME = "home"
    END = "end"
    PLAYER = "player"
    SNAP_COARSER = "snap_coarser"
    SNAP_FINER = "snap_finer"
    ZOOM_OUT = "zoom_out"
    ZOOM_IN = "zoom_in"
    TOGGLE = "toggle"
    REMOVE = "remove"
    HIT = "hit"
    GHOST = "ghost"
    FLAM = "flam"
    DRAG = "drag"
    ROLL = "roll"
    ACCENT = "accent"
    OPEN = "open"
    TOGETHER = "together"
    SHORTER = "shorter"
    LONGER = "longer"
    SECTION = "section"
    PIN = "pin"
    TEMPO = "tempo"
    METER = "meter"
    LEAD = "lead"
    CUE = "cue"
    OWN_CUE = "own_cue"
    TITLE = "title"
    INSERT_BAR = "insert_bar"
    APPEND_BARS = "append_bars"
    REMOVE_BAR = "remove_bar"
    SELECT = "select"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    TO_PARTNER = "to_partner"
    MIRRORED = "mirrored"
    ANSWER = "answer"
    UNDO = "undo"
    REDO = "redo"
    PLAY = "play"
    SLOWER = "slower"
    FASTER = "faster"
    METRONOME = "metronome"
    TEST = "test"
    RECORD = "record"
    WHO = "who"
    STRENGTH = "strength"
    KEEP = "keep"
    LEVELS = "levels"
    COMPARE = "compare"
    FINDINGS = "findings"
    HELP = "help"
    SAVE = "save"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Shortcut:
    key: str
    """A stable name."""

    ctrl: bool = False
    shift: bool = False


SHORTCUTS: dict[Shortcut, Command] = {
    Shortcut("LEFT"): Command.MOVE_LEFT,
    Shortcut("RIGHT"): Command.MOVE_RIGHT,
    Shortcut("LEFT", ctrl=True): Command.BAR_LEFT,
    Shortcut("RIGHT", ctrl=True): Command.BAR_RIGHT,
    Shortcut("UP"): Command.UP,
    Shortcut("DOWN"): Command.DOWN,
    Shortcut("HOME"): Command.HOME,
    Shortcut("END"): Command.END,
    Shortcut("TAB"): Command.PLAYER,
    Shortcut("LEFTBRACKET"): Command.SNAP_COARSER,
    Shortcut("RIGHTBRACKET"): Command.SNAP_FINER,
    Shortcut("MINUS"): Command.ZOOM_OUT,
    Shortcut("EQUALS"): Command.ZOOM_IN,
    Shortcut("RETURN"): Command.TOGGLE,
    Shortcut("KP_ENTER"): Command.TOGGLE,
    Shortcut("X"): Command.TOGGLE,
    Shortcut("DELETE"): Command.REMOVE,
    Shortcut("BACKSPACE"): Command.REMOVE,
    Shortcut("H"): Command.HIT,
    Shortcut("G"): Command.GHOST,
    Shortcut("F"): Command.FLAM,
    Shortcut("D"): Command.DRAG,
    Shortcut("R"): Command.ROLL,
    Shortcut("A"): Command.ACCENT,
    Shortcut("O"): Command.OPEN,
    Shortcut("T"): Command.TOGETHER,
    Shortcut("COMMA"): Command.SHORTER,
    Shortcut("PERIOD"): Command.LONGER,
    Shortcut("S"): Command.SECTION,
    Shortcut("P"): Command.PIN,
    Shortcut("B"): Command.TEMPO,
    Shortcut("M"): Command.METER,
    Shortcut("L"): Command.LEAD,
    Shortcut("W"): Command.CUE,
    Shortcut("W", shift=True): Command.OWN_CUE,
    Shortcut("F2"): Command.TITLE,
    Shortcut("INSERT"): Command.INSERT_BAR,
    Shortcut("INSERT", ctrl=True): Command.APPEND_BARS,
    Shortcut("DELETE", ctrl=True): Command.REMOVE_BAR,
    Shortcut("A", ctrl=True): Command.SELECT,
    Shortcut("C", ctrl=True): Command.COPY,
    Shortcut("X", ctrl=True): Command.CUT,
    Shortcut("V", ctrl=True): Command.PASTE,
    Shortcut("V", ctrl=True, shift=True): Command.TO_PARTNER,
    Shortcut("M", ctrl=True): Command.MIRRORED,
    Shortcut("B", ctrl=True): Command.ANSWER,
    Shortcut("Z", ctrl=True): Command.UNDO,
    Shortcut("Z", ctrl=True, shift=True): Command.REDO,
    Shortcut("Y", ctrl=True): Command.REDO,
    Shortcut("SPACE"): Command.PLAY,
    Shortcut("F7"): Command.SLOWER,
    Shortcut("F8"): Command.FASTER,
    Shortcut("N"): Command.METRONOME,
    Shortcut("F5"): Command.TEST,
    Shortcut("F6"): Command.RECORD,
    Shortcut("F6", shift=True): Command.WHO,
    Shortcut("F9"): Command.STRENGTH,
    Shortcut("F10"): Command.KEEP,
    Shortcut("K"): Command.LEVELS,
    Shortcut("C"): Command.COMPARE,
    Shortcut("I"): Command.FINDINGS,
    Shortcut("F1"): Command.HELP,
    Shortcut("S", ctrl=True): Command.SAVE,
    Shortcut("ESCAPE"): Command.LEAVE,
}

MARKING = frozenset(
    {
        Command.MOVE_LEFT,
        Command.MOVE_RIGHT,
        Command.BAR_LEFT,
        Command.BAR_RIGHT,
        Command.HOME,
        Command.END,
    }
)
"""With Shift they draw a range along."""

_CAPS = {"LEFT": "←", "RIGHT": "→", "UP": "↑", "DOWN": "↓", "ESCAPE": "Esc", "RETURN": "Enter"}
_DIGITS = "123456789"


def shortcut_of(event: pygame.Event) -> Shortcut:
    """The key of a KEYDOWN with what is held beside it; Cmd counts as Ctrl."""
    ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
    return Shortcut(name_of(event.scancode), ctrl, bool(event.mod & pygame.KMOD_SHIFT))


def command_of(shortcut: Shortcut) -> tuple[Command, bool] | None:
    """What it asks for, and whether a range is drawn along; None for any other key."""
    command = SHORTCUTS.get(shortcut)
    if command is None and shortcut.shift:
        plain = SHORTCUTS.get(Shortcut(shortcut.key, shortcut.ctrl))
        return (plain, True) if plain in MARKING and plain is not None else None
    return None if command is None else (command, False)


def slot_of(shortcut: Shortcut) -> int | None:
    """The pattern slot of a digit; None for any other key."""
    is_digit = len(shortcut.key) == 1 and shortcut.key in _DIGITS and not shortcut.shift
    return int(shortcut.key) if is_digit else None


def keys_of(command: Command) -> str:
    """The first shortcut of a command, as the help writes it."""
    shortcut = next(each for each, own in SHORTCUTS.items() if own is command)
    parts = ["Ctrl"] * shortcut.ctrl + ["Shift"] * shortcut.shift
    return "+".join([*parts, _CAPS.get(shortcut.key, cap_of(shortcut.key))])
