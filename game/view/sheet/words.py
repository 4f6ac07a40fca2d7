"""Words above the staves: bar numbers, meters, tempi, leads and cues, none over another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from game.charts.model import PLAYERS
from game.view.sheet import paper

WidthOf = Callable[[str, int], float]
"""How wide a line of text is at a size, in units."""

_GAP = 12.0
_LEAD_PAD = 7.0
_SIGN_ROOM = 14.0
_DOT_ROOM = 5.0


class Kind(StrEnum):
    NUMBER = "number"
    METER = "meter"
    TEMPO = "tempo"
    LEAD = "lead"
    CUE = "cue"


class Sign(StrEnum):
    """The note value that a tempo counts, drawn before it."""

    NONE = ""
    QUARTER = "quarter"
    DOTTED = "dotted quarter"


SIZES = {
    Kind.NUMBER: paper.SIZE_SMALL,
    Kind.METER: paper.SIZE_BODY,
    Kind.TEMPO: paper.SIZE_BODY,
    Kind.LEAD: paper.SIZE_SMALL,
    Kind.CUE: paper.SIZE_WORD,
}


@dataclass(frozen=True, slots=True)
class Word:
    """Something written above a stave."""

    kind: Kind
    text: str
    x: float
    """Its left edge."""

    width: float
    sign: Sign = Sign.NONE
    players: tuple[int, ...] = PLAYERS
    """Whom it concerns."""

    slack: float = 0.0
    """How far it may move to the right to stand beside another."""

    row: int = 0
    """From the lowest row, 0, upwards."""

    @property
    def right(self) -> float:
        return self.x + self.width


def word(
    kind: Kind,
    text: str,
    x: float,
    width_of: WidthOf,
    *,
    sign: Sign = Sign.NONE,
    players: tuple[int, ...] = PLAYERS,
    slack: float = 0.0,
) -> Word:
    """A word that begins at `x`, moved to the left where it would leave the page."""
    width = width_of(shown_text(kind, text), SIZES[kind]) + sign_width(sign)
    if kind is Kind.LEAD:
        width += 2 * _LEAD_PAD
    return Word(kind, text, _on_page(x, width), width, sign, players, slack)


def shown_text(kind: Kind, text: str) -> str:
    """What stands on the page: cues are quoted."""
    return f"“{text}”" if kind is Kind.CUE else text


def sign_width(sign: Sign) -> float:
    """The room of a note value before a number."""
    if sign is Sign.NONE:
        return 0.0
    return _SIGN_ROOM + _DOT_ROOM * (sign is Sign.DOTTED)


def in_rows(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words in as few rows as they need; earlier ones have the first choice."""
    rows: list[list[Word]] = []
    for each in words:
        found = next((fit for row in rows if (fit := _beside(each, row))), None)
        if found is None:
            rows.append([])
            found = replace(each, row=len(rows) - 1)
        rows[found.row].append(found)
    return tuple(each for row in rows for each in row)


def _beside(word: Word, row: Sequence[Word]) -> Word | None:
    """The word at the first free place of a row that it may take; None if there is none."""
    x = word.x
    for other in sorted(row, key=lambda each: each.x):
        if x < other.right + _GAP and other.x < x + word.width + _GAP:
            x = other.right + _GAP
    if x - word.x > word.slack or (x + word.width > paper.RIGHT and x > word.x):
        return None
    return replace(word, x=x, row=row[0].row)


def row_count(words: Iterable[Word]) -> int:
    return max((each.row + 1 for each in words), default=0)


def wrapped(text: str, size: int, width: float, width_of: WidthOf) -> list[str]:
    """A text in lines of at most that width; broken at spaces, within a word only if it must be."""
    lines: list[str] = []
    rest = text.strip()
    while rest:
        count = _fitting(rest, size, width, width_of)
        if count < len(rest):
            space = rest.rfind(" ", 1, count + 1)
            count = space if space > 0 else count
        lines.append(rest[:count].rstrip())
        rest = rest[count:].lstrip()
    return lines


def _fitting(text: str, size: int, width: float, width_of: WidthOf) -> int:
    """How many characters fit; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _on_page(x: float, width: float) -> float:
    return max(float(paper.LEFT), min(x, paper.RIGHT - width))
