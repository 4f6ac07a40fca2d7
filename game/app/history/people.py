"""Who played: people go by the names that they type, pairs by both, whoever sits where."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_BETWEEN = "\n"
"""Stands in no name."""


def person_key(name: str) -> str:
    """The same for all ways to type one name: case, width and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def pair_key(names: Iterable[str]) -> str:
    """The same for two people in either order; people without a name are one each."""
    return _BETWEEN.join(sorted(person_key(name) for name in names))


def without_default(name: str, defaults: Iterable[str]) -> str:
    """A typed name, or "" for one that only says which seat it is."""
    return "" if name in defaults else name
