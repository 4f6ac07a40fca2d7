"""The canvas: places, text, shapes, caches."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from view_scenes import SIZE, canvas, changed, pixels

from game.view import theme
from game.view.cache import ImageCache
from game.view.canvas import HEIGHT, WIDTH, Canvas, Fonts
from game.view.theme import Theme


@pytest.mark.parametrize("size", [(960, 540), (1280, 720), (2560, 1080), (800, 1000)])
def test_the_layout_space_lies_evenly_in_the_middle_of_any_window(size: tuple[int, int]) -> None:
    target = canvas(size)
    left, top = target.x_px(0), target.y_px(0)
    right, low = target.x_px(WIDTH), target.y_px(HEIGHT)
    assert left + right == pytest.approx(size[0], abs=1)
    assert top + low == pytest.approx(size[1], abs=1)
    assert (right - left) / (low - top) == pytest.approx(WIDTH / HEIGHT, rel=0.01)


@given(st.floats(0, WIDTH), st.floats(0, HEIGHT))
def test_a_pixel_and_its_place_agree(x: float, y: float) -> None:
    target = Canvas(pygame.Surface((960, 540)), Fonts(Path()))
    back = target.position((target.x_px(x), target.y_px(y)))
    assert back == pytest.approx((x, y), abs=1 / target.scale)


def test_numbers_in_tabular_width_do_not_dance() -> None:
    target = canvas()
    widths = {
        target.text(number, 400, 100, 44, weight="black", tabular=True)
        for number in ("111,111", "888,888", "410,732")
    }
    assert len(widths) == 1


def test_text_is_as_wide_as_it_says() -> None:
    target = canvas()
    assert target.text("Two Kits", 0, 100) == target.text_width("Two Kits", theme.SIZE_BODY)


@pytest.mark.parametrize("anchor", ["left", "center", "right"])
def test_text_stands_where_it_is_anchored(anchor: str) -> None:
    target = canvas()
    width = target.text("Hi", 960, 540, 64, anchor=anchor)  # type: ignore[arg-type]  # of the table
    columns = np.flatnonzero(pixels(target.surface).max(axis=(1, 2)))
    middle = target.position((int(columns[0] + columns[-1]) // 2, 0))[0]
    shift = {"left": 0.5, "center": 0.0, "right": -0.5}[anchor]
    assert middle == pytest.approx(960 + shift * width, abs=6)


def test_a_line_that_is_too_wide_ends_in_an_ellipsis_within_its_room() -> None:
    target = canvas()
    assert target.text("아주 긴 노래 제목이 여기에 있습니다", 100, 100, max_width=200) <= 200
    assert target.text_width("a long title of a song", 30, max_width=200) <= 200


def test_a_missing_font_file_falls_back_and_is_named(tmp_path: Path) -> None:
    pygame.font.init()
    fonts = Fonts(tmp_path)
    assert fonts.get("bold", 30).size("Hi")[0] > 0
    fonts.get("bold", 40)
    assert fonts.missing == [tmp_path / "DrumDuetSans-Bold.otf"]


def test_a_broken_font_file_falls_back(tmp_path: Path) -> None:
    pygame.font.init()
    (tmp_path / "DrumDuetSans-Black.otf").write_bytes(b"no font")
    fonts = Fonts(tmp_path)
    assert fonts.get("black", 30).size("Hi")[0] > 0
    assert len(fonts.missing) == 1


def test_larger_text_is_asked_for_by_the_theme() -> None:
    plain, large = canvas(), canvas(theme=Theme(text_scale_pct=150))
    assert large.text_width("Together", 30) > 1.3 * plain.text_width("Together", 30)


def test_a_panel_stays_inside_its_box_and_leaves_the_corners_free() -> None:
    target = canvas()
    target.surface.fill((200, 200, 200))
    before = pixels(target.surface)
    target.panel(300, 300, 600, 300, radius=32)
    box = target.rect_px(300, 300, 600, 300)
    touched = changed(before, pixels(target.surface))
    assert touched[box.centerx, box.centery]
    assert not touched[box.left, box.top] and not touched[box.right - 1, box.bottom - 1]
    touched[box.left : box.right, box.top : box.bottom] = False
    assert not touched.any()


def test_the_edge_of_a_round_box_is_smooth() -> None:
    target = canvas()
    target.rounded(300, 300, 120, 120, (255, 255, 255), radius=60)
    levels = np.unique(pixels(target.surface)[..., 0])
    assert len(levels) > 6


def test_a_keycap_grows_with_its_label_but_not_over_its_room() -> None:
    target = canvas()
    assert target.keycap(300, 300, 72, "A", theme.P1_CORAL) == 72
    assert target.keycap(300, 300, 72, "Left Shift", theme.P1_CORAL) > 100
    assert target.keycap(300, 300, 72, "Left Shift", theme.P1_CORAL, max_width=90) == 90


def test_a_lit_keycap_is_brighter() -> None:
    target = canvas()
    target.keycap(300, 300, 72, "", theme.P2_AZURE)
    dark = pixels(target.surface).sum()
    target.keycap(300, 300, 72, "", theme.P2_AZURE, True)
    assert pixels(target.surface).sum() > 1.5 * dark


def test_five_dots_show_a_level() -> None:
    target = canvas()
    lit = []
    for level in range(6):
        target.surface.fill((0, 0, 0))
        target.dots(level, 300, 300, theme.P1_CORAL)
        lit.append(int((pixels(target.surface)[..., 0] > 200).sum()))
    assert lit[0] == 0
    assert [b - a for a, b in pairwise(lit)] == [lit[1]] * 5


def test_dimming_halves_the_light() -> None:
    target = canvas()
    target.surface.fill((200, 100, 50))
    target.dim(128)
    assert tuple(target.surface.get_at((5, 5)))[:3] == pytest.approx((100, 50, 25), abs=2)


@pytest.mark.parametrize("line", [(100, 100, 700, 100), (100, 100, 100, 700), (100, 100, 600, 400)])
def test_a_line_is_drawn_from_end_to_end(line: tuple[float, float, float, float]) -> None:
    target = canvas()
    target.line(*line, (255, 255, 255), alpha=255, width=4)
    for share in (0.02, 0.5, 0.98):
        x = target.x_px(line[0] + (line[2] - line[0]) * share)
        y = target.y_px(line[1] + (line[3] - line[1]) * share)
        assert max(target.surface.get_at((x, y))[:3]) > 150


def test_the_night_covers_everything_without_flat_bands() -> None:
    target = canvas((1280, 720))
    target.surface.fill((255, 0, 255))
    target.background()
    picture = pixels(target.surface)
    assert picture.max() < 128
    # In a banded gradient the colour changes once a level; the grain makes it change many times.
    column = picture[640, :, 2]
    assert np.count_nonzero(np.diff(column)) > 4 * (column.max() - column.min())


def test_the_night_is_warm_on_the_left_and_cool_on_the_right() -> None:
    target = canvas()
    target.background()
    picture = pixels(target.surface).astype(float)
    left, right = picture[:100, 400:].mean(axis=(0, 1)), picture[-100:, 400:].mean(axis=(0, 1))
    assert left[0] > left[1] and left[0] > right[0]
    assert right[2] > right[0] and right[2] > left[2]


def test_what_is_kept_is_built_again_only_for_another_key() -> None:
    target, built = canvas(), []
    for key in (1, 1, 2, 2, 1):
        target.keep("slot", key, lambda key=key: built.append(key))  # type: ignore[misc]
    assert built == [1, 2, 1]


def test_a_canvas_on_another_surface_shares_the_caches() -> None:
    target = canvas()
    other = target.onto(pygame.Surface(SIZE))
    target.panel(0, 0, 100, 100)
    first = target.cached("key", lambda: pygame.Surface((1, 1)))
    assert other.cached("key", lambda: pygame.Surface((2, 2))) is first


def test_the_image_cache_forgets_the_least_used_first() -> None:
    cache = ImageCache(limit_px=250)
    images = {key: cache.get(key, lambda: pygame.Surface((10, 10))) for key in "ab"}
    assert cache.get("a", lambda: pygame.Surface((1, 1))) is images["a"]
    cache.get("c", lambda: pygame.Surface((10, 10)))  # 300 pixels: b was used longest ago
    assert cache.get("a", lambda: pygame.Surface((1, 1))) is images["a"]
    assert cache.get("b", lambda: pygame.Surface((1, 1))) is not images["b"]


def test_an_image_larger_than_the_cache_is_still_kept() -> None:
    cache = ImageCache(limit_px=10)
    large = cache.get("large", lambda: pygame.Surface((10, 10)))
    assert cache.get("large", lambda: pygame.Surface((1, 1))) is large
