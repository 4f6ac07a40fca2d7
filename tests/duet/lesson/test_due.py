"""Which keys are lit before the note arrives."""

from __future__ import annotations

import pytest
from rhythm import MS, part

from game.duet.lesson.due import due_lanes

BAR_US = 1_600 * MS
OPEN = bytes(4)


def test_the_first_drum_is_lit_a_bar_ahead() -> None:
    timeline = part("snare ---- ---- ---- ---- ---- x---")  # at 2000 ms
    assert due_lanes(timeline, OPEN, 399 * MS, BAR_US) == ()
    assert due_lanes(timeline, OPEN, 400 * MS, BAR_US) == ("snare",)


@pytest.mark.parametrize(
    ("now_ms", "lit"),
    [
        (159, ()),  # 400 - 3/5 of 400 = 160
        (160, ("snare",)),
        (400, ("snare",)),
        (550, ("snare",)),  # late, and still to be struck
    ],
)
def test_a_drum_goes_dark_between_two_strokes(now_ms: int, lit: tuple[str, ...]) -> None:
    timeline = part("snare x---x---")
    assert due_lanes(timeline, bytes([1, 0]), now_ms * MS, BAR_US) == lit


def test_both_drums_of_a_moment_are_lit_until_each_is_struck() -> None:
    timeline = part("snare x---", "kick x---")
    kick, snare = (note.lane for note in timeline.notes)
    assert due_lanes(timeline, bytes([0, 0]), 0, BAR_US) == (kick, snare)
    assert due_lanes(timeline, bytes([1, 0]), 0, BAR_US) == (snare,)


def test_a_roll_that_nobody_played_holds_no_light() -> None:
    timeline = part("snare r===--------", "kick --------x---")
    assert due_lanes(timeline, bytes([0, 0]), 560 * MS, BAR_US) == ("kick",)


def test_nothing_is_lit_behind_the_last_note() -> None:
    assert due_lanes(part("snare x---"), bytes([1]), 0, BAR_US) == ()
