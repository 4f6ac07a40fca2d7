"""Two players: solo charts, levels, what both strike together."""

from __future__ import annotations

from fractions import Fraction

from helpers import beats, chart

from game.charts.model import Chart, Note
from game.charts.pieces import Piece


def shared(read: Chart, player: int) -> list[tuple[Fraction, Piece, bool]]:
    """(beat, piece, accent) of what is marked."""
    notes = read.parts[player - 1].notes
    return [(note.beat, note.piece, note.accent) for note in notes if note.shared]


def test_without_any_line_of_player_2_both_get_the_same_part() -> None:
    read = chart("text |go|\nP1 kick |&-o-|\nP1/2 kick |o---|")
    assert read.is_solo
    assert read.parts[0].notes == read.parts[1].notes
    assert read.parts[0].overrides == read.parts[1].overrides
    assert [part.player for part in read.parts] == [1, 2]


def test_a_line_for_both_makes_a_duet() -> None:
    read = chart("P1 kick |o---|\nP* crash |--x-|")
    assert not read.is_solo
    assert beats(read, 1, "kick") == "0"
    assert beats(read, 2, "kick") == ""
    assert beats(read, 1, "crash") == beats(read, 2, "crash") == "2"


def test_one_of_the_two_lines_is_enough_and_both_are_marked() -> None:
    read = chart("P1 crash |&---|\nP2 snare |x-x-|")
    assert shared(read, 1) == [(0, Piece.CRASH, True)]
    assert shared(read, 2) == [(0, Piece.SNARE, False)]


def test_everything_at_a_shared_moment_is_marked_and_keeps_its_own_accent() -> None:
    read = chart(
        """
        P1 crash |&---|
        P1 kick  |o-o-|
        P2 snare |X-x-|
        P2 kick  |o---|
        """
    )
    assert shared(read, 1) == [(0, Piece.CRASH, True), (0, Piece.KICK, False)]
    assert shared(read, 2) == [(0, Piece.KICK, False), (0, Piece.SNARE, True)]


def test_it_does_not_matter_which_line_says_it() -> None:
    one = chart("P1 crash |&---|\nP2 crash |X---|")
    other = chart("P1 crash |X---|\nP2 crash |&---|")
    both = chart("P* crash |&---|")
    assert one.parts == other.parts == both.parts


def test_partners_may_divide_the_bar_in_different_ways() -> None:
    read = chart("P1 snare |----&---|\nP2 snare |--x-|")
    assert shared(read, 2) == [(2, Piece.SNARE, False)]


def test_a_level_has_what_is_written_in_any_of_its_lines() -> None:
    read = chart(
        """
        P1 kick    |o-o-|o-o-|o-o-|
        P1 snare   |-x-x|-x-x|-x-x|
        P1/2 kick  |    |o---|    |
        P1/2 snare |    |    |-   |
        P1/4 snare |-x-x|    |%2  |
        """
    )
    overrides = read.parts[0].overrides
    kick, snare = Piece.KICK, Piece.SNARE
    assert overrides == {
        (2, 1): (Note(Fraction(4), kick),),
        (2, 2): (),
        (4, 0): (Note(Fraction(1), snare), Note(Fraction(3), snare)),
        (4, 2): (Note(Fraction(9), snare), Note(Fraction(11), snare)),
    }


def test_a_level_for_both_players() -> None:
    read = chart("P* kick |o-o-|\nP*/1 kick |o---|")
    assert (
        read.parts[0].overrides
        == read.parts[1].overrides
        == {(1, 0): (Note(Fraction(0), Piece.KICK),)}
    )


def test_a_level_is_marked_where_the_full_part_is_shared() -> None:
    read = chart("P1 crash |&---|\nP2 crash |x---|\nP1/1 kick |o-o-|")
    marked = [(note.beat, note.shared) for note in read.parts[0].overrides[1, 0]]
    assert marked == [(0, True), (2, False)]


def test_a_shared_moment_of_a_level_counts_for_that_level_alone() -> None:
    read = chart("P1 kick |o---|\nP2 kick |o---|\nP*/1 kick |&---|\nP1/2 kick |o---|")
    assert shared(read, 1) == shared(read, 2) == []
    for part in read.parts:
        assert [note.shared for note in part.overrides[1, 0]] == [True]
    assert [note.shared for note in read.parts[0].overrides[2, 0]] == [False]
