"""The last judgement and the combo, in the uppermost fifth of a highway."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.duet.snapshot import SeatSnapshot
from game.judge.verdict import NOTE_GRADES, Grade, Verdict
from game.view import theme
from game.view.canvas import Canvas
from game.view.highway.geometry import CENTRE
from game.view.highway.headline import outer, stretch
from game.view.strings import Strings
from game.view.theme import Color

WORD_Y = 206
COMBO_STEP = 56
FADE_MS = 300
LEAN = 6
"""How far early words rise and late ones sink."""

_HALF_WIDTH = 240
"""More than half of the longest word in large text."""

_HOLD_MS = 140
_ON_TIME_US = 12_000
"""Errors up to this neither lean nor tint."""

_SHADOW: Color = (6, 6, 12)

_SAME_MISS: Color = (0xC2, 0xA6, 0xB6)
_SAME_OVERHIT: Color = (0xAA, 0xB4, 0xCD)
GRADE_COLORS: Mapping[Grade, tuple[Color, Color, Color]] = {
    Grade.PERFECT: ((0xE2, 0xF2, 0x8C), (0xFF, 0xE3, 0x70), (0xFF, 0xC8, 0x66)),
    Grade.GREAT: ((0x96, 0xBC, 0xFF), (0x86, 0xDD, 0xFF), (0xF2, 0xD0, 0xBE)),
    Grade.GOOD: ((0x9C, 0xDE, 0xD2), (0xB4, 0xEC, 0x9A), (0xDE, 0xDC, 0x86)),
    Grade.MISS: (_SAME_MISS,) * 3,
    Grade.OVERHIT: (_SAME_OVERHIT,) * 3,
}
"""The colour of a grade: early (cooler), on time, late (warmer)."""

_SMALL_GRADES = (Grade.OVERHIT,)
SHOWN_GRADES = (*NOTE_GRADES, Grade.OVERHIT)


def latest(seat: SeatSnapshot) -> Verdict | None:
    """The verdict whose word is shown."""
    return next((v for v in reversed(seat.recent) if v.grade in SHOWN_GRADES), None)


def strength(age_ms: float) -> float:
    """How solid a word of that age is: held, then gone within `FADE_MS`."""
    if age_ms >= FADE_MS:
        return 0.0
    rest = 1 - max(0.0, age_ms - _HOLD_MS) / (FADE_MS - _HOLD_MS)
    return rest * (2 - rest)


def word_color(verdict: Verdict) -> Color:
    """The colour of a grade, tinted by early or late."""
    return GRADE_COLORS[verdict.grade][1 + _lean(verdict)]


def words_box(canvas: Canvas, player: int) -> pygame.Rect:
    """The pixels within which word and combo lie."""
    grown = stretch(canvas)
    top = WORD_Y - LEAN - theme.SIZE_JUDGEMENT * grown
    low = WORD_Y + LEAN + COMBO_STEP * grown + theme.SIZE_COMBO * grown
    middle = outer(player, CENTRE)
    return canvas.rect_px(middle - _HALF_WIDTH, top, 2 * _HALF_WIDTH, low - top)


def draw_judgement(
    canvas: Canvas, player: int, seat: SeatSnapshot, age_ms: float, strings: Strings
) -> None:
    """Draw the word of the latest verdict, `age_ms` old, and the combo under it."""
    verdict = latest(seat)
    alpha = round(255 * strength(age_ms))
    if verdict is None or alpha == 0:
        return
    x = outer(player, CENTRE)
    is_small = verdict.grade in _SMALL_GRADES
    size = theme.SIZE_SMALL if is_small else theme.SIZE_JUDGEMENT
    lean = 0 if canvas.theme.reduced_motion else LEAN * _lean(verdict)
    word = strings(f"play.{verdict.grade.value}")
    _shout(canvas, word, x, WORD_Y + lean, size, word_color(verdict), alpha)
    if seat.combo > 1 and not is_small:
        y = WORD_Y + COMBO_STEP * stretch(canvas)
        _shout(canvas, str(seat.combo), x, y, theme.SIZE_COMBO, theme.TEXT, alpha)


def _lean(verdict: Verdict) -> int:
    """-1 for early, 1 for late, 0 for on time."""
    offset_us = verdict.offset_us or 0
    return 0 if abs(offset_us) <= _ON_TIME_US else (1 if offset_us > 0 else -1)


def _shout(
    canvas: Canvas, text: str, x: float, y: float, size: int, color: Color, alpha: int
) -> None:
    """A word with its shadow, so that it reads over notes."""
    is_number = text.isdigit()
    for down, ink in ((3, _SHADOW), (0, color)):
        canvas.text(
            text,
            x,
            y + down,
            size,
            ink,
            anchor="center",
            weight="black",
            alpha=alpha,
            tabular=is_number,
        )
