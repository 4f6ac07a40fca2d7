"""Counting a play lane by lane and drum by drum."""

import pytest
from helpers import chart
from hypothesis import given, settings
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.charts.timeline import Timeline
from game.judge.judge import Judge
from game.judge.rules import RULES
from game.judge.verdict import HITS, Grade, Verdict
from game.score.lane_stats import LaneStats, lane_stats
from game.timing.units import Micros

MS = 1_000

# At 120 a beat lasts 500 ms: kick on 1 and 3, hat on every eighth, crash on 4.
GROOVE = """
    P1 kick  |o---o---|
    P1 hat   |xxxxxx-x|
    P1 crash |------x-|
"""


def timeline(text: str, layout: str = "four") -> Timeline:
    return compile_timeline(chart(text), 1, layout=layout)


def play(
    notes: Timeline, *presses: tuple[float, str, int], rules: str = "standard"
) -> list[Verdict]:
    """The verdicts of a whole play with these presses: ms, lane, velocity."""
    judge = Judge(notes.notes, RULES["standard"])
    for at_ms, lane, velocity in presses:
        judge.press(Micros(round(at_ms * MS)), lane, velocity)
    judge.advance(judge.end_us)
    return judge.verdicts


def of_lane(stats: tuple[LaneStats, ...], lane: str) -> LaneStats:
    return next(each for each in stats if each.lane == lane)


def test_every_lane_of_the_layout_is_told_of_in_its_order() -> None:
    four, kit = timeline("P1 kick |o---|"), timeline("P1 kick |o---|", "kit")
    assert [each.lane for each in lane_stats(four, [])] == ["tom", "snare", "cymbal", "kick"]
    assert len(lane_stats(kit, [])) == 8
    nothing = of_lane(lane_stats(four, []), "kick").stats
    assert (nothing.notes, nothing.median_velocity, nothing.mean_offset_us) == (0, None, None)


def test_hits_misses_and_errors_of_a_lane() -> None:
    notes = timeline("P1 snare |oooo|")
    # On time, 40 ms late, 80 ms early, and one not at all; and one where nothing is.
    played = play(
        notes, (0, "snare", 90), (540, "snare", 100), (920, "snare", 70), (1800, "snare", 9)
    )
    snare = of_lane(lane_stats(notes, played), "snare")
    stats = snare.stats
    assert (stats.notes, stats.hits, stats.misses, snare.overhits) == (4, 3, 1, 1)
    assert (stats.early, stats.late) == (1, 1)
    assert stats.mean_offset_us == -13_333  # (0 + 40 - 80) / 3 ms
    assert stats.median_offset_us == 0
    assert stats.sd_offset_us == 61_101  # of 0, 40, -80 ms
    assert stats.median_velocity == 90


@pytest.mark.parametrize(
    ("offset_ms", "early", "late"),
    [(-25, 0, 0), (25, 0, 0), (-26, 1, 0), (26, 0, 1)],  # PERFECT is [-25, 25]
)
def test_only_what_is_not_perfect_is_early_or_late(offset_ms: int, early: int, late: int) -> None:
    notes = timeline("P1 kick |-o--|")
    stats = of_lane(lane_stats(notes, play(notes, (500 + offset_ms, "kick", 100))), "kick").stats
    assert (stats.early, stats.late) == (early, late)


def test_the_drums_of_a_lane_are_told_apart() -> None:
    notes = timeline(GROOVE)
    presses = [(0, "cymbal", 60), (250, "cymbal", 62), (1500, "cymbal", 120)]
    cymbal = of_lane(lane_stats(notes, play(notes, *presses)), "cymbal")
    hat, crash = cymbal.pieces
    assert (hat.piece, hat.stats.hits, hat.stats.misses, hat.stats.median_velocity) == (
        "hat",
        2,
        5,
        61,
    )
    assert (crash.piece, crash.stats.hits, crash.stats.median_velocity) == ("crash", 1, 120)
    assert (cymbal.stats.hits, cymbal.stats.misses) == (3, 5)


def test_errors_are_real_time_at_another_speed() -> None:
    notes = timeline("P1 kick |o---|")
    played = play(notes, (20, "kick", 100))
    assert of_lane(lane_stats(notes, played, 50), "kick").stats.mean_offset_us == 40_000


def test_a_flam_counts_as_hit_and_its_error_not_at_all() -> None:
    notes = timeline("P1 snare |f---|")
    snare = of_lane(lane_stats(notes, play(notes, (-30, "snare", 50), (0, "snare", 90))), "snare")
    assert (snare.stats.hits, snare.stats.mean_offset_us, snare.overhits) == (1, None, 0)
    assert snare.stats.median_velocity == 50


def test_a_roll_is_no_note() -> None:
    notes = timeline("P1 snare |r===|")
    snare = of_lane(lane_stats(notes, play(notes, (0, "snare", 50), (100, "snare", 60))), "snare")
    assert (snare.stats.notes, snare.roll_hits, snare.pieces) == (0, 2, ())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-100, 2100),
            st.sampled_from(["tom", "snare", "cymbal", "kick"]),
            st.integers(1, 127),
        )
    )
)
def test_the_lanes_add_up_to_the_play(presses: list[tuple[int, str, int]]) -> None:
    notes = timeline(GROOVE)
    played = play(notes, *sorted(presses))
    lanes = lane_stats(notes, played)
    assert sum(lane.stats.notes for lane in lanes) == len(notes.notes)
    assert sum(lane.stats.hits for lane in lanes) == sum(v.grade in HITS for v in played)
    assert sum(lane.overhits for lane in lanes) == sum(v.grade is Grade.OVERHIT for v in played)
    for lane in lanes:
        assert sum(each.stats.hits for each in lane.pieces) == lane.stats.hits
        assert lane.stats.early + lane.stats.late <= lane.stats.hits
