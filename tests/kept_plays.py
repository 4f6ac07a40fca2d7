"""Plays for tests of what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.app.history.database import Database
from game.app.history.history import insert
from game.app.history.play import OffsetFrom, OffsetInUse, Part, Play
from game.duet.result import PlayerResult, TogetherResult

EVENING_S = 1_780_000_000
"""28 May 2026, in the evening of Europe."""

DAY_S = 86_400
MEASURED = OffsetInUse(63_000, OffsetFrom.MEASURED, date(2026, 5, 1))
SCORE = 700_000


def part(
    player: int,
    name: str,
    score: int = SCORE,
    *,
    device: str = "keyboard",
    level: int = 3,
    offset: OffsetInUse = MEASURED,
) -> Part:
    """60 of 80 notes hit, and what goes with it."""
    result = PlayerResult(
        player, level, "four", score, 40, 12, 8, 20, 3, 0, 31, 80, -4_200, 17_900
    )  # fmt: skip
    return Part(name, device.startswith("bot"), device, "standard", offset, result)


def play(
    names: tuple[str, str] = ("Mina", "Jun"),
    *,
    day: int = 0,
    song: str = "Ash",
    scores: tuple[int, int] = (SCORE, SCORE),
    together: int | None = 61,
    rate_pct: int = 100,
    devices: tuple[str, str] = ("keyboard", "keyboard"),
    replay: str = "ash.json",
) -> Play:
    """A play of two; its digest is the song's title in small letters."""
    known = TogetherResult(pairs=12)
    if together is not None:
        low, high = max(0, together - 6), min(100, together + 6)
        known = TogetherResult(together, low, high, 118, 30_000 - 250 * together, False)
    parts = tuple(
        part(player, name, score, device=device)
        for player, (name, score, device) in enumerate(
            zip(names, scores, devices, strict=True), start=1
        )
    )
    return Play(
        played_at_s=EVENING_S + day * DAY_S,
        digest=song.lower(),
        title=song,
        rate_pct=rate_pct,
        duet_score=sum(scores) // 2 + 2_000 * (together or 0),
        parts=parts,
        together=known,
        replay=replay,
    )


def many_plays(count: int, names: tuple[str, str] = ("Mina", "Jun")) -> list[Play]:
    """Months of evenings, five songs a night, closer as time goes by; some are too short to tell.

    Nothing in it is drawn by chance, so pictures of it can be compared.
    """
    plays = []
    for index in range(count):
        wave = (index * 37 % 23) - 11
        together = None if index % 29 == 7 else max(0, min(99, 30 + 45 * index // count + wave))
        scores = (450_000 + 400_000 * index // count + 9_000 * wave, 520_000 + 4_000 * wave)
        seats = names if index % 2 == 0 else (names[1], names[0])
        plays.append(
            play(
                seats,
                day=index // 5,
                song=("Ash", "Elm", "Oak", "Rowan", "Willow")[index % 5],
                scores=scores if index % 2 == 0 else (scores[1], scores[0]),
                together=together,
                rate_pct=75 if index % 31 == 3 else 100,
            )
        )
    return plays


def fill(database: Database, plays: Iterable[Play]) -> None:
    """Write many plays at once."""
    assert database.write(lambda connection: [insert(connection, each) for each in plays], "these")
