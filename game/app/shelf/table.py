"""The shelf as JSON: version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.app.shelf.pair import SignedPair, Stick
from game.charts.model import PLAYERS
from game.duet.field import Field
from game.errors import ReplayError, ShelfError
from game.view.sticks.signature import REACH, Signature

VERSION = 1
MOST_POINTS = 4_000
"""Of one signature."""

_LATEST_S = 1 << 40


def shelf_text(pairs: Sequence[SignedPair]) -> str:
    """The file's text: one line a pair."""
    lines = ",\n".join(json.dumps(_pair_json(pair), ensure_ascii=False) for pair in pairs)
    return f'{{\n"version": {VERSION},\n"pairs": [\n{lines}\n]\n}}\n'


def read_pairs(path: Path, data: bytes) -> tuple[SignedPair, ...]:
    """All pairs of a file, the oldest first.

    Raises:
        ShelfError: the file is broken, or newer than this program.
    """
    try:
        whole = Field(path, "", json.loads(data.decode("utf-8")))
        whole.key("version").integer(VERSION, VERSION)
        return tuple(_pair(each) for each in whole.key("pairs").items())
    except ReplayError as fault:
        raise ShelfError(path, fault.place, fault.found, fault.expected) from fault
    except (ValueError, RecursionError) as fault:
        raise ShelfError(path, "", "something that is no JSON", "the sticks of a shelf") from fault


def version_of(data: bytes) -> int:
    """The version that a file says it has; 0 where it says none."""
    try:
        version = json.loads(data.decode("utf-8"))["version"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return 0
    return version if isinstance(version, int) else 0


def _pair_json(pair: SignedPair) -> dict[str, Any]:
    return {
        "title": pair.title,
        "at_s": pair.at_s,
        "score": pair.score,
        "together": pair.together,
        "sticks": [
            {
                "name": stick.name,
                "text": stick.signature.text,
                "strokes": [[list(point) for point in line] for line in stick.signature.strokes],
            }
            for stick in pair.sticks
        ],
    }


def _pair(value: Field) -> SignedPair:
    first, second = (
        _stick(player, stick)
        for player, stick in zip(PLAYERS, value.key("sticks").items(len(PLAYERS)), strict=True)
    )
    return SignedPair(
        sticks=(first, second),
        title=value.key("title").text(),
        at_s=value.key("at_s").integer(0, _LATEST_S),
        score=value.key("score").integer(0, 1 << 31),
        together=value.key("together").integer_or_null(0, 100),
    )


def _stick(player: int, value: Field) -> Stick:
    strokes = tuple(
        tuple(_point(point) for point in stroke.items()) for stroke in value.key("strokes").items()
    )
    if sum(map(len, strokes)) > MOST_POINTS:
        value.key("strokes").fail(f"{MOST_POINTS} points at most")
    return Stick(player, value.key("name").text(), Signature(value.key("text").text(), strokes))


def _point(value: Field) -> tuple[int, int]:
    x, y = (share.integer(0, REACH) for share in value.items(2))
    return x, y
