"""Two newcomers' hands in the first minute of the lesson, and what these hands truly did."""

from __future__ import annotations

from dataclasses import dataclass

from chart_hands import presses_of
from program import ROOT, Program
from witness import NS_PER_MS, Witness
from x11 import NS_PER_S, Hands, KeyPress

CHART = ROOT / "charts" / "first-minute" / "first-minute.duet"
BAR_NS = 4 * 60 * NS_PER_S // 104
ON_TIME_NS = 60 * NS_PER_MS
"""A press that the server had within this of its plan cannot miss."""

STAMPS_WRAP_NS = NS_PER_MS << 32
ATTEMPTS = 3


def keys_of_bars(first: int, last: int, from_ns: int) -> list[KeyPress]:
    """What both players press in some bars that begin at a host time."""
    begin_ns, end_ns = first * BAR_NS - NS_PER_S // 100, last * BAR_NS - NS_PER_S // 100
    return [
        KeyPress(from_ns + press.at_ns - first * BAR_NS, press.key)
        for press in presses_of(CHART, 0, level=5)
        if begin_ns <= press.at_ns < end_ns
    ]


def begin_ns(program: Program, idea: int, nth: int = 1) -> int:
    """When the bars of an idea begin, the nth time in tempo."""
    line = rf"idea {idea} in tempo: bars at host (-?\d+) ns"
    return int(program.wait_for_log(rf"(?s)(?:.*?{line}){{{nth}}}")[1])


@dataclass
class LessonHands:
    """Play ideas, watched by a second client of the server.

    On a busy machine the server itself may be late, and so are the presses then: what is owed for
    such a press is nothing. A game that is held up begins its idea anew, and so do the hands.
    """

    program: Program
    hands: Hands
    witness: Witness

    def play(self, idea: int, first_bar: int, last_bar: int) -> list[KeyPress]:
        """Hit the lit keys of an idea, which lasts from a bar up to another; gives the plan."""
        for attempt in range(1, ATTEMPTS + 1):
            plan = keys_of_bars(first_bar, last_bar, begin_ns(self.program, idea, attempt))
            self.hands.play(plan)
            if self.program.log().count(f"idea {idea} in tempo") == attempt:
                return plan
        raise AssertionError(f"the machine has held the game up {ATTEMPTS} times")

    def hits(self, idea: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """What the game says of an idea: hits and notes of P1, and of P2."""
        line = rf"idea {idea}: hit (\d+) of (\d+), (\d+) of (\d+)"
        first, of_first, second, of_second = self.program.wait_for_log(line).groups()
        return (int(first), int(of_first)), (int(second), int(of_second))

    def on_time(self, plan: list[KeyPress], key: str) -> int:
        """How many of a key's planned presses the server has stamped when they were planned."""
        stamps_ns = self.witness.stamps_ns[key]
        planned_ns = (press.at_ns for press in plan if press.key == key)
        return sum(any(_lies_at(stamp, at_ns) for stamp in stamps_ns) for at_ns in planned_ns)


def _lies_at(stamp_ns: int, at_ns: int) -> bool:
    half_ns = STAMPS_WRAP_NS // 2
    return abs((stamp_ns - at_ns + half_ns) % STAMPS_WRAP_NS - half_ns) <= ON_TIME_NS
