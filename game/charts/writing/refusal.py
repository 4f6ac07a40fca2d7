"""What a chart may hold and a `.duet` file cannot."""

from __future__ import annotations

from game.charts.document import DEFAULT_PATH
from game.errors import ChartError


def refusal(bar_index: int, reason: str) -> ChartError:
    """The error for a chart that cannot be written."""
    return ChartError(DEFAULT_PATH, 0, 0, f"bar {bar_index + 1} cannot be written: {reason}")
