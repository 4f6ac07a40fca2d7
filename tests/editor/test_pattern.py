"""The clipboard: patterns to the partner, mirrored, and as an answer."""

from __future__ import annotations

from fractions import Fraction

from helpers import beats, document

from game.charts.document import Document
from game.editor.pattern import Pattern, answer_beat, copied, pasted, spots_between

CALL = """
P1 tom1  |x-x-|----|
P1 snare |-x--|----|
P2 kick  |o---|o---|
"""


def pattern_of_call(first: Document) -> Pattern:
    """What player 1 has in the first bar."""
    spots = spots_between(first, (1,), Fraction(0), Fraction(4))
    return copied(first, spots, Fraction(0), Fraction(4))


def test_an_answer_lies_one_bar_later_with_the_partner() -> None:
    first = document(CALL)
    answer = pattern_of_call(first).for_partner()
    done = pasted(first, answer, answer_beat(first, Fraction(0))).apply(first).chart()
    assert (beats(done, 2, "tom1"), beats(done, 2, "snare")) == ("4 6", "5")
    assert beats(done, 2, "kick") == "0 4"


def test_a_mirrored_pattern_is_played_on_the_other_side_of_the_kit() -> None:
    first = document(CALL)
    done = pasted(first, pattern_of_call(first).mirrored(), Fraction(4)).apply(first).chart()
    assert (beats(done, 1, "tom3"), beats(done, 1, "snare")) == ("4 6", "1 5")


def test_a_pattern_may_clear_what_was_there() -> None:
    first = document(CALL)
    kick = copied(
        first, spots_between(first, (2,), Fraction(0), Fraction(4)), Fraction(0), Fraction(4)
    )
    done = pasted(first, kick, Fraction(2), clear=True).apply(first).chart()
    assert beats(done, 2, "kick") == "0 2"


def test_what_would_lie_behind_the_end_is_left_out() -> None:
    first = document(CALL)
    done = pasted(first, pattern_of_call(first), Fraction(7)).apply(first).chart()
    assert beats(done, 1, "tom1") == "0 2 7"
