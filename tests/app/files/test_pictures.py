"""Pictures that players keep."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.app.files.pictures import save_picture

NOW = datetime(2026, 11, 23, 21, 5, 7)


def picture(color: str = "red") -> pygame.Surface:
    surface = pygame.Surface((4, 3))
    surface.fill(color)
    return surface


def test_a_picture_is_named_after_the_moment_and_what_it_is_of(tmp_path: Path) -> None:
    path = save_picture(picture(), tmp_path / "new" / "pictures", "Two Kits", NOW)
    assert path == tmp_path / "new" / "pictures" / "2026-11-23 21.05.07 Two Kits.png"
    assert pygame.image.load(path).get_at((3, 2)) == pygame.Color("red")


def test_none_is_written_over(tmp_path: Path) -> None:
    paths = [save_picture(picture(color), tmp_path, "Ash", NOW) for color in ("red", "blue", "tan")]
    assert [path.stem.removeprefix("2026-11-23 21.05.07 ") for path in paths] == [
        "Ash", "Ash (2)", "Ash (3)",
    ]  # fmt: skip
    assert pygame.image.load(paths[0]).get_at((0, 0)) == pygame.Color("red")


@pytest.mark.parametrize(
    ("title", "stem"),
    [("a/b: c?", "a b c"), ("..", "song"), ("북소리", "북소리"), ("W" * 90, "W" * 60)],
)
def test_every_title_makes_a_name(tmp_path: Path, title: str, stem: str) -> None:
    path = save_picture(picture(), tmp_path, title, NOW)
    assert path.name == f"2026-11-23 21.05.07 {stem}.png"


def test_nothing_but_the_picture_is_left_in_the_folder(tmp_path: Path) -> None:
    path = save_picture(picture(), tmp_path, "Ash", NOW)
    assert list(tmp_path.iterdir()) == [path]
