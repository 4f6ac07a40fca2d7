import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulated_tapper import Tapper

from game.timing.calibration import (
    BEAT_US,
    Estimate,
    Reason,
    Refusal,
    estimate,
    is_enough,
    is_worth_splitting,
    refinement_us,
    split_the_difference,
)

RUNS = 100
EXPECTED_RUNS = 90

ERRORS_MS = [
    # SD, taps, allowed error
    (10, 32, 8),
    (10, 48, 5),
    (15, 32, 8),
    (15, 48, 5),
    (30, 32, 15),
    (30, 48, 12),
]
"""What that many taps are worth: ±5 to 8 ms for a steady player, ±12 to 15 for a novice."""


def results(tapper: Tapper, taps: int) -> list[Estimate | Refusal]:
    return [estimate(tapper.taps_us(taps, seed)) for seed in range(RUNS)]


def errors_ms(tapper: Tapper, taps: int) -> list[float]:
    return [
        abs(result.median_us / 1_000 - tapper.latency_ms)
        for result in results(tapper, taps)
        if isinstance(result, Estimate)
    ]


@pytest.mark.parametrize(("sd_ms", "taps", "allowed_ms"), ERRORS_MS)
@pytest.mark.parametrize("latency_ms", [-40, 18, 250, 400])
def test_a_known_latency_is_found(
    sd_ms: float, taps: int, allowed_ms: float, latency_ms: float
) -> None:
    found_ms = errors_ms(Tapper(latency_ms, sd_ms), taps)
    near = sum(error_ms <= allowed_ms for error_ms in found_ms)
    assert near >= EXPECTED_RUNS / RUNS * len(found_ms)


@pytest.mark.parametrize("sd_ms", [10, 15, 20, 25])
def test_nobody_who_taps_fairly_evenly_is_refused(sd_ms: float) -> None:
    assert len(errors_ms(Tapper(18, sd_ms), 32)) >= 98
    assert len(errors_ms(Tapper(18, sd_ms), 64)) == RUNS


def test_a_novice_is_accepted_when_the_test_has_run_its_length() -> None:
    found_ms = errors_ms(Tapper(18, 30), 64)
    assert sum(error_ms <= 12 for error_ms in found_ms) >= EXPECTED_RUNS


def test_a_tapper_who_is_too_loose_is_refused_and_told_why() -> None:
    refusals = [result for result in results(Tapper(18, 45), 64) if isinstance(result, Refusal)]
    assert len(refusals) >= EXPECTED_RUNS
    assert {refusal.reason for refusal in refusals} == {Reason.TOO_LOOSE}
    assert all(refusal.robust_sd_us and refusal.robust_sd_us > 35_000 for refusal in refusals)


@pytest.mark.parametrize("sd_ms", [10, 15, 20, 30])
def test_the_truth_lies_within_the_uncertainty_that_is_shown(sd_ms: float) -> None:
    tapper = Tapper(-18, sd_ms)
    found = [result for result in results(tapper, 48) if isinstance(result, Estimate)]
    within = sum(abs(each.median_us + 18_000) <= each.uncertainty_us for each in found)
    assert within >= EXPECTED_RUNS / RUNS * len(found)


def test_outliers_and_doubled_taps_move_nothing() -> None:
    clean = Tapper(100, 12, outliers=0, doubled=0, missed=0, drift_ms=0)
    dirty = Tapper(100, 12, outliers=0.05, doubled=0.1, missed=0.1, drift_ms=0)
    worst_ms = max(errors_ms(clean, 48)), max(errors_ms(dirty, 48))
    assert worst_ms[0] < 7
    assert worst_ms[1] < 9


def test_taps_on_the_dot_are_certain() -> None:
    taps_us = [beat * BEAT_US - 18_000 for beat in range(32)]
    assert estimate(taps_us) == Estimate(-18_000, 0, 0, 28)


REFUSED = [
    ("none", [], Reason.TOO_FEW),
    ("15 taps", [beat * BEAT_US for beat in range(15)], Reason.TOO_FEW),
    ("twice a beat", [half * BEAT_US // 2 for half in range(64)], Reason.DOUBLED),
    # Each tap 37 ms further round the beat: no offset at all.
    ("another tempo", [beat * (BEAT_US + 37_000) for beat in range(48)], Reason.TOO_LOOSE),
    ("430 ms late", [beat * BEAT_US + 430_000 for beat in range(32)], Reason.OUT_OF_REACH),
]


@pytest.mark.parametrize(
    ("taps_us", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_says_nothing_is_refused(taps_us: list[int], reason: Reason) -> None:
    result = estimate(taps_us)
    assert isinstance(result, Refusal)
    assert result.reason == reason


@given(st.lists(st.integers(-(10**6), 60 * BEAT_US), max_size=80))
def test_any_taps_get_an_answer_that_keeps_to_its_limits(taps_us: list[int]) -> None:
    result = estimate(taps_us)
    if isinstance(result, Estimate):
        assert -150_000 <= result.median_us <= 420_000
        assert 0 <= result.robust_sd_us <= 35_000
        assert 0 <= result.taps <= len(taps_us)


def taps_until_done(tapper: Tapper, seed: int) -> int:
    taps_us = sorted(tapper.taps_us(80, seed))
    return next(count for count in range(81) if is_enough(estimate(taps_us[:count]), count))


def test_a_steady_player_is_done_sooner_than_a_novice() -> None:
    steady = [taps_until_done(Tapper(0, 12, drift_ms=0), seed) for seed in range(30)]
    novice = [taps_until_done(Tapper(0, 30, drift_ms=0), seed) for seed in range(30)]
    assert sorted(steady)[15] == 32
    assert min(steady) == 32
    assert sorted(novice)[15] > 48
    assert max(novice) == 64


def test_two_players_ten_milliseconds_apart_are_left_as_they_are() -> None:
    assert not is_worth_splitting(-18_000, -28_000)
    assert is_worth_splitting(-18_000, -28_001)
    assert split_the_difference(-18_000, -30_000) == -24_000


SONGS = [
    # hits, each this late in µs -> how far the offset moves
    ([8_000] * 99, None),
    ([8_000] * 100, 2_000),
    ([-8_000] * 100, -2_000),
    ([0] * 100, 0),
    ([3] * 150, 0),  # a quarter of 3 µs
    ([-30_000] * 49 + [12_000] * 51 + [90_000] * 20, 3_000),  # the median, not the mean
]


@pytest.mark.parametrize(("hits_us", "moved_us"), SONGS)
def test_a_song_moves_an_offset_a_quarter_of_the_way(
    hits_us: list[int], moved_us: int | None
) -> None:
    assert refinement_us(hits_us) == moved_us
