"""The parts of both players, gathered from their lanes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS, Part
from game.charts.reader.faults import Faults
from game.charts.reader.lanes import LaneReader
from game.charts.reader.placed import PlacedNote, WrittenCell
from game.charts.reader.sheet import Sheet
from game.timing.tempo_map import Bar

PartBars = dict[int, list[PlacedNote]]
"""Bar index -> the notes of all lanes there, sorted by beat, then piece."""

PlacedParts = dict[tuple[int, int], PartBars]
"""(player, level) -> what is written for it. A level has an entry for each bar it overrides."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What all lanes of notes say."""

    parts: PlacedParts
    written: tuple[WrittenCell, ...]
    """The cells that they come from."""

    faulty: frozenset[tuple[int, int]]
    """(player, bar) where faults may hide notes."""


def read_notes(sheet: Sheet, bars: Sequence[Bar], faults: Faults) -> Notes:
    """All notes as written, `&` not yet passed on to the partner."""
    reader = LaneReader(sheet, bars, faults)
    parts: PlacedParts = {(player, level): {} for player in PLAYERS for level in LEVELS}
    for key, cells in sheet.notes.items():
        part = parts[key.player, key.level]
        for bar, notes in reader.read(key, cells).items():
            part.setdefault(bar, []).extend(notes)
    for part in parts.values():
        for notes in part.values():
            notes.sort(key=lambda placed: (placed.order, placed.note.piece))
    faulty = {(player, bar) for player in PLAYERS for bar in sheet.broken_bars}
    return Notes(parts, tuple(reader.written.values()), frozenset(faulty | reader.faulty))


def to_part(player: int, parts: Mapping[tuple[int, int], PartBars], source: int) -> Part:
    """The part of a player, which in a solo chart is what player 1 (`source`) has."""
    full = parts[source, FULL_LEVEL]
    notes = tuple(placed.note for bar in sorted(full) for placed in full[bar])
    overrides = {
        (level, bar): tuple(placed.note for placed in part[bar])
        for level in LEVELS
        if level != FULL_LEVEL
        for part in (parts[source, level],)
        for bar in sorted(part)
    }
    return Part(player, notes, overrides)
