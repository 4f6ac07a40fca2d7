"""Text is readable on what it stands on: at least 4.5 : 1, computed."""

import pytest
from view_scenes import canvas, pixels

from game.judge.verdict import Grade, Verdict
from game.timing.units import Micros
from game.view import theme
from game.view.color import contrast, luminance
from game.view.highway.judgement import SHOWN_GRADES, word_color
from game.view.theme import Color

LEAST = 4.5


def brightest(left: int, right: int, top: int, low: int) -> Color:
    """The brightest colour of a part of the night, in layout units."""
    target = canvas((960, 540))
    target.background()
    box = target.rect_px(left, top, right - left, low - top)
    area = pixels(target.surface)[box.left : box.right, box.top : box.bottom].reshape(-1, 3)
    colors = {(int(red), int(green), int(blue)) for red, green, blue in area}
    return max(colors, key=luminance)


def test_black_and_white_are_as_far_apart_as_can_be() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((80, 80, 80), (80, 80, 80)) == 1


@pytest.mark.parametrize("color", [theme.TEXT, theme.TEXT_DIM, theme.TOGETHER_MINT])
def test_text_reads_anywhere_on_the_night(color: Color) -> None:
    assert contrast(color, brightest(0, 1920, 0, 1080)) >= LEAST


def test_names_read_in_their_players_corners() -> None:
    assert contrast(theme.P1_CORAL, brightest(0, 480, 40, 200)) >= LEAST
    assert contrast(theme.P2_AZURE, brightest(1440, 1920, 40, 200)) >= LEAST


@pytest.mark.parametrize(
    "color", [theme.TEXT, theme.TEXT_DIM, theme.P1_CORAL, theme.P2_AZURE, theme.TOGETHER_MINT]
)
def test_text_reads_on_panels(color: Color) -> None:
    assert contrast(color, theme.PANEL) >= LEAST


@pytest.mark.parametrize("color", [theme.P1_CORAL, theme.P2_AZURE, theme.TEXT])
def test_dark_labels_read_on_lit_keycaps_and_buttons(color: Color) -> None:
    assert contrast(theme.PANEL, color) >= LEAST


@pytest.mark.parametrize("grade", SHOWN_GRADES)
@pytest.mark.parametrize("offset_us", [-40_000, 0, 40_000])
def test_judgements_read_on_the_highway(grade: Grade, offset_us: int) -> None:
    verdict = Verdict(Micros(0), grade, "snare", 0, offset_us, 100, True)
    assert contrast(word_color(verdict), theme.PANEL) >= LEAST
