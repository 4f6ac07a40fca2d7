"""Drumsticks as sprites."""

from __future__ import annotations

import pytest
from view_scenes import canvas, changed, pixels

from game.view.sticks.pair import Place, swapping
from game.view.sticks.signature import Signature
from game.view.sticks.stick import draw_stick, signed_area, stick_area

LENGTH = 900
STROKE = ((100, 500), (900, 500))


def drawn(signature: Signature, player: int = 1, angle: float = 0.0):
    target = canvas()
    target.background()
    draw_stick(target, player, signature, 960, 540, LENGTH, angle)
    return pixels(target.surface)


@pytest.mark.parametrize("player", [1, 2])
@pytest.mark.parametrize(
    "signature",
    [Signature("Ada"), Signature("북소리"), Signature("さくら"), Signature("", (STROKE,))],
)
def test_a_signature_changes_the_signed_stretch_alone(signature: Signature, player: int) -> None:
    bare, signed = drawn(Signature(), player), drawn(signature, player)
    target = canvas()
    area = signed_area(stick_area(960, 540, LENGTH), player)
    box = target.rect_px(area.x, area.y, area.width, area.height).inflate(4, 4)
    found = changed(bare, signed)
    assert found.any()
    found[box.left : box.right, box.top : box.bottom] = False
    assert not found.any()


def test_a_turned_stick_is_another_picture() -> None:
    assert changed(drawn(Signature("Ada")), drawn(Signature("Ada"), angle=30)).any()


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_before_and_after_the_swap_both_lie_level_in_their_places(share: float) -> None:
    upper, lower = Place(100, 10), Place(100, 50)
    places = swapping(upper, lower, share, LENGTH)
    expected = (upper, lower) if share == 0 else (lower, upper)
    for found, wanted in zip(places, expected, strict=True):
        assert (found.x, found.y, found.angle) == pytest.approx((wanted.x, wanted.y, 0), abs=1e-6)
