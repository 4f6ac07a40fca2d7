"""What the menus look like: nothing cut off, nothing on top of anything, nothing moving."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from menu_rig import FONTS, canvas_of, draw
from menu_scenes import PLAYERS_OWN, SCENES

import game.view.widgets.lines as lines_module
from game.app.screens.menu import Menu
from game.view.canvas import Canvas
from game.view.color import contrast
from game.view.theme import SIZE_BODY, TEXT, Color, Theme

SMALLEST_PX = (960, 540)
LEAST_CONTRAST = 4.5
SECOND_NS = 1_000_000_000
MOVING = ("settings, play", "jam, recording")
STILL = [name for name in SCENES if name not in MOVING]
"""All but a preview that moves and a clock that runs."""


class Witness(Canvas):
    """Remembers where the ink of every text lies, in pixels, and which texts were cut."""

    def __init__(self, size_px: tuple[int, int], theme: Theme | None = None) -> None:
        super().__init__(pygame.display.set_mode(size_px), FONTS, theme)
        self.ink: list[tuple[str, pygame.Rect]] = []
        self.cut: list[str] = []
        self._paper = Canvas(pygame.Surface(size_px, pygame.SRCALPHA), FONTS, theme)

    def text(self, text, x, y, size=SIZE_BODY, *args, **traits):
        self._paper.text(text, x, y, size, *args, **traits)
        # Only the line's own strip is looked through: no letter is higher than twice its size.
        strip = self._paper.rect_px(0, y - size, 1920, 2 * size).clip(self.surface.get_rect())
        ink = self._paper.surface.subsurface(strip).get_bounding_rect().move(strip.topleft)
        self._paper.surface.fill((0, 0, 0, 0), ink)
        if ink.width:
            self.ink.append((text, ink))
        room, weight = traits.get("max_width"), traits.get("weight", "bold")
        if room is not None and self.text_width(text, size, weight) > room:
            self.cut.append(text)
        return super().text(text, x, y, size, *args, **traits)


class Mute(Canvas):
    """Draws all but the texts, and remembers where they would be and in which colour."""

    def __init__(self) -> None:
        super().__init__(pygame.display.set_mode(SMALLEST_PX), FONTS)
        self.texts: list[tuple[str, Color, pygame.Rect]] = []

    def text(self, text, x, y, size=SIZE_BODY, color=TEXT, **traits):
        traits = {"weight": "bold", "anchor": "left", "max_width": None} | traits
        width = self.text_width(text, size, traits["weight"], traits["max_width"])
        left = x - {"left": 0, "center": width / 2, "right": width}[traits["anchor"]]
        if text:
            self.texts.append((text, color, self.rect_px(left, y - size / 3, width, size * 0.67)))
        return width


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Menu:
    return SCENES[request.param](tmp_path)


@pytest.mark.parametrize("text_scale_pct", [100, 150])
def test_no_text_touches_another_or_the_edge(scene, text_scale_pct):
    witness = Witness(SMALLEST_PX, Theme(text_scale_pct=text_scale_pct))
    draw(scene, witness)
    edge_px = round(16 * witness.scale)
    inside = witness.surface.get_rect().inflate(-2 * edge_px, -2 * edge_px)
    assert witness.ink
    for index, (text, ink) in enumerate(witness.ink):
        assert inside.contains(ink), text
        touched = [other for other, place in witness.ink[index + 1 :] if ink.colliderect(place)]
        assert not touched, (text, touched)


def test_fixed_texts_are_not_shrunk_in_the_smallest_window(scene, monkeypatch):
    shrunk = []
    fitting_size = lines_module.fitting_size

    def watched(canvas, text, max_width, size, weight="bold"):
        found = fitting_size(canvas, text, max_width, size, weight)
        if found != size:
            shrunk.append(text)
        return found

    monkeypatch.setattr(lines_module, "fitting_size", watched)
    draw(scene, canvas_of((960, 540)))
    assert [text for text in shrunk if not is_the_players_own(text)] == []


@pytest.mark.parametrize("text_scale_pct", [75, 100, 150])
def test_fixed_texts_are_never_cut_at_any_text_scale(scene, text_scale_pct):
    witness = Witness((960, 540), Theme(text_scale_pct=text_scale_pct))
    draw(scene, witness)
    assert [text for text in witness.cut if not is_the_players_own(text)] == []


def is_the_players_own(text: str) -> bool:
    """Whether it is a title, a name, a path or a search, or a part of one."""
    letters = "".join(filter(str.isalnum, text))
    owned = ("".join(filter(str.isalnum, own)) for own in PLAYERS_OWN)
    return any(letters in own or own in letters for own in owned)


def test_every_text_reads_on_what_it_stands_on(scene):
    mute = Mute()
    draw(scene, mute)
    for text, color, box in mute.texts:
        ground = pygame.transform.average_color(mute.surface, box.clip(mute.surface.get_rect()))
        assert contrast(color, ground[:3]) >= LEAST_CONTRAST, (text, color, ground)


@pytest.mark.parametrize("name", STILL)
def test_a_menu_that_is_left_alone_is_not_drawn_again(tmp_path, name):
    menu = SCENES[name](tmp_path)
    menu.tick(SECOND_NS)
    assert menu.snapshot(SECOND_NS) == menu.snapshot(2 * SECOND_NS)


def test_what_the_mouse_can_reach_lies_apart_and_within_the_layout(scene):
    snapshot = scene.snapshot(0)
    places = list(scene.picture().places(snapshot))
    for index, (target, area) in enumerate(places):
        assert 0 <= area.x < area.right <= 1920, target
        assert 0 <= area.y < area.bottom <= 1080, target
        for other, place in places[index + 1 :]:
            apart = (
                area.right <= place.x
                or place.right <= area.x
                or area.bottom <= place.y
                or place.bottom <= area.y
            )
            assert apart, (target, other)


@pytest.mark.parametrize(
    "theme",
    [
        Theme(palette="colour-blind", lane_letters=True),
        Theme(palette="high-contrast", reduced_motion=True, reduced_flash=True),
    ],
    ids=str,
)
def test_every_theme_can_be_drawn(scene, theme):
    draw(scene, canvas_of((960, 540), theme))
