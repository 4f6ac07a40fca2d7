"""How much a note matters in its bar: the order in which an easier level leaves notes out."""

from __future__ import annotations

from game.charts.levels.shapes import ShapedNote
from game.charts.pieces import Piece

SHARED = 1_000
BACK_BEAT = 900
_FLOOR = 800
_BY_PLACE = (600, 300, 300, 200, 120, 100, 40)
"""What lies on the pulse, on its half, last third, middle third, last and second quarter, or
elsewhere: the numbers of `Place`."""

_ACCENT = 30
_OPEN = 4
_BY_LANE = {"snare": 18, "kick": 16, "tom": 14, "cymbal": 6}
_CRASH = 10
_CRASHES = (Piece.CRASH, Piece.CRASH2, Piece.CHINA, Piece.SPLASH)
_SECOND_OF_TWO = 1
"""Pulses 2 and 4 keep what lies between beats a little longer than 1 and 3: the thinned bar then
pushes towards its back-beat."""


def rank_of(note: ShapedNote, lane: str, pulse: int, pulse_count: int, place: int) -> int:
    """The rank of a note; equal ones of a bar are left out together."""
    detail = _BY_LANE[lane] + _ACCENT * note.accent + _OPEN * note.open
    if note.piece in _CRASHES:
        detail += _CRASH
    if note.shared:
        return SHARED + detail
    if place == 0:
        if lane == "snare" and is_back_beat(note, pulse, pulse_count):
            return BACK_BEAT
        if lane == "kick" and pulse in (0, pulse_count // 2):
            return _FLOOR
    return _BY_PLACE[place] + detail + (_SECOND_OF_TWO if pulse % 2 else 0)


def is_back_beat(note: ShapedNote, pulse: int, pulse_count: int) -> bool:
    """Whether a snare on a pulse is the back-beat: on 2 and 4, or accented where pulses are odd."""
    if pulse_count % 2 == 0:
        return pulse % 2 == 1
    return pulse > 0 and note.accent
