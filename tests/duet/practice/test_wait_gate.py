"""Where the song waits."""

from __future__ import annotations

from helpers import chart

from game.charts.compile import compile_timeline
from game.charts.timeline import Timeline
from game.duet.practice.wait_gate import WaitGate
from game.judge.verdict import Grade, Verdict
from game.timing.units import Micros


def timeline(rows: str) -> Timeline:
    return compile_timeline(chart(rows), 1)


def struck(note: int | None, grade: Grade = Grade.PERFECT) -> Verdict:
    return Verdict(Micros(0), grade, "snare", note, 0, 100, True)


def test_the_song_waits_at_the_first_note_that_is_open() -> None:
    gate = WaitGate(timeline("P1 snare |x-x-|"))
    verdicts: list[Verdict] = []
    assert gate.due_us(verdicts) == 0
    verdicts.append(struck(None, Grade.OVERHIT))
    assert gate.due_us(verdicts) == 0
    verdicts.append(struck(0))
    assert gate.due_us(verdicts) == 1_000_000
    verdicts.append(struck(1))
    assert gate.due_us(verdicts) is None


def test_all_drums_of_a_chord_are_waited_for() -> None:
    gate = WaitGate(timeline("P1 snare |x---|\nP1 kick |o---|"))
    assert gate.due_us([struck(1)]) == 0
    assert gate.due_us([struck(1), struck(0)]) is None


def test_nobody_waits_for_a_roll() -> None:
    gate = WaitGate(timeline("P1 snare |r==x|"))
    assert gate.due_us([]) == 1_500_000
