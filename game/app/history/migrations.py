"""How the history's file came to have its shape: numbered steps, each run once, none ever edited.

`MIGRATIONS[n]` turns a file of version n into one of version n + 1. A new table is a new step.
"""

from __future__ import annotations

import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE plays (
            id INTEGER PRIMARY KEY,
            played_at_s INTEGER NOT NULL,
            digest TEXT NOT NULL,
            title TEXT NOT NULL,
            rate_pct INTEGER NOT NULL,
            pair TEXT,
            duet_score INTEGER NOT NULL,
            together INTEGER,
            together_low INTEGER,
            together_high INTEGER,
            together_pairs INTEGER NOT NULL,
            typical_gap_us INTEGER,
            is_relative INTEGER NOT NULL,
            replay TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE parts (
            play INTEGER NOT NULL REFERENCES plays (id) ON DELETE CASCADE,
            player INTEGER NOT NULL,
            name TEXT NOT NULL,
            is_bot INTEGER NOT NULL,
            device TEXT NOT NULL,
            level INTEGER NOT NULL,
            layout TEXT NOT NULL,
            rules TEXT NOT NULL,
            score INTEGER NOT NULL,
            perfect INTEGER NOT NULL,
            great INTEGER NOT NULL,
            good INTEGER NOT NULL,
            miss INTEGER NOT NULL,
            overhits INTEGER NOT NULL,
            roll_hits INTEGER NOT NULL,
            max_combo INTEGER NOT NULL,
            notes INTEGER NOT NULL,
            median_offset_us INTEGER,
            sd_offset_us INTEGER,
            input_offset_us INTEGER NOT NULL,
            offset_from TEXT NOT NULL,
            measured_on TEXT,
            PRIMARY KEY (play, player)
        ) WITHOUT ROWID
        """,
        "CREATE INDEX plays_of_pair ON plays (pair, played_at_s)",
        "CREATE INDEX plays_of_song ON plays (digest)",
    ),
)

VERSION = len(MIGRATIONS)
"""Of the files that this program writes."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a file; 0 for a new one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, all steps or none.

    Raises:
        sqlite3.Error: it cannot be; the file is as it was.
    """
    if version_of(connection) == VERSION:
        return
    # Two programs may start at once: the second one waits here, and finds the work done.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(version_of(connection), VERSION):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
