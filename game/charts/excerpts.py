"""Some bars of a chart, chosen by their numbers or by a section's name."""

from __future__ import annotations

import re

from game.charts.model import Chart
from game.charts.reader.faults import quoted
from game.charts.reader.near_miss import did_you_mean
from game.errors import GameError

_RANGE = re.compile(r"(?P<first>[0-9]{1,6})(?:\s*[-–]\s*(?P<last>[0-9]{1,6}))?")


def bars_of_text(chart: Chart, text: str) -> range:
    """The indices of the bars in `5-12`, or of the one in `5`; numbers count from 1.

    Raises:
        GameError: it is no such text, or a bar is not in the chart.
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise GameError(f"found bars {quoted(text)}, expected such as 5-12 or 5")
    first = int(match["first"])
    last = int(match["last"] or first)
    count = len(chart.bars)
    if last < first:
        hint = f"write {last}-{first}"
        raise GameError(f"found bars {first}-{last}, expected the lower number first", hint)
    if first < 1 or last > count:
        raise GameError(f"found bars {quoted(text)}, expected bars within 1-{count}")
    return range(first - 1, last)


def bars_of_section(chart: Chart, name: str) -> range:
    """The indices of a section's bars; of the first one where several have that name.

    Raises:
        GameError: no section with any bars is called that.
    """
    ends = sorted({*(section.bar for section in chart.sections), len(chart.bars)})
    for section in chart.sections:
        later = [end for end in ends if end > section.bar]
        if later and section.name.casefold() == name.strip().casefold():
            return range(section.bar, later[0])
    names = [section.name for section in chart.sections]
    known = f"one of {', '.join(names)}" if names else "a chart with sections"
    hint = did_you_mean(name, names)
    raise GameError(f"found no section {quoted(name)}, expected {known}", hint)
