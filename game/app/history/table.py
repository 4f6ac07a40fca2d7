"""Plays as a table for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import fields
from io import StringIO
from pathlib import Path

from game.app.files import atomic
from game.app.history.play import Part, Play
from game.app.history.story import local_time
from game.charts.model import PLAYERS
from game.duet.result import PlayerResult

_RESULT = tuple(field.name for field in fields(PlayerResult) if field.name != "player")
_PLAY = (
    "played_at",
    "song",
    "digest",
    "rate_pct",
    "duet_score",
    "together",
    "together_low",
    "together_high",
    "together_relative",
    "pairs",
    "typical_gap_us",
    "replay",
)
_PART = (
    "name",
    "is_bot",
    "device",
    "rules",
    "input_offset_us",
    "offset_from",
    "measured_on",
    *_RESULT,
)
HEADER = (*_PLAY, *(f"p{player}_{column}" for player in PLAYERS for column in _PART))

_BEGINS_A_FORMULA = "=+-@＝＋－＠"
_BYTE_ORDER_MARK = "\ufeff"
"""Without it, Excel takes UTF-8 for something else."""


def save(plays: Iterable[Play], path: Path) -> None:
    """Write the plays as CSV, whole or not at all. Raises OSError."""
    atomic.write_text(path, _BYTE_ORDER_MARK + table_text(plays))


def table_text(plays: Iterable[Play]) -> str:
    """One line for a play, under one line of names; whole numbers only, so that no language's
    decimal sign matters."""
    lines = StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(HEADER)
    writer.writerows([_cell(value) for value in values(play)] for play in plays)
    return lines.getvalue()


def values(play: Play) -> Iterator[str | int | None]:
    """In the order of `HEADER`, as they are."""
    together = play.together
    yield local_time(play.played_at_s).isoformat(sep=" ")
    yield from (play.title, play.digest, play.rate_pct, play.duet_score)
    yield from (together.score, together.low, together.high, int(together.relative))
    yield from (together.pairs, together.typical_gap_us, play.replay)
    for part in play.parts:
        yield from _part_values(part)


def _part_values(part: Part) -> Iterator[str | int | None]:
    offset = part.offset
    yield from (part.name, int(part.is_bot), part.device, part.rules)
    measured_on = offset.measured_on.isoformat() if offset.measured_on else None
    yield from (offset.input_us, offset.came_from.value, measured_on)
    yield from (getattr(part.result, column) for column in _RESULT)


def _cell(value: object) -> object:
    """What a person typed is never taken for a formula."""
    if isinstance(value, str) and value.lstrip()[:1] in tuple(_BEGINS_A_FORMULA):
        return f"'{value}"
    return value
