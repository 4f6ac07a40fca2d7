"""The fold over verdicts."""

import pytest

from game.judge.rules import RULES
from game.judge.verdict import Grade, Verdict
from game.score.tally import Tally, tally
from game.timing.units import Micros

_GRADES = {
    "P": Grade.PERFECT,
    "G": Grade.GREAT,
    "g": Grade.GOOD,
    "M": Grade.MISS,
    "o": Grade.OVERHIT,
    "r": Grade.ROLL,
    "a": Grade.ABSORBED,
}


def verdict(symbol: str, offset_us: int | None = None, is_timed: bool = True) -> Verdict:
    return Verdict(Micros(0), _GRADES[symbol], "snare", 0, offset_us, 100, is_timed)


def tally_of(symbols: str, rules: str = "standard") -> Tally:
    """The tally of a play with these verdicts, P G g M o r a."""
    notes = sum(symbol in "PGgM" for symbol in symbols)
    return tally((verdict(symbol) for symbol in symbols), RULES[rules], notes)


@pytest.mark.parametrize(
    ("symbols", "points", "combo", "max_combo"),
    [
        ("", 0, 0, 0),
        ("PPP", 300, 3, 3),
        ("PGg", 195, 3, 3),  # 100 + 65 + 30
        ("PPMP", 300, 1, 2),  # a miss breaks
        ("MMM", 0, 0, 0),
        ("PoP", 200, 2, 2),  # an overhit does not
        ("PrraP", 200, 2, 2),  # rolls and graces are in neither
    ],
)
def test_points_and_combo(symbols: str, points: int, combo: int, max_combo: int) -> None:
    counted = tally_of(symbols)
    assert (counted.points, counted.combo, counted.max_combo) == (points, combo, max_combo)


def test_an_overhit_breaks_the_combo_under_tight_only() -> None:
    assert [tally_of("PPoP", rules).combo for rules in ("relaxed", "standard", "tight")] == [
        3,
        3,
        1,
    ]


def test_each_grade_is_counted() -> None:
    counts = tally_of("PPGgggMorra").counts
    assert {grade.value: count for grade, count in counts.items()} == {
        "perfect": 2,
        "great": 1,
        "good": 3,
        "miss": 1,
        "overhit": 1,
        "roll": 2,
        "absorbed": 1,
    }


@pytest.mark.parametrize(
    ("symbols", "score"),
    [
        ("PPPP", 1_000_000),
        ("GGGG", 685_000),
        ("gggg", 370_000),
        ("MMMM", 0),
        ("PPMP", 725_000),  # 900,000 * 300 // 400 + 100,000 * 2 // 4
        ("PPMPo", 725_000),
    ],
)
def test_the_score_of_a_play(symbols: str, score: int) -> None:
    assert tally_of(symbols).score == score


def test_the_score_of_an_unfinished_play_counts_the_rest_as_missed() -> None:
    assert tally([verdict("P")], RULES["standard"], notes=4).score == 250_000


def test_only_timed_errors_enter_statistics() -> None:
    counted = tally(
        [
            verdict("P", 5_000),
            verdict("G", -40_000, is_timed=False),  # a flam
            verdict("M"),
            verdict("g", 80_000),
        ],
        RULES["standard"],
        notes=4,
    )
    assert counted.offsets_us == [5_000, 80_000]


def test_what_a_stand_in_played_leaves_the_part() -> None:
    counted = Tally(RULES["tight"], notes=4)
    counted.add(verdict("P"))
    for symbol in "PMor":
        counted.leave_out(verdict(symbol))
    counted.add(verdict("P"))
    assert (counted.notes, counted.points, counted.combo) == (2, 200, 2)
    assert counted.score == 1_000_000
    assert counted.counts[Grade.MISS] == counted.counts[Grade.OVERHIT] == 0
