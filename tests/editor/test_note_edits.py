"""Edits of notes, and what they leave of the author's text."""

from __future__ import annotations

from fractions import Fraction

import pytest
from helpers import BODY_LINE, HEADER, document

from game.charts.document import Document
from game.charts.model import FULL_LEVEL
from game.charts.pieces import Piece, Stroke
from game.charts.reader.labels import LaneKey
from game.editor.edit import Edit, EditRefusedError
from game.editor.lane_notes import Spot
from game.editor.notes import DragNotes, PlaceNote, RemoveNotes, SetAccent, SetOpen, SetStroke
from game.editor.sharing import ShareNotes


def spot(label: str, beat: str | int) -> Spot:
    """`P1 kick` at a quarter note of the song."""
    player, piece = label.split()
    return Spot(LaneKey(int(player[1]), FULL_LEVEL, Piece(piece)), Fraction(beat))


def edited(text: str, *edits: Edit) -> str:
    """The body of a text after edits; every one of them leaves a chart without errors."""
    done = document(text)
    for edit in edits:
        done = edit.apply(done)
        assert not [each for each in done.issues() if each.severity == "error"], done.text()
    return body(done)


def body(done: Document) -> str:
    text = done.text()
    assert text.startswith(HEADER)
    return "\n" + text.removeprefix(HEADER)


def test_a_note_on_the_authors_grid_changes_one_symbol() -> None:
    before = """
P1 snare |----x-------x---| // back-beat
P2 kick  |o---o---o---o---|
"""
    assert edited(before, PlaceNote(spot("P1 snare", "3/4"), "g")) == before.replace(
        "|----x---", "|---gx---"
    )


def test_a_finer_note_makes_the_bar_finer_and_keeps_the_beats_under_each_other() -> None:
    assert (
        edited(
            """
P1 hat  |x x x x |x x x x |
P2 kick |o-o-o-o-|%       |
""",
            PlaceNote(spot("P1 hat", "1/4"), "x"),
        )
        == """
P1 hat  |xx--x---x---x---|x x x x |
P2 kick |o - o - o - o - |%       |
"""
    )


def test_triplets_beside_sixteenths_cut_the_bar_into_its_beats() -> None:
    assert "|x'" in edited(
        "P1 hat |x---x---x-x-x-xx|\nP2 kick |o---|", PlaceNote(spot("P1 hat", "4/3"), "x")
    )


def test_a_repeat_of_an_edited_bar_keeps_its_notes() -> None:
    assert (
        edited(
            """
P1 kick |o---|%   |%   |
P2 kick |o---|    |    |
""",
            PlaceNote(spot("P1 kick", 2), "o"),
        )
        == """
P1 kick |o-o-|o---|%   |
P2 kick |o---|    |    |
"""
    )


def test_an_edited_repeat_is_written_out_and_so_is_what_repeats_it() -> None:
    assert (
        edited(
            "P1 kick |o---|%   |%   |\nP2 kick |    |    |    |\n",
            RemoveNotes((spot("P1 kick", 4),)),
        )
        == "\nP1 kick |o---|----|o---|\nP2 kick |    |    |    |\n"
    )


def test_a_line_of_both_players_is_split_when_one_of_them_differs() -> None:
    assert (
        edited("P* kick |o---| // both\n", PlaceNote(spot("P2 kick", 1), "o"))
        == "\nP1 kick |o---| // both\nP2 kick |oo--|\n"
    )


def test_a_drum_without_a_line_gets_one_where_it_belongs() -> None:
    assert (
        edited(
            """
        |1 2 3 4 |
lead    |P1      |
P1 hat  |x-x-x-x-|
P1 kick |o---o---|
P2 kick |o---o---|
""",
            PlaceNote(spot("P1 snare", 1), "x"),
        )
        == """
         |1 2 3 4 |
lead     |P1      |
P1 hat   |x-x-x-x-|
P1 snare |--x-----|
P1 kick  |o---o---|
P2 kick  |o---o---|
"""
    )


def test_a_roll_goes_over_the_bar_line_of_its_own_line() -> None:
    assert (
        edited(
            "P1 snare |----|----|\nP2 kick |----|----|\n",
            PlaceNote(spot("P1 snare", 3), "r", Fraction(2)),
        )
        == "\nP1 snare |---r|=---|\nP2 kick |----|----|\n"
    )


def test_a_note_in_a_roll_ends_it() -> None:
    assert (
        edited("P1 snare |r===|=---|\nP2 kick |----|----|\n", PlaceNote(spot("P1 snare", 2), "x"))
        == "\nP1 snare |r=x-|----|\nP2 kick |----|----|\n"
    )


def test_a_roll_ends_with_the_last_bar_of_its_line() -> None:
    assert (
        edited(
            "P1 snare |----|\nP2 kick |----|\n\nP1 snare |x---|\n",
            PlaceNote(spot("P1 snare", 2), "R", Fraction(9)),
        )
        == "\nP1 snare |--R=|\nP2 kick |----|\n\nP1 snare |x---|\n"
    )


def test_a_dragged_note_goes_to_its_new_place_and_lane() -> None:
    move = DragNotes(((spot("P1 kick", 0), spot("P1 snare", 2)),))
    assert (
        edited("P1 snare |----|\nP1 kick |o---|\nP2 kick |----|\n", move)
        == "\nP1 snare |--o-|\nP1 kick |----|\nP2 kick |----|\n"
    )


def test_strokes_and_accents_keep_what_they_do_not_change() -> None:
    first = (spot("P1 hat", 0),)
    text = "P1 hat |o---|\nP2 kick |o---|\n"
    assert "|O---|" in edited(text, SetAccent(first, True))
    assert "|F---|" in edited(text, SetAccent(first, True), SetStroke(first, Stroke.FLAM))
    assert "|x---|" in edited(text, SetOpen(first, False))
    assert "|g---|" in edited(text, SetAccent(first, True), SetStroke(first, Stroke.GHOST))


def test_a_shared_note_gets_a_partner_where_there_is_none() -> None:
    share = ShareNotes((spot("P1 crash", 0),), True)
    text = "P1 crash |x---|\nP2 kick  |--o-|\n"
    shared = edited(text, share)
    assert (
        shared
        == "\nP1 crash |&---|\nP2 crash |x---|\nP2 kick  |--o-|\n".replace(
            "|x---|", "|x---------------|"
        )
        or "&" in shared
    )
    parted = edited(text, share, ShareNotes((spot("P1 crash", 0),), False))
    assert "&" not in parted


def test_an_ampersand_whose_partner_goes_is_an_accent() -> None:
    assert (
        edited("P1 crash |&---|\nP2 kick  |o---|\n", RemoveNotes((spot("P2 kick", 0),)))
        == "\nP1 crash |X---|\nP2 kick  |----|\n"
    )


def test_dots_stay_dots_and_a_short_line_stays_as_it_is() -> None:
    before = "P1 snare |..x.|\nP2 kick |o|\n"
    assert edited(before, PlaceNote(spot("P1 snare", 0), "x")) == "\nP1 snare |x.x.|\nP2 kick |o|\n"


def test_a_place_behind_the_last_bar_is_refused_with_a_hint() -> None:
    with pytest.raises(EditRefusedError, match="add bars at the end first"):
        PlaceNote(spot("P1 kick", 4), "o").apply(document("P1 kick |o---|"))


def test_windows_newlines_and_a_byte_order_mark_stay() -> None:
    data = "\ufeff#duet 1\r\ntitle: T\r\nbpm: 120\r\nP1 kick |o---|\r\nP2 kick |o---|".encode()
    done = PlaceNote(spot("P1 kick", 1), "o").apply(Document.parse(data))
    assert done.to_bytes() == data.replace(b"P1 kick |o---|", b"P1 kick |oo--|")
    assert BODY_LINE == 4
