"""One player's presses against one player's notes."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS, note_at, part, told

from game.charts.timeline import TimedNote
from game.judge.judge import LONG_AGO_US, Judge
from game.judge.rules import RULES, Rules
from game.judge.verdict import NOTE_GRADES, Grade
from game.timing.units import Micros

FOREVER_US = Micros(10**9)


def judged(
    *lines: str,
    presses: Iterable[tuple[float, str]],
    rules: Rules = RULES["standard"],
    step_ms: float = 100,
    to_us: Micros = FOREVER_US,
) -> list[str]:
    """What becomes of presses (ms, lane) on a part; then time passes to `to_us`."""
    judge = Judge(part(*lines, step_ms=step_ms).notes, rules)
    for at_ms, lane in presses:
        judge.press(Micros(round(at_ms * MS)), lane, 100)
    judge.advance(to_us)
    return [told(verdict) for verdict in judge.drain()]


def test_a_press_on_the_note_is_perfect() -> None:
    assert judged("snare --x", presses=[(200, "snare")]) == ["200000 snare perfect 0 +0"]


def test_a_note_without_a_press_is_missed_at_the_first_moment_outside_its_window() -> None:
    assert judged("snare --x", presses=[]) == ["308001 snare miss 0"]


@pytest.mark.parametrize(
    ("rules", "last_us"), [("relaxed", 125_000), ("standard", 108_000), ("tight", 60_000)]
)
def test_the_last_microsecond_of_the_window_still_hits(rules: str, last_us: int) -> None:
    def at(offset_us: int) -> list[str]:
        return judged("snare x", presses=[(offset_us / MS, "snare")], rules=RULES[rules])

    # the window is [-last, +last]
    assert at(last_us) == [f"{last_us} snare good 0 +{last_us}"]
    assert at(-last_us) == [f"{-last_us} snare good 0 -{last_us}"]
    assert at(last_us + 1) == [
        f"{last_us + 1} snare miss 0",
        f"{last_us + 1} snare overhit",
    ]
    assert at(-last_us - 1) == [
        f"{-last_us - 1} snare overhit",
        f"{last_us + 1} snare miss 0",
    ]


def test_time_at_the_windows_edge_leaves_the_note_open() -> None:
    judge = Judge(part("snare x").notes, RULES["standard"])
    judge.advance(Micros(108_000))
    assert judge.drain() == []
    judge.advance(Micros(108_001))
    assert [told(verdict) for verdict in judge.drain()] == ["108001 snare miss 0"]


def test_each_pad_of_a_chord_is_judged_alone() -> None:
    assert judged("snare x", "kick x", presses=[(0, "kick"), (30, "snare")]) == [
        "0 kick perfect 0 +0",
        "30000 snare great 1 +30000",
    ]


def test_a_press_of_another_lane_takes_nothing() -> None:
    assert judged("snare x", presses=[(0, "kick")]) == ["0 kick overhit", "108001 snare miss 0"]


def test_a_second_press_of_a_single_note_is_an_overhit() -> None:
    assert judged("snare x", presses=[(0, "snare"), (5, "snare")]) == [
        "0 snare perfect 0 +0",
        "5000 snare overhit",
    ]


def test_one_missed_note_does_not_make_the_following_run_late() -> None:
    # Sixteenths at 125 ms, the first left out, the others played 10 ms late.
    assert judged(
        "snare xxxx",
        presses=[(135, "snare"), (260, "snare"), (385, "snare")],
        step_ms=125,
    ) == [
        "108001 snare miss 0",
        "135000 snare perfect 1 +10000",
        "260000 snare perfect 2 +10000",
        "385000 snare perfect 3 +10000",
    ]


def test_two_late_hits_do_not_swap() -> None:
    # Notes at 0 and 100 ms, both pressed 60 ms late: each its own.
    assert judged("snare xx", presses=[(60, "snare"), (160, "snare")]) == [
        "60000 snare great 0 +60000",
        "160000 snare great 1 +60000",
    ]


def test_the_later_of_two_open_notes_may_go_first() -> None:
    # 76 ms past the first is past its GREAT edge and 49 ms before the second.
    assert judged("snare xx", presses=[(76, "snare")], step_ms=125) == [
        "76000 snare great 1 -49000",
        "108001 snare miss 0",
    ]


def test_notes_that_expire_together_do_so_in_the_order_of_their_lanes() -> None:
    assert judged("tom x", "kick x", "snare x", presses=[]) == [
        "108001 kick miss 0",
        "108001 snare miss 1",
        "108001 tom miss 2",
    ]


def test_a_narrowed_window_expires_before_an_earlier_wide_one() -> None:
    # snare at 0 is open to 108 ms; kick at 50 ms is capped at 99.999 ms by the kick at 100 ms.
    assert judged("snare x--", "kick -xx", presses=[], step_ms=50) == [
        "100000 kick miss 1",
        "108001 snare miss 0",
        "208001 kick miss 2",
    ]


def test_what_is_due_at_the_time_of_a_press_comes_before_it() -> None:
    assert judged("snare x", "kick -x", presses=[(108.001, "kick")], to_us=Micros(108_001)) == [
        "108001 snare miss 0",
        "108001 kick perfect 1 +8001",
    ]


def test_errors_of_hits_ghosts_and_accents_are_timed() -> None:
    judge = Judge(part("snare x-g-X-f-d", step_ms=500).notes, RULES["standard"])
    for step in range(0, 9, 2):
        judge.press(Micros(step * 500 * MS), "snare", 100)
    assert [verdict.is_timed for verdict in judge.drain()] == [True, True, True, False, False]


def test_a_verdict_keeps_the_velocity() -> None:
    judge = Judge(part("snare x").notes, RULES["standard"])
    judge.press(Micros(0), "snare", 37)
    judge.press(Micros(1), "snare", 38)
    assert [verdict.velocity for verdict in judge.drain()] == [37, 38]


def test_the_judge_starts_before_any_lead_in() -> None:
    judge = Judge([note_at(-5_000_000)], RULES["standard"])
    assert judge.now_us == LONG_AGO_US
    judge.press(Micros(-5_000_000), "snare", 100)
    assert told(judge.drain()[0]) == "-5000000 snare perfect 0 +0"


def test_a_press_behind_the_judges_time_is_refused() -> None:
    judge = Judge([], RULES["standard"])
    judge.advance(Micros(10))
    judge.press(Micros(10), "snare", 100)
    with pytest.raises(ValueError, match="a press at 9 µs, but all up to 10 µs is judged"):
        judge.press(Micros(9), "snare", 100)


def test_time_never_runs_back() -> None:
    judge = Judge(part("snare x").notes, RULES["standard"])
    judge.advance(Micros(50))
    judge.advance(Micros(-50))
    assert judge.now_us == 50


def test_the_end_is_when_the_last_note_has_expired() -> None:
    judge = Judge(part("snare x-x").notes, RULES["standard"])
    judge.advance(judge.end_us)
    assert judge.end_us == 308_001
    assert len(judge.drain()) == 2
    assert Judge([], RULES["standard"]).end_us == LONG_AGO_US


def test_drain_gives_each_verdict_once() -> None:
    judge = Judge(part("snare x").notes, RULES["standard"])
    judge.press(Micros(0), "snare", 100)
    assert len(judge.drain()) == 1
    assert judge.drain() == []
    assert len(judge.verdicts) == 1


presses = st.lists(
    st.tuples(st.integers(-200 * MS, 2_000 * MS), st.sampled_from(["snare", "kick"])), max_size=40
)
notes = st.lists(
    st.builds(
        note_at,
        st.integers(0, 150).map(lambda step: step * 10 * MS),
        st.sampled_from(["snare", "kick"]),
    ),
    max_size=30,
)


@settings(deadline=None)
@given(notes=notes, presses=presses, rules=st.sampled_from(list(RULES.values())))
def test_every_note_is_judged_once_and_every_press_told_once(
    notes: list[TimedNote], presses: list[tuple[int, str]], rules: Rules
) -> None:
    notes.sort(key=lambda note: (note.at_us, note.lane))
    judge = Judge(notes, rules)
    for at_us, lane in sorted(presses):
        judge.press(Micros(at_us), lane, 100)
    judge.advance(FOREVER_US)
    verdicts = judge.drain()
    on_notes = [verdict.note for verdict in verdicts if verdict.grade in NOTE_GRADES]
    assert sorted(note for note in on_notes if note is not None) == list(range(len(notes)))
    assert sum(verdict.grade is not Grade.MISS for verdict in verdicts) == len(presses)
    assert [v.at_us for v in verdicts] == sorted(v.at_us for v in verdicts)
    for verdict in verdicts:
        if verdict.offset_us is not None and verdict.note is not None:
            assert verdict.at_us - notes[verdict.note].at_us == verdict.offset_us
