"""How notes look."""

from fractions import Fraction

import pytest

from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedNote
from game.timing.units import Micros
from game.view.palette import PALETTES, Shape, note_look, piece_color


def note(
    piece: Piece,
    stroke: Stroke = Stroke.HIT,
    *,
    accent: bool = False,
    is_open: bool = False,
    shared: bool = False,
) -> TimedNote:
    start = Micros(0)
    return TimedNote(start, "lane", piece, stroke, accent, is_open, shared, start, Fraction(0))


@pytest.mark.parametrize("palette", PALETTES)
def test_no_two_drums_look_alike(palette: str) -> None:
    looks = {note_look(note(piece), palette) for piece in Piece}
    assert len(looks) == len(Piece)


@pytest.mark.parametrize("palette", PALETTES)
def test_drums_of_one_lane_of_four_differ_by_more_than_colour(palette: str) -> None:
    def marks(piece: Piece) -> tuple[object, ...]:
        look = note_look(note(piece), palette)
        return (look.shape, look.size, look.rings, look.has_dot)

    toms = (Piece.TOM1, Piece.TOM2, Piece.TOM3)
    cymbals = (Piece.HAT, Piece.PEDAL, Piece.CRASH, Piece.CRASH2, Piece.RIDE, Piece.BELL)
    for lane in (toms, cymbals, (Piece.SNARE, Piece.RIM)):
        assert len({marks(piece) for piece in lane}) == len(lane)


@pytest.mark.parametrize(
    ("piece", "shape"),
    [
        (Piece.HAT, Shape.DIAMOND),
        (Piece.CRASH, Shape.DIAMOND),
        (Piece.SNARE, Shape.DISC),
        (Piece.TOM2, Shape.DISC),
        (Piece.KICK, Shape.BAR),
    ],
)
def test_shape_tells_cymbal_drum_and_kick(piece: Piece, shape: Shape) -> None:
    assert note_look(note(piece), "standard").shape is shape


def test_an_open_hat_is_hollow_and_nothing_else_is() -> None:
    assert note_look(note(Piece.HAT, is_open=True), "standard").shape is Shape.HOLLOW
    assert note_look(note(Piece.HAT), "standard").shape is not Shape.HOLLOW


def test_an_accent_is_bigger_and_a_ghost_smaller_and_weaker() -> None:
    plain, accent, ghost = (
        note_look(note(Piece.SNARE, stroke, accent=accented), "standard")
        for stroke, accented in ((Stroke.HIT, False), (Stroke.HIT, True), (Stroke.GHOST, False))
    )
    assert ghost.size < plain.size < accent.size
    assert ghost.strength == plain.strength / 2


def test_graces_and_sharing_are_seen() -> None:
    graces = [
        note_look(note(Piece.SNARE, stroke), "standard").graces
        for stroke in (Stroke.HIT, Stroke.FLAM, Stroke.DRAG)
    ]
    assert graces == [0, 1, 2]
    assert note_look(note(Piece.SNARE, shared=True), "standard").is_shared


def test_the_twin_of_a_flam_is_mirrored_too() -> None:
    flam = note(Piece.SNARE, Stroke.FLAM)
    assert note_look(flam, "standard").grace_side == -note_look(flam, "standard", True).grace_side


def test_an_unknown_palette_is_the_standard_one() -> None:
    assert piece_color(Piece.KICK, "no such") == piece_color(Piece.KICK, "standard")
