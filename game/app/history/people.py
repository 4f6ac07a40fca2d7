"""Who played: people go by the names that they type, pairs by both, whoever sits where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from game.charts.model import PLAYERS
from game.view.strings import Strings

_BETWEEN = "\n"
"""Stands in no name."""

_SEATS = frozenset(f"P{player}" for player in PLAYERS)
"""As the command line calls the players."""


def person_key(name: str) -> str:
    """The same for all ways to type one name: case, width and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def pair_key(names: Iterable[str]) -> str:
    """The same for two people in either order; people without a name are one each."""
    return _BETWEEN.join(sorted(person_key(name) for name in names))


def without_default(name: str, strings: Strings) -> str:
    """A typed name, or "" for one that only says which seat it is, in any language of ours."""
    return "" if name in _SEATS or name in {strings(f"common.p{n}") for n in PLAYERS} else name
