"""Notes as images from the far end to the lower end."""

import pygame
import pytest
from view_scenes import EVERYTHING, canvas, timelines

from game.charts.pieces import Piece
from game.view.highway.geometry import FAR, NEAR
from game.view.highway.sprites import (
    STEPS,
    NoteSheet,
    NoteSprites,
    nearness_of_step,
    step_of,
    strength_at,
)
from game.view.palette import NoteLook, note_look

UNIT_PX = 60.0
BAR_PX = 100.0
NOTES = [note for part in timelines(EVERYTHING) for note in part.notes]


@pytest.fixture(scope="module")
def sheet() -> NoteSheet:
    return NoteSheet(UNIT_PX, BAR_PX, True, canvas().letter)


def of(sheet: NoteSheet, piece: Piece, **traits: object) -> NoteSprites:
    found = next(
        note
        for note in NOTES
        if note.piece is piece and all(getattr(note, k) == v for k, v in traits.items())
    )
    return sheet.get(note_look(found, "standard"))


@pytest.mark.parametrize("look", sorted({note_look(n, "standard") for n in NOTES}, key=repr))
def test_every_look_has_an_image_for_every_step_with_its_middle_in_the_middle(
    sheet: NoteSheet, look: NoteLook
) -> None:
    sprites = sheet.get(look)
    assert len(sprites.live) == len(sprites.missed) == STEPS
    for image in sprites.live:
        assert image.get_width() % 2 == image.get_height() % 2 == 0


def test_notes_grow_on_their_way(sheet: NoteSheet) -> None:
    widths = [image.get_width() for image in of(sheet, Piece.KICK).live]
    assert widths == sorted(widths)
    assert widths[0] / widths[-1] == pytest.approx(FAR / NEAR, abs=0.05)


def test_an_accent_is_larger_than_a_ghost(sheet: NoteSheet) -> None:
    accent = of(sheet, Piece.SNARE, accent=True, stroke="hit")
    ghost = of(sheet, Piece.RIDE, stroke="ghost")
    assert accent.live[-1].get_width() > ghost.live[-1].get_width()


def test_a_look_is_painted_once(sheet: NoteSheet) -> None:
    assert of(sheet, Piece.CHINA) is of(sheet, Piece.CHINA)


def test_a_missed_note_is_faint_below_the_hit_line(sheet: NoteSheet) -> None:
    sprites = of(sheet, Piece.SNARE, stroke="flam", accent=False)
    step = step_of(1.01)
    assert light(sprites.missed[step]) < 0.5 * light(sprites.live[step])


def test_a_note_appears_gently_and_is_whole_on_the_hit_line() -> None:
    assert strength_at(FAR) == 0
    assert strength_at(FAR + 0.05) < strength_at(FAR + 0.1) < 1
    assert strength_at(0.9) == strength_at(1) == strength_at(1.015) == 1
    assert strength_at(NEAR) == 0


@pytest.mark.parametrize("nearness", [0.0, FAR, 0.7, 1.0, NEAR, 5.0])
def test_every_nearness_has_a_step(nearness: float) -> None:
    assert 0 <= step_of(nearness) < STEPS


@pytest.mark.parametrize("step", range(STEPS))
def test_the_image_of_a_step_is_at_least_as_large_as_its_nearness(step: int) -> None:
    middle = nearness_of_step(step) - (NEAR - FAR) / STEPS / 2
    assert step_of(middle) == step
    assert nearness_of_step(step) > middle


def test_a_bar_across_the_highway_is_as_wide_as_it_should_be() -> None:
    wide = NoteSheet(UNIT_PX, 700.0, False, canvas().letter)
    step = step_of(0.99)
    bar = of(wide, Piece.KICK, shared=False).live[step].get_bounding_rect(60)
    assert bar.width == pytest.approx(700 * nearness_of_step(step), abs=6)


def test_a_letter_is_put_on_those_notes_that_have_one(sheet: NoteSheet) -> None:
    plain = note_look(next(n for n in NOTES if n.piece is Piece.CHINA), "standard")
    lettered = NoteLook(plain.shape, plain.color, letter="S")
    images = [sheet.get(look).live[step_of(1.0)] for look in (plain, lettered)]
    assert light(images[0]) != light(images[1])


def light(image: pygame.Surface) -> int:
    return sum(pygame.transform.average_color(image, consider_alpha=False))
