"""Which notes a frame touches."""

from hypothesis import given, settings
from hypothesis import strategies as st
from view_scenes import QUARTER_US, timelines

from game.charts.layouts import LAYOUTS
from game.view.highway.geometry import NEAR, Lanes, nearness_of
from game.view.highway.track import Track, partners

APPROACH_US = 1_000_000


def track(text: str) -> Track:
    timeline = timelines(text)[0]
    return Track(timeline, Lanes.of(tuple(LAYOUTS["four"].lanes), "four"), "standard")


def test_notes_are_seen_from_the_far_end_on() -> None:
    quarters = track("P1 snare |xxxx|")
    # Quarters at 0, 0.5, 1.0 and 1.5 s; one second ahead is seen.
    assert [seen.note for seen in quarters.seen(bytes(4), 0, APPROACH_US)] == [2, 1, 0]


def test_far_notes_come_first_so_that_near_ones_lie_over_them() -> None:
    seen = track("P1 snare |xxxx|").seen(bytes(4), 0, APPROACH_US)
    assert [note.nearness for note in seen] == sorted(note.nearness for note in seen)


def test_a_note_at_its_moment_is_as_near_as_the_hit_line() -> None:
    (seen,) = track("P1 snare |-x--|").seen(bytes(1), QUARTER_US, APPROACH_US)
    assert seen.nearness == 1


def test_a_note_that_was_hit_is_gone() -> None:
    seen = track("P1 snare |xx--|").seen(b"\x01\x00", 0, APPROACH_US)
    assert [note.note for note in seen] == [1]


def test_a_missed_note_passes_as_missed() -> None:
    seen = track("P1 snare |xx--|").seen(b"\x02\x00", 100_000, APPROACH_US)
    assert [(note.note, note.is_missed) for note in seen] == [(1, False), (0, True)]


def test_a_note_leaves_at_the_lower_end() -> None:
    hit = track("P1 snare |x---|")
    past_us = next(t for t in range(0, 500_000, 1_000) if not hit.seen(bytes(1), t, APPROACH_US))
    assert nearness_of(-past_us / APPROACH_US) >= NEAR - 0.01


def test_fewer_judged_bytes_than_notes_mean_open_notes() -> None:
    assert len(track("P1 snare |xx--|").seen(b"", 0, APPROACH_US)) == 2


def test_a_roll_is_cut_at_the_hit_line_and_at_the_far_end() -> None:
    roll = track("P1 snare |r=======--------|")  # from 0 to 1 s, eight sixteenths
    (early,) = roll.seen_rolls(-500_000, APPROACH_US)
    assert (early.near, early.far) == (nearness_of(0.5), nearness_of(1))
    (late,) = roll.seen_rolls(600_000, APPROACH_US)
    assert (late.near, late.far) == (1, nearness_of(0.4))
    assert roll.seen_rolls(1_000_000, APPROACH_US) == []


def test_pulses_on_a_bar_line_are_drawn_as_the_bar_line() -> None:
    two_bars = track("P1 snare |x---|x---|")
    bars = two_bars.bar_lines(1_500_000, APPROACH_US)
    pulses = two_bars.pulse_lines(1_500_000, APPROACH_US)
    assert bars == [nearness_of(0.5)]  # at 2 s
    assert pulses == [1, nearness_of(1)]  # at 1.5 and 2.5 s


def test_shared_notes_know_their_partners() -> None:
    first, second = timelines(
        """\
        P1 crash |--&-|
        P1 snare |x---|
        P2 tom1  |-x--|
        P2 snare |--x-|
        """
    )
    assert partners(first, second) == {1: 1}


@settings(max_examples=60, deadline=None)
@given(
    symbols=st.text("x-", min_size=16, max_size=16),
    states=st.binary(min_size=16, max_size=16),
    now_us=st.integers(-2_000_000, 4_000_000),
    approach_us=st.integers(300_000, 3_000_000),
)
def test_exactly_the_open_notes_in_sight_are_seen(
    symbols: str, states: bytes, now_us: int, approach_us: int
) -> None:
    prepared = track(f"P1 snare |{symbols}|")
    notes = prepared.timeline.notes
    judged = bytes(state % 3 for state in states[: len(notes)])
    seen = {each.note for each in prepared.seen(judged, now_us, approach_us)}
    for index, note in enumerate(notes):
        ahead = (note.at_us - now_us) / approach_us
        if judged[index] == 1 or ahead > 1:
            assert index not in seen
        elif 0 <= ahead <= 1:
            assert index in seen
