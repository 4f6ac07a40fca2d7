"""What may be said to the players, as keys of strings: only what the statistics allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.score.together.follow import Following
from game.score.together.report import Report
from game.score.together.tiers import tier


class Sentence(NamedTuple):
    """A key of the strings and what goes into its places."""

    key: str
    values: Mapping[str, object]


def tier_key(score: int) -> str:
    """The key of a score's word."""
    return f"together.tier_{tier(score)}"


def sentences(report: Report, names: Mapping[int, str]) -> tuple[Sentence, ...]:
    """What the play showed, the most telling first; often nothing.

    Args:
        names: what the players are called, by number.
    """
    return (
        *_following(report, names),
        *_reunion(report),
        *_tempo(report, names),
        *_places(report, names),
    )


def _following(report: Report, names: Mapping[int, str]) -> Iterator[Sentence]:
    found = report.following
    if found is None or not found.is_known:
        return
    if found.leads:
        leader, follower = report.players if found.leads > 0 else report.players[::-1]
        values = {"leader": names[leader], "follower": names[follower]}
        yield Sentence("together.leader", values)
    else:
        yield Sentence(f"together.{_no_leader(found)}", {})


def _no_leader(found: Following) -> str:
    return "mutual" if found.is_mutual else "no_leader"


def _reunion(report: Report) -> Iterator[Sentence]:
    found = report.reunion
    if found is None:
        return
    name = "found_again" if found.was_together else "found"
    yield Sentence(f"together.{name}", {"apart": found.apart.name, "again": found.again.name})


def _tempo(report: Report, names: Mapping[int, str]) -> Iterator[Sentence]:
    known = {player: each for player, each in report.tendencies.items() if each is not None}
    rush = [player for player, each in known.items() if each.rushes]
    drag = [player for player, each in known.items() if each.drags]
    if len(rush) == len(report.players):
        yield Sentence("together.both_rush", {})
    elif len(drag) == len(report.players):
        yield Sentence("together.both_drag", {})
    else:
        for name, players in (("rushes", rush), ("drags", drag)):
            for player in players:
                values = {"player": names[player], "bpm": abs(known[player].bpm)}
                yield Sentence(f"together.{name}", values)


def _places(report: Report, names: Mapping[int, str]) -> Iterator[Sentence]:
    """Ahead or behind, unless a device may be the reason."""
    if report.is_relative:
        return
    for player, where in report.places.items():
        if where is not None and where.is_clear:
            name = "behind" if where.median_us > 0 else "ahead"
            values = {"player": names[player], "ms": round(abs(where.median_us) / 1_000)}
            yield Sentence(f"together.{name}", values)
