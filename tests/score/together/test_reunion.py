"""Where two found each other again: said only where it is clear."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from two_players import STEP_US, leaning, pairs_apart

from game.charts.timeline import TimedSection
from game.score.together.played_pair import PlayedPair
from game.score.together.reunion import Reunion, reunion
from game.timing.units import Micros

SEEDS = 100


def play(
    seed: int, spreads_ms: Sequence[float], pairs: int = 32
) -> tuple[list[PlayedPair], list[TimedSection]]:
    """Sections A, B, C ... of so many pairs; the gap scatters as given for each."""
    gaps: list[float] = []
    for index, spread_ms in enumerate(spreads_ms):
        gaps += leaning(100 * seed + index, spread_ms, pairs, 0.3).tolist()
    sections = [
        TimedSection(Micros(index * pairs * STEP_US), chr(ord("A") + index))
        for index in range(len(spreads_ms))
    ]
    return pairs_apart(gaps), sections


def found(spreads_ms: Sequence[float], pairs: int = 32) -> list[Reunion]:
    """What is said over many plays."""
    said = [reunion(*play(seed, spreads_ms, pairs)) for seed in range(SEEDS)]
    return [each for each in said if each is not None]


def test_a_drift_in_the_middle_is_found_and_so_is_its_end() -> None:
    said = found([12, 12, 50, 50, 12, 12])
    right = [each for each in said if each.apart.name in "CD" and each.again.name == "E"]
    assert len(right) >= 0.95 * SEEDS
    assert sum(each.was_together for each in right) >= 0.95 * SEEDS


def test_who_were_apart_from_the_start_find_each_other_for_the_first_time() -> None:
    said = found([50, 12, 12, 12])
    assert [each for each in said if each.apart.name == "A" and not each.was_together] == said
    assert len(said) >= 0.95 * SEEDS


def test_a_drift_that_nobody_came_back_from_is_not_spoken_of() -> None:
    assert len(found([12, 12, 12, 50])) <= 0.02 * SEEDS


@pytest.mark.parametrize("spread_ms", [10, 20, 30, 40])
@pytest.mark.parametrize("pairs", [16, 48])
def test_even_plays_seldom_get_the_sentence(spread_ms: float, pairs: int) -> None:
    assert len(found([spread_ms] * 8, pairs)) <= 0.05 * SEEDS


def test_sections_with_few_pairs_say_nothing() -> None:
    pairs, sections = play(1, [12, 60, 12], pairs=15)
    assert reunion(pairs, sections) is None


def test_without_sections_or_pairs_there_is_nothing_to_say() -> None:
    pairs, sections = play(1, [12, 60, 12])
    assert reunion(pairs, []) is None
    assert reunion([], sections) is None


def test_a_constant_gap_of_two_devices_is_no_drift() -> None:
    pairs, sections = play(3, [12, 50, 12])
    late = [PlayedPair(p.at_us, (p.first_us or 0) + 40_000, p.second_us) for p in pairs]
    assert reunion(late, sections, 40_000) == reunion(pairs, sections)
    assert reunion(pairs, sections) is not None
