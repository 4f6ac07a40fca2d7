"""What each symbol of a lane of notes means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.charts.pieces import Stroke

RESTS = "-."
TAIL = "="
CUT = "'"
REPEAT = "%"


@dataclass(frozen=True, slots=True)
class Strike:
    """A stroke as one symbol writes it."""

    stroke: Stroke
    accent: bool = False
    open: bool = False
    """On the hat; `o` on any other drum is a plain hit."""

    shared: bool = False


STRIKES: Mapping[str, Strike] = {
    "x": Strike(Stroke.HIT),
    "X": Strike(Stroke.HIT, accent=True),
    "o": Strike(Stroke.HIT, open=True),
    "O": Strike(Stroke.HIT, accent=True, open=True),
    "g": Strike(Stroke.GHOST),
    "f": Strike(Stroke.FLAM),
    "F": Strike(Stroke.FLAM, accent=True),
    "d": Strike(Stroke.DRAG),
    "D": Strike(Stroke.DRAG, accent=True),
    "r": Strike(Stroke.ROLL),
    "R": Strike(Stroke.ROLL, accent=True),
    "&": Strike(Stroke.HIT, accent=True, shared=True),
}

_LOOKALIKES = {
    "_": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "~": "=",
    "G": "g",
    "0": "o",
    "●": "x",
    "×": "x",
    "`": "'",
    "´": "'",
    "‘": "'",
    "’": "'",
    ",": "'",
    '"': "'",
    "＆": "&",
    "％": "%",
}


def symbol_hint(symbol: str) -> str:
    """What an unknown symbol was probably meant to be."""
    meant = _LOOKALIKES.get(symbol)
    if meant:
        return f'did you mean "{meant}"?'
    return f"symbols are {' '.join(RESTS)} {' '.join(STRIKES)} {TAIL} {CUT} {REPEAT}"
