"""The plays of all evenings: written one by one, found by pair and by song."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.app.history.database import Database
from game.app.history.people import person_key
from game.charts.model import PLAYERS

if TYPE_CHECKING:
    from game.app.history.play import Play

FULL_RATE_PCT = 100
"""Slower plays are kept, and are nobody's best."""

_IS_A_BEST = f"pair IS NOT NULL AND rate_pct >= {FULL_RATE_PCT}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who have played together."""

    key: str
    names: tuple[str, ...]
    """As they typed them the last time, from P1 to P2; "" for nobody's name."""

    plays: int
    last_played_at_s: int


@dataclass(frozen=True, slots=True)
class Best:
    """The highest of each over a song's plays by two people, at full speed or faster."""

    duet_score: int
    together: int | None
    """None if it was never known."""

    plays: int


class History:
    """What is kept in a database of plays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, play: Play) -> bool:
        """Keep a play; False, and the database has said why, if it could not be."""
        return self._database.write(
            lambda connection: insert(connection, play), "this play is not in your history"
        )

    def pairs(self) -> tuple[Pair, ...]:
        """All pairs of people, those that played last first."""
        rows = self._database.rows(
            "SELECT pair, COUNT(*) AS plays, MAX(played_at_s) AS last_s, MAX(id) AS last_id "
            "FROM plays WHERE pair IS NOT NULL GROUP BY pair ORDER BY last_id DESC"
        )
        names = self._latest_names()
        return tuple(
            Pair(row["pair"], names[row["last_id"]], row["plays"], row["last_s"])
            for row in rows
            if len(names.get(row["last_id"], ())) == len(PLAYERS)
        )

    def plays(self, pair: str | None = None) -> tuple[Play, ...]:
        """The plays of a pair, oldest first; None: all plays, those with bots too."""
        # Imported here: the first picture of the program does not wait for the engine.
        from game.app.history.rows import plays_in  # noqa: PLC0415

        where, values = ("WHERE pair = ?", (pair,)) if pair is not None else ("", ())
        plays = self._database.rows(f"SELECT * FROM plays {where} ORDER BY id", values)
        parts = self._database.rows(
            f"SELECT parts.* FROM parts JOIN plays ON play = id {where} ORDER BY play, player",
            values,
        )
        return plays_in(plays, parts)

    def best_by_digest(self, pair: str | None = None) -> Mapping[str, Best]:
        """The best of every song that people have played, by the chart's digest.

        Args:
            pair: only what these two did.
        """
        where, values = (" AND pair = ?", (pair,)) if pair is not None else ("", ())
        rows = self._database.rows(
            "SELECT digest, MAX(duet_score) AS duet_score, MAX(together) AS together, "
            f"COUNT(*) AS plays FROM plays WHERE {_IS_A_BEST}{where} GROUP BY digest",
            values,
        )
        return {
            row["digest"]: Best(row["duet_score"], row["together"], row["plays"]) for row in rows
        }

    def last_played_by_digest(self) -> Mapping[str, int]:
        """When each song was played last, by people or bots: seconds since 1970."""
        rows = self._database.rows(
            "SELECT digest, MAX(played_at_s) AS last_s FROM plays GROUP BY digest"
        )
        return {row["digest"]: row["last_s"] for row in rows}

    def names(self) -> tuple[str, ...]:
        """The names that people have played under, each once, the latest first."""
        rows = self._database.rows(
            "SELECT name, MAX(play) AS last FROM parts WHERE is_bot = 0 AND name <> '' "
            "GROUP BY name ORDER BY last DESC, name"
        )
        latest: dict[str, str] = {}
        for row in rows:
            latest.setdefault(person_key(row["name"]), row["name"])
        return tuple(latest.values())

    def _latest_names(self) -> Mapping[int, tuple[str, ...]]:
        """The names in the last play of each pair, by the play's number."""
        rows = self._database.rows(
            "SELECT play, name FROM parts JOIN (SELECT MAX(id) AS last FROM plays "
            "WHERE pair IS NOT NULL GROUP BY pair) ON play = last ORDER BY play, player"
        )
        names: dict[int, tuple[str, ...]] = {}
        for row in rows:
            names[row["play"]] = (*names.get(row["play"], ()), row["name"])
        return names


def insert(connection: sqlite3.Connection, play: Play) -> None:
    """Put a play into the tables; part of a `Database.write`."""
    from game.app.history import rows  # noqa: PLC0415

    number = connection.execute(_into("plays", rows.PLAY_COLUMNS), rows.play_values(play)).lastrowid
    connection.executemany(
        _into("parts", ("play", *rows.PART_COLUMNS)),
        [(number, *rows.part_values(part)) for part in play.parts],
    )


def _into(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
