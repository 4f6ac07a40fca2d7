"""Plays as rows of the history's tables, and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from game.app.history.play import OffsetFrom, OffsetInUse, Part, Play
from game.charts.model import PLAYERS
from game.duet.result import PlayerResult, TogetherResult

PLAY_COLUMNS = (
    "played_at_s",
    "digest",
    "title",
    "rate_pct",
    "pair",
    "duet_score",
    "together",
    "together_low",
    "together_high",
    "together_pairs",
    "typical_gap_us",
    "is_relative",
    "replay",
)
RESULT_COLUMNS = (
    "player",
    "level",
    "layout",
    "score",
    "perfect",
    "great",
    "good",
    "miss",
    "overhits",
    "roll_hits",
    "max_combo",
    "notes",
    "median_offset_us",
    "sd_offset_us",
)
"""Named like the fields of `PlayerResult`."""

PART_COLUMNS = (
    "name",
    "is_bot",
    "device",
    "rules",
    "input_offset_us",
    "offset_from",
    "measured_on",
    *RESULT_COLUMNS,
)

_MAY_LACK = frozenset(
    {"together", "together_low", "together_high", "typical_gap_us", "median_offset_us",
     "sd_offset_us"}
)  # fmt: skip
_PLAY_NUMBERS = tuple(
    column for column in PLAY_COLUMNS if column not in ("digest", "title", "pair", "replay")
)
_PART_NUMBERS = ("is_bot", "input_offset_us", *(c for c in RESULT_COLUMNS if c != "layout"))


def play_values(play: Play) -> tuple[object, ...]:
    """In the order of `PLAY_COLUMNS`."""
    together = play.together
    return (
        play.played_at_s,
        play.digest,
        play.title,
        play.rate_pct,
        play.pair,
        play.duet_score,
        together.score,
        together.low,
        together.high,
        together.pairs,
        together.typical_gap_us,
        int(together.relative),
        play.replay,
    )


def part_values(part: Part) -> tuple[object, ...]:
    """In the order of `PART_COLUMNS`."""
    offset = part.offset
    return (
        part.name,
        int(part.is_bot),
        part.device,
        part.rules,
        offset.input_us,
        offset.came_from.value,
        offset.measured_on.isoformat() if offset.measured_on else None,
        *(getattr(part.result, column) for column in RESULT_COLUMNS),
    )


def plays_in(plays: Iterable[sqlite3.Row], parts: Iterable[sqlite3.Row]) -> tuple[Play, ...]:
    """The plays of two queries, in the order of the first; the parts' by player.

    A play that lacks a part, or has values that no play has, is left out: somebody has been at
    the file.
    """
    found: dict[int, list[Part]] = {}
    for row in parts:
        part = _part(row)
        if part is not None:
            found.setdefault(row["play"], []).append(part)
    whole = ((row, found.get(row["id"], ())) for row in plays)
    return tuple(
        _play(row, tuple(mine))
        for row, mine in whole
        if len(mine) == len(PLAYERS) and _has_numbers(row, _PLAY_NUMBERS)
    )


def _play(row: sqlite3.Row, parts: tuple[Part, ...]) -> Play:
    return Play(
        played_at_s=row["played_at_s"],
        digest=row["digest"],
        title=row["title"],
        rate_pct=row["rate_pct"],
        duet_score=row["duet_score"],
        parts=parts,
        together=TogetherResult(
            score=row["together"],
            low=row["together_low"],
            high=row["together_high"],
            pairs=row["together_pairs"],
            typical_gap_us=row["typical_gap_us"],
            relative=bool(row["is_relative"]),
        ),
        replay=row["replay"],
    )


def _part(row: sqlite3.Row) -> Part | None:
    """A part; None if a value of it is none."""
    if not _has_numbers(row, _PART_NUMBERS):
        return None
    values: Mapping[str, int] = {column: row[column] for column in RESULT_COLUMNS}
    try:
        offset = OffsetInUse(
            row["input_offset_us"],
            OffsetFrom(row["offset_from"]),
            date.fromisoformat(row["measured_on"]) if row["measured_on"] else None,
        )
    except (ValueError, TypeError):
        return None
    return Part(
        name=row["name"],
        is_bot=bool(row["is_bot"]),
        device=row["device"],
        rules=row["rules"],
        offset=offset,
        result=PlayerResult(**values),  # type: ignore[arg-type]  # layout is the one text
    )


def _has_numbers(row: sqlite3.Row, columns: Iterable[str]) -> bool:
    """Whether there are whole numbers, or nothing where nothing may be: SQLite keeps any value."""
    return all(
        isinstance(row[column], int) or (row[column] is None and column in _MAY_LACK)
        for column in columns
    )
