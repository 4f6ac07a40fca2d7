"""Where keys lie on a keyboard, so that they can be drawn as hands find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ROWS: tuple[tuple[int, str], ...] = (
    (0, "GRAVE 1 2 3 4 5 6 7 8 9 0 MINUS EQUALS BACKSPACE"),
    (6, "Q W E R T Y U I O P LEFTBRACKET RIGHTBRACKET BACKSLASH"),
    (7, "A S D F G H J K L SEMICOLON APOSTROPHE"),
    (5, "NONUSBACKSLASH Z X C V B N M COMMA PERIOD SLASH"),
    (24, "SPACE"),
)
"""Rows from the top: how far in they begin, in quarters of a key, and their keys."""

_ISLANDS: tuple[tuple[int, int, str], ...] = (
    (0, 62, "INSERT HOME PAGEUP KP_NUMLOCK KP_DIVIDE KP_MULTIPLY KP_MINUS"),
    (1, 62, "DELETE END PAGEDOWN KP_7 KP_8 KP_9 KP_PLUS"),
    (2, 74, "KP_4 KP_5 KP_6"),
    (3, 66, "UP"),
    (3, 74, "KP_1 KP_2 KP_3"),
    (4, 62, "LEFT DOWN RIGHT KP_0 KP_PERIOD"),
)
"""What lies to the right of the letters: row, quarter, keys."""

_KEY = 4
_WIDEST_STEP = 6
"""Gaps of unused keys are drawn no wider than this many quarters."""

_ELSEWHERE_ROW = 5


@dataclass(frozen=True, slots=True)
class Place:
    row: int
    """From 0, the uppermost."""

    quarter: int
    """From the left, in quarters of a key."""


def _all_places() -> Iterator[tuple[str, Place]]:
    for row, (start, names) in enumerate(_ROWS):
        for index, name in enumerate(names.split()):
            yield name, Place(row, start + _KEY * index)
    for row, start, names in _ISLANDS:
        for index, name in enumerate(names.split()):
            yield name, Place(row, start + _KEY * index)


_PLACES = dict(_all_places())


def places_of(names: Sequence[str]) -> tuple[Place, ...]:
    """Each key's place among these keys alone, without the rows and gaps between them."""
    found = [
        _PLACES.get(name, Place(_ELSEWHERE_ROW, _KEY * index)) for index, name in enumerate(names)
    ]
    rows = sorted({place.row for place in found})
    quarters = _drawn_together(place.quarter for place in found)
    return tuple(Place(rows.index(place.row), quarters[place.quarter]) for place in found)


def _drawn_together(quarters: Iterable[int]) -> dict[int, int]:
    drawn: dict[int, int] = {}
    last = at = 0
    for quarter in sorted(set(quarters)):
        at += min(_WIDEST_STEP, quarter - last) if drawn else 0
        drawn[quarter] = at
        last = quarter
    return drawn
