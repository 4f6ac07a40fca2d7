"""Which moments are compared, known before the song starts."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS, part

from game.charts.timeline import TimedPulse, Timeline
from game.score.together.moments import moments_of
from game.score.together.pairs import Pair, pairs_of
from game.timing.units import Micros


def pairs(first: Timeline, second: Timeline) -> tuple[Pair, ...]:
    return pairs_of(moments_of(first.notes), moments_of(second.notes), first.pulses)


def told(first: str, second: str, step_ms: float = 100) -> list[str]:
    """The pairs of two parts for the snare, by their steps: `0-1`, shared ones `0`."""
    parts = [part(f"snare {line}", step_ms=step_ms) for line in (first, second)]
    steps = [[round(n.at_us / step_ms / MS) for n in each.notes] for each in parts]
    found = []
    for pair in pairs(*parts):
        one, other = steps[0][pair.first], steps[1][pair.second]
        found.append(str(one) if pair.is_shared else f"{one}-{other}")
    return found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("x---x---", "x---x---", "0 4"),
        ("x---x---", "--x---x-", "0-2 4-2 4-6"),  # the one at 4 is as near to 2 as to 6
        ("x-------", "--x---x-", "0-2"),  # 6 is more than a pulse away
        ("x---x---", "-x--x---", "0-1 4"),
        ("--x-----", "x---x---", "2-0 2-4"),  # a tie: 2 takes the earlier, and 4 takes 2
        ("x---", "----x---", "0-4"),  # a pulse away, exactly
        ("x---", "-----x--", ""),  # five quarters of a pulse
        ("xxxx", "---x", "0-3 1-3 2-3 3"),  # one moment may stand in several pairs
        ("", "x-x-", ""),
    ],
)
def test_each_moment_is_held_against_the_partners_nearest(
    first: str, second: str, expected: str
) -> None:
    assert " ".join(told(first, second)) == expected


@pytest.mark.parametrize(("step_ms", "expected"), [(250, ["0-4"]), (250.001, [])])
def test_a_pair_is_no_farther_apart_than_a_second(step_ms: float, expected: list[str]) -> None:
    assert told("x---", "----x---", step_ms) == expected


def test_a_tie_is_seen_in_exact_beats() -> None:
    # A note in the middle of two others whose rounded times are 333,333 and 333,334 µs away.
    first, second = part("snare -x-"), part("snare x-x")
    thirds = [Fraction(0), Fraction(2, 3), Fraction(4, 3)]
    first = replace(first, notes=(replace(first.notes[0], at_us=Micros(333_334), beat=thirds[1]),))
    second = replace(
        second,
        notes=tuple(
            replace(note, at_us=Micros(at_us), beat=beat)
            for note, at_us, beat in zip(
                second.notes, (0, 666_667), (thirds[0], thirds[2]), strict=True
            )
        ),
    )
    found = pairs(first, second)
    # Both partners are nearest to it; its own nearest is the earlier one.
    assert [(pair.first, pair.second) for pair in found] == [(0, 0), (0, 1)]
    alone = replace(second, notes=second.notes[1:])
    assert [(pair.first, pair.second) for pair in pairs(first, alone)] == [(0, 0)]


@pytest.mark.parametrize(
    ("pulse_beats", "expected"),
    [
        ("0 1 2 3 4", 1),  # 4/4: a beat away is a pulse away
        ("0 1/2 1 3/2 2", 0),  # 8/8 counted in eighths
        ("0 3/2 3", 1),  # 6/8
    ],
)
def test_the_pulse_is_the_meters(pulse_beats: str, expected: int) -> None:
    pulses = tuple(
        TimedPulse(Micros(int(Fraction(beat) * 400 * MS)), Fraction(beat))
        for beat in pulse_beats.split()
    )
    first, second = part("snare x---"), part("snare ----x")
    assert len(pairs(replace(first, pulses=pulses), second)) == expected


def test_without_pulses_a_quarter_is_one() -> None:
    first, second = replace(part("snare x---"), pulses=()), part("snare ----xx")
    assert len(pairs(first, second)) == 1


def test_a_chord_is_one_moment() -> None:
    moments = moments_of(part("snare x-x", "kick x--", "tom g-").notes)
    assert [(moment.at_us, len(moment.notes)) for moment in moments] == [(0, 3), (200_000, 1)]


def test_flams_drags_and_rolls_are_compared_with_nothing() -> None:
    assert moments_of(part("snare f-d-r=").notes) == ()
    notes = part("snare f---", "kick x---").notes
    (moment,) = moments_of(notes)
    assert [notes[index].lane for index in moment.notes] == ["kick"]


lines = st.text(st.sampled_from("xg-fr"), max_size=40)


@settings(max_examples=200, deadline=None)
@given(lines, lines, st.sampled_from([60, 125, 200, 333]))
def test_swapped_players_have_the_same_pairs(first: str, second: str, step_ms: int) -> None:
    one, other = (part(f"snare {line}", step_ms=step_ms) for line in (first, second))
    longer = max(one, other, key=lambda each: len(each.pulses))
    one, other = replace(one, pulses=longer.pulses), replace(other, pulses=longer.pulses)
    there, back = pairs(one, other), pairs(other, one)
    assert list(there) == [pair._replace(first=pair.second, second=pair.first) for pair in back]


@settings(max_examples=200, deadline=None)
@given(lines, lines, st.sampled_from([60, 125, 200, 333]))
def test_each_pair_is_there_once_and_in_the_order_of_the_song(
    first: str, second: str, step_ms: int
) -> None:
    found = pairs(part(f"snare {first}", step_ms=step_ms), part(f"tom {second}", step_ms=step_ms))
    assert len({(pair.first, pair.second) for pair in found}) == len(found)
    assert [pair.at_us for pair in found] == sorted(pair.at_us for pair in found)
    assert all(0 <= pair.at_us - pair.from_us <= 1_000 * MS for pair in found)
