"""The drums of a full kit and the ways to strike them."""

from __future__ import annotations

from enum import StrEnum


class Piece(StrEnum):
    """A drum of a full kit, by its long name in a chart."""

    KICK = "kick"
    SNARE = "snare"
    RIM = "rim"
    HAT = "hat"
    PEDAL = "pedal"
    TOM1 = "tom1"
    TOM2 = "tom2"
    TOM3 = "tom3"
    CRASH = "crash"
    CRASH2 = "crash2"
    RIDE = "ride"
    BELL = "bell"
    CHINA = "china"
    SPLASH = "splash"


SHORT_NAMES: dict[str, Piece] = {
    "bd": Piece.KICK,
    "sd": Piece.SNARE,
    "ss": Piece.RIM,
    "hh": Piece.HAT,
    "hf": Piece.PEDAL,
    "t1": Piece.TOM1,
    "t2": Piece.TOM2,
    "ft": Piece.TOM3,
    "cc": Piece.CRASH,
    "c2": Piece.CRASH2,
    "rd": Piece.RIDE,
    "rb": Piece.BELL,
    "ch": Piece.CHINA,
    "sp": Piece.SPLASH,
}
"""The names of drum tabs, in lower case."""


class Stroke(StrEnum):
    """How a note is struck. Accent, open and shared are kept apart from it."""

    HIT = "hit"
    GHOST = "ghost"
    FLAM = "flam"
    DRAG = "drag"
    ROLL = "roll"
