"""Draws the words above staves."""

from __future__ import annotations

from collections.abc import Iterable

from game.view.sheet import paper
from game.view.sheet.pen import Pen
from game.view.sheet.words import SIZES, Kind, Sign, Word, shown_text, sign_width
from game.view.theme import Color


def draw_words(pen: Pen, words: Iterable[Word], bottom: float) -> None:
    """Words in rows upwards from `bottom`, in the inks of those whom they concern."""
    for word in words:
        y = bottom - (word.row + 0.5) * paper.WORD_ROW
        if word.kind is Kind.LEAD:
            _draw_flag(pen, word, y)
        else:
            draw_sign(pen, word.sign, word.x, y)
            x = word.x + sign_width(word.sign)
            text = shown_text(word.kind, word.text)
            pen.text(text, x, y, SIZES[word.kind], _ink(word), ground=paper.PAPER)


def draw_sign(pen: Pen, sign: Sign, x: float, y: float) -> None:
    """A quarter note, perhaps dotted: the value that a tempo counts."""
    if sign is Sign.NONE:
        return
    head = (x + 4.5, y + 5.5)
    pen.polygon(
        [
            (head[0] - 4.6, head[1] + 1.4),
            (head[0] - 2.6, head[1] - 2.6),
            (head[0] + 2.2, head[1] - 3.4),
            (head[0] + 4.6, head[1] - 1.4),
            (head[0] + 2.6, head[1] + 2.6),
            (head[0] - 2.2, head[1] + 3.4),
        ],
        paper.INK,
    )
    pen.line((head[0] + 3.9, head[1] - 1), (head[0] + 3.9, head[1] - 15), paper.INK, 1.6)
    if sign is Sign.DOTTED:
        pen.disc(head[0] + 8.5, head[1], 1.7, paper.INK)


def _ink(word: Word) -> Color:
    if word.kind is Kind.NUMBER:
        return paper.INK_DIM
    return paper.player_ink(word.players) if word.kind is Kind.CUE else paper.INK


def _draw_flag(pen: Pen, word: Word, y: float) -> None:
    half = paper.WORD_ROW / 2 - 2
    pen.box(word.x, y - half, word.width, 2 * half, paper.player_ink(word.players), radius=4)
    middle = word.x + word.width / 2
    pen.text(word.text, middle, y - 0.5, SIZES[word.kind], paper.PAPER, anchor="center")
