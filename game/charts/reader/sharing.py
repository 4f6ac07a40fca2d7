"""`&`: moments that both players strike together.

A moment that either player writes as `&` is shared: every note that either of them has there is
marked, while the accent stays with what is written. So a chart says the same whichever of the two
lines, or both, has the `&`. The partner must have a hit there, on any drum.

An `&` of a level's line counts for that level alone: it marks what is written for that level, and
needs a hit in the partner's bar of that level, or, where that is not written, in the full part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from game.charts.model import FULL_LEVEL, PLAYERS
from game.charts.reader.faults import Faults
from game.charts.reader.parts import Notes
from game.charts.reader.placed import PlacedNote
from game.timing.units import Beats


def partner_of(player: int) -> int:
    """The other one."""
    return PLAYERS[0] if player == PLAYERS[1] else PLAYERS[1]


def share(notes: Notes, is_solo: bool, faults: Faults) -> None:
    """Mark all notes of shared moments, in place; an `&` without a partner is a fault.

    Args:
        notes: what is written for each player and level.
        is_solo: both players get player 1's part, so that every `&` has its partner.
        faults: told of every `&` without a partner.
    """
    parts = notes.parts
    shared = {key: _shared_beats(part.values()) for key, part in parts.items()}
    if not is_solo:
        for player, level in parts:
            _check(player, level, notes, faults)
    for (_, level), part in parts.items():
        beats = set[Beats]()
        for player in PLAYERS:
            beats |= shared[player, level] | shared[player, FULL_LEVEL]
        if beats:
            for bar, placed_notes in part.items():
                part[bar] = [_marked(placed, beats) for placed in placed_notes]


def _shared_beats(bars: Iterable[list[PlacedNote]]) -> set[Beats]:
    return {placed.note.beat for notes in bars for placed in notes if placed.note.shared}


def _marked(placed: PlacedNote, beats: set[Beats]) -> PlacedNote:
    if placed.note.shared or placed.note.beat not in beats:
        return placed
    return replace(placed, note=replace(placed.note, shared=True))


def _check(player: int, level: int, notes: Notes, faults: Faults) -> None:
    partner = partner_of(player)
    parts = notes.parts
    for bar, placed_notes in parts[player, level].items():
        written = [placed for placed in placed_notes if placed.note.shared]
        if not written or (partner, bar) in notes.faulty:
            continue
        answer = parts[partner, level].get(bar, parts[partner, FULL_LEVEL].get(bar, []))
        beats = {placed.note.beat for placed in answer}
        for placed in written:
            if placed.note.beat not in beats:
                message = f'"&" without a partner: P{partner} has no hit at this moment'
                hint = f"write one for P{partner}, or X here"
                faults.add(placed.line, placed.column, message, hint)
