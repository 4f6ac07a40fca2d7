"""The way from the title to one of its entries, whatever their order."""

from __future__ import annotations

from game.app.screens.title import ENTRIES


def way_to(entry: str) -> tuple[str, ...]:
    """The keys that lead from a fresh title to the entry, and into it."""
    return (*["Down"] * ENTRIES.index(entry), "Return")
