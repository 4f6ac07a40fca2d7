"""Systems: lines that show the same bars, one under the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from game.charts.syntax.lines import Line, LineKind
from game.charts.syntax.rows import Row, parse_row

_ENDS_A_SYSTEM = (LineKind.BLANK, LineKind.SECTION)
_ROWS = (LineKind.LANE, LineKind.RULER)


@dataclass(frozen=True, slots=True)
class System:
    """A block of rows without a blank line or a section line between them."""

    rows: tuple[Row, ...]
    """Lanes and rulers in their order; comments between them are lines of the document."""

    @property
    def lanes(self) -> tuple[Row, ...]:
        """The rows that are not rulers."""
        return tuple(row for row in self.rows if not row.is_ruler)

    @property
    def first_line(self) -> int:
        """Number of its first row's line."""
        return self.rows[0].line.number

    @property
    def last_line(self) -> int:
        """Number of its last row's line."""
        return self.rows[-1].line.number

    @property
    def bar_count(self) -> int:
        """How many bars most of its lanes have; on a tie, the lanes further up decide.

        Lanes without a closing `|` count only if there are no others.
        """
        closed = [row for row in self.lanes if row.is_closed] or self.lanes
        counts = Counter(len(row.cells) for row in closed)
        return counts.most_common(1)[0][0] if counts else 0


def group_systems(lines: Iterable[Line]) -> tuple[System, ...]:
    """The systems of a chart in their order."""
    systems: list[System] = []
    rows: list[Row] = []
    for line in lines:
        if line.kind in _ROWS:
            rows.append(parse_row(line))
        elif line.kind in _ENDS_A_SYSTEM and rows:
            systems.append(System(tuple(rows)))
            rows = []
    if rows:
        systems.append(System(tuple(rows)))
    return tuple(systems)
