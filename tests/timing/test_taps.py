import pytest

from game.timing.taps import DROPPED_TAPS, match_taps

BEAT_US = 600_000


def beats(count: int, offset_ms: int = 0) -> list[int]:
    return [beat * BEAT_US + offset_ms * 1_000 for beat in range(count)]


def test_the_first_four_taps_are_dropped() -> None:
    assert len(match_taps(beats(10), BEAT_US).offsets_us) == 10 - DROPPED_TAPS
    assert match_taps(beats(4), BEAT_US).offsets_us == ()


@pytest.mark.parametrize("late_ms", [-150, -60, 0, 18, 250, 299, 301, 400])
def test_taps_find_their_beats_however_late_they_are(late_ms: int) -> None:
    # On beats 600 ms apart, 400 ms late lies nearer to the following beat.
    assert set(match_taps(beats(12, late_ms), BEAT_US).offsets_us) == {late_ms * 1_000}


def test_a_beat_that_was_missed_shifts_nothing() -> None:
    taps_us = [tap_us for tap_us in beats(14, 20) if tap_us // BEAT_US != 9]
    matched = match_taps(taps_us, BEAT_US)
    assert matched.offsets_us == (20_000,) * 9
    assert matched.doubled == 0


def test_a_beat_that_was_tapped_twice_says_nothing() -> None:
    matched = match_taps([*beats(14, 20), 8 * BEAT_US + 120_000], BEAT_US)
    assert matched.offsets_us == (20_000,) * 9
    assert matched.doubled == 1


def test_two_hands_that_come_down_together_are_one_stroke() -> None:
    left_us, right_us = beats(12, 20), beats(12, 45)  # 25 ms apart
    matched = match_taps([*left_us, *right_us], BEAT_US)
    assert matched.offsets_us == (20_000,) * 8
    assert matched.doubled == 0


def test_a_player_who_taps_halves_of_beats_doubles_nearly_all_of_them() -> None:
    matched = match_taps(range(0, 20 * BEAT_US, BEAT_US // 2), BEAT_US)
    assert matched.doubled > len(matched.offsets_us)
