"""`%` and `%2` to `%8`: this lane's bar before, or the bar that many before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from game.charts.reader.faults import Faults, quoted
from game.charts.reader.sheet import Cells, PlacedCell, Sheet
from game.charts.reader.symbols import REPEAT
from game.timing.tempo_map import Bar

_REPEAT = re.compile(r"%([0-9]*)")
_DISTANCES = {"": 1} | {str(number): number for number in range(2, 9)}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a lane plays in a bar."""

    shown: PlacedCell
    """The cell of the bar itself, which may be a `%`."""

    source: PlacedCell | None
    """The cell in which it is written out; None if a `%` has nothing to repeat."""

    @property
    def is_repeat(self) -> bool:
        return self.shown is not self.source


def resolve(
    cells: Cells, sheet: Sheet, bars: Sequence[Bar] | None, faults: Faults
) -> dict[int, Resolved]:
    """Every bar of a lane that says something, with its `%` followed to where it is written out.

    Args:
        cells: the lane's cells that are not blank.
        sheet: knows where sections start, and which bars hold faults.
        bars: for comparing lengths; None while the meters are still being read.
        faults: told of every `%` that cannot be followed.
    """
    resolved: dict[int, Resolved] = {}
    for bar in sorted(cells):
        shown = cells[bar]
        match = _REPEAT.fullmatch("".join(shown.text.split())) if REPEAT in shown.text else None
        if not match:
            resolved[bar] = Resolved(shown, shown)
            continue
        fault = _fault(match[1], bar, resolved, sheet, bars)
        repeated = None if fault else resolved.get(bar - _DISTANCES[match[1]])
        resolved[bar] = Resolved(shown, repeated.source if repeated else None)
        if fault:
            faults.add(shown.line, shown.column, *fault)
    return resolved


def _fault(
    number: str,
    bar: int,
    resolved: dict[int, Resolved],
    sheet: Sheet,
    bars: Sequence[Bar] | None,
) -> tuple[str, str] | None:
    """Message and hint for a `%` that cannot be followed; none where another fault may be why."""
    distance = _DISTANCES.get(number)
    if distance is None:
        hint = "write %" if number in ("0", "1") else ""
        return f"found {quoted(REPEAT + number)}, expected % or %2 to %8", hint
    source = bar - distance
    place = "the bar before" if distance == 1 else f"the bar {distance} before"
    if source < sheet.section_starts[bar]:
        which = f"bar {bar - sheet.section_starts[bar] + 1} of its section"
        return f'"%{number}" has nothing to repeat: this is {which}', "write the bar out"
    if source not in resolved:
        if source in sheet.broken_bars:
            return None
        message = f'"%{number}" has nothing to repeat: {place} is blank in this lane'
        return message, "write the bar out"
    if bars and bars[source].meter.length_beats != bars[bar].meter.length_beats:
        meters = f"{bars[source].meter}, this one in {bars[bar].meter}"
        message = f'"%{number}" cannot repeat a bar of another length: {place} is in {meters}'
        return message, "write the bar out"
    return None
