"""The rows of the practice screen: what each one changes in the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from game.charts.timeline import Timeline
from game.duet.practice.passes import stepped_rate_pct
from game.duet.practice.plan import PartBy, Plan

THRESHOLDS_PCT: tuple[int | None, ...] = (None, 80, 90, 95, 100)


class Line(IntEnum):
    """The rows: the left column, then the right one."""

    FIRST = 0
    LAST = 1
    SPEED = 2
    STEP_UP = 3
    WAIT = 4
    PART_1 = 5
    PART_2 = 6
    SWAP = 7
    METRONOME = 8
    COUNT_IN = 9


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for one song by those who sit there."""

    timeline: Timeline
    are_bots: tuple[bool, bool]
    """Whether P1's and P2's seats are bots' already."""

    def stepped(self, plan: Plan, line: Line, steps: int) -> Plan:
        """The next or the former choice of a row; the same at its end."""
        bars = len(self.timeline.bars)
        if line is Line.FIRST:
            return replace(plan, bars=plan.bars.moved_first(steps).within(bars))
        if line is Line.LAST:
            return replace(plan, bars=plan.bars.moved_last(steps).within(bars))
        if line is Line.SPEED:
            return replace(plan, rate_pct=stepped_rate_pct(plan.rate_pct, steps))
        if line is Line.STEP_UP:
            index = THRESHOLDS_PCT.index(plan.threshold_pct) + steps
            index = max(0, min(len(THRESHOLDS_PCT) - 1, index))
            return replace(plan, threshold_pct=THRESHOLDS_PCT[index])
        if line in (Line.PART_1, Line.PART_2):
            return self._part_stepped(plan, line - Line.PART_1, steps)
        return _switched(plan, line, steps > 0)

    def _part_stepped(self, plan: Plan, side: int, steps: int) -> Plan:
        choices = [part for part in PartBy if part is not PartBy.BOT or not self.are_bots[side]]
        index = max(0, min(len(choices) - 1, choices.index(plan.parts[side]) + steps))
        parts = list(plan.parts)
        parts[side] = choices[index]
        return replace(plan, parts=tuple(parts))


def _switched(plan: Plan, line: Line, is_on: bool) -> Plan:
    if line is Line.WAIT:
        return replace(plan, waits=is_on)
    if line is Line.SWAP:
        return replace(plan, is_swapped=is_on)
    if line is Line.METRONOME:
        return replace(plan, metronome=is_on)
    return replace(plan, counts_in=is_on)
