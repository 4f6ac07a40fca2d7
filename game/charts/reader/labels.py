"""Labels: whose lane a row is, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.pieces import SHORT_NAMES, Piece
from game.charts.reader.faults import quoted, shortened
from game.charts.reader.near_miss import did_you_mean

HOLD_LANES = ("bpm", "meter", "lead")
"""Lanes whose values hold until the next one."""

_PLAYERS = {"P1": (1,), "P2": (2,), "P*": PLAYERS}
_PIECES = {piece.value: piece for piece in Piece} | SHORT_NAMES
_TEXT = re.compile(r"text(?:\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*))?")
_RUN_TOGETHER = re.compile(r"(P[12*](?:/[1-4])?)(\w+)")
_TAB_NAMES = {
    "b": "kick",
    "bass": "kick",
    "s": "snare",
    "side": "rim",
    "h": "hat",
    "hihat": "hat",
    "hi-hat": "hat",
    "foot": "pedal",
    "tom": "tom1",
    "floor": "tom3",
    "c": "crash",
    "cymbal": "crash",
    "r": "ride",
}
"""Names that tabs and other programs use, for hints only."""


class LaneKey(NamedTuple):
    """One lane of notes."""

    player: int
    level: int
    """`FULL_LEVEL` for the part as written."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class NoteLabel:
    """`P1 kick`, `P*/2 snare`."""

    players: tuple[int, ...]
    level: int
    piece: Piece

    def lanes(self) -> tuple[LaneKey, ...]:
        """The lanes that the row writes: two for `P*`."""
        return tuple(LaneKey(player, self.level, self.piece) for player in self.players)


@dataclass(frozen=True, slots=True)
class HoldLabel:
    """`bpm`, `meter`, `lead`."""

    name: str


@dataclass(frozen=True, slots=True)
class TextLabel:
    """`text`, `P1 text`, `text.ko`."""

    players: tuple[int, ...]
    language: str
    names_player: bool


Label = NoteLabel | HoldLabel | TextLabel


class LabelError(Exception):
    """A label that says nothing; `index` is the place in the label of the word to blame."""

    def __init__(self, index: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.index = index
        self.message = message
        self.hint = hint


def parse_label(text: str) -> Label:
    """What the text before a row's first `|` says.

    Raises:
        LabelError: it is no label of a lane.
    """
    first, *rest = text.split()
    if not rest:
        return _common_label(first)
    second = " ".join(rest)
    index = text.index(rest[0])
    players, level = _player_and_level(first, second)
    match = _TEXT.fullmatch(second)
    if match:
        if "/" in first:
            raise LabelError(0, "a text lane has no level", f'write "{first[:2]} {second}"')
        return TextLabel(players, match[1] or "", names_player=True)
    if second in HOLD_LANES:
        message = f'the lane "{second}" belongs to both players'
        raise LabelError(0, message, f'write "{second}" without a player')
    piece = _PIECES.get(second.lower())
    if piece is None:
        raise LabelError(index, f"unknown lane {quoted(second)}", _lane_hint(second, (*_PIECES,)))
    return NoteLabel(players, level, piece)


def _common_label(word: str) -> Label:
    if word in HOLD_LANES:
        return HoldLabel(word)
    match = _TEXT.fullmatch(word)
    if match:
        return TextLabel(PLAYERS, match[1] or "", names_player=False)
    if word.lower() in _PIECES:
        hint = f'write "P1 {word}", "P2 {word}" or "P* {word}"'
        raise LabelError(0, f'the lane "{word}" names no player', hint)
    if word in _PLAYERS:
        raise LabelError(0, f'"{word}" names no drum', f'write a drum, such as "{word} kick"')
    joined = _RUN_TOGETHER.fullmatch(word)
    if joined and joined[2].lower() in (*_PIECES, "text"):
        raise LabelError(
            0, f"unknown lane {quoted(word)}", f'did you mean "{joined[1]} {joined[2]}"?'
        )
    hint = _lane_hint(word, (*HOLD_LANES, "text", *_PIECES))
    raise LabelError(0, f"unknown lane {quoted(word)}", hint)


def _player_and_level(word: str, lane: str) -> tuple[tuple[int, ...], int]:
    name, slash, level = word.partition("/")
    if name not in _PLAYERS:
        otherwise = "players are P1, P2 and, for both, P*"
        hint = did_you_mean(name, _PLAYERS, otherwise) if name.upper() in _PLAYERS else otherwise
        raise LabelError(0, f"unknown player {quoted(name)}", hint)
    if not slash:
        return _PLAYERS[name], FULL_LEVEL
    if level == str(FULL_LEVEL):
        hint = f'write "{name} {shortened(lane)}"'
        raise LabelError(0, "level 5 is the full part, which is written without a level", hint)
    if level not in ("1", "2", "3", "4"):
        raise LabelError(0, f"unknown level {quoted(level)}", "levels are 1, 2, 3 and 4")
    return _PLAYERS[name], int(level)


def _lane_hint(word: str, known: tuple[str, ...]) -> str:
    joined = "".join(word.lower().split())
    if joined in _PIECES:
        return f'did you mean "{_PIECES[joined]}"?'
    if joined in _TAB_NAMES:
        return f'did you mean "{_TAB_NAMES[joined]}"?'
    return did_you_mean(joined, known, "lanes are " + ", ".join(Piece))
