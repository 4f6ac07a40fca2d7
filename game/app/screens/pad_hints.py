"""Hints for who steers by pads: the names of drums in the place of keys."""

from __future__ import annotations

from collections.abc import Sequence

from game.view.strings import Strings
from game.view.widgets.frame import Hint


def by_pads(hints: Sequence[Hint], strings: Strings) -> tuple[Hint, ...]:
    """The hints that pads can follow; one without a key stays as it is."""
    pads = {
        "←": strings("drums.snare"),
        "↑": strings("drums.tom1"),
        "↓": strings("drums.tom2"),
        "→": strings("drums.tom3"),
        strings("common.enter"): strings("drums.kick"),
        strings("common.escape"): strings("lanes.cymbal"),
    }
    return tuple(
        Hint(tuple(pads[cap] for cap in hint.caps), hint.text)
        for hint in hints
        if all(cap in pads for cap in hint.caps)
    )
