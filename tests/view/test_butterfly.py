"""The figure of who plays how much when."""

import numpy as np
import pytest
from view_scenes import canvas, changed, pixels, timelines

from game.view.butterfly import Butterfly, draw_butterfly

TRADE = """\
== Call ==
P1 snare |xxxx|----|
P2 snare |----|xxxx|
== Both ==
P1 snare |xxxx|
P2 snare |xxxx|
"""
BOX = (400, 400, 800, 100)


def test_each_wing_is_dense_where_its_player_plays() -> None:
    figure = Butterfly.of(timelines(TRADE))
    first, second = figure.bars(0, 3), figure.bars(1, 3)
    assert first[0] > 0.5 and first[2] > 0.5
    assert second[1] > 0.5 and second[2] > 0.5
    middle = figure.wings[0][120:136]
    assert max(middle) == 0


def test_both_wings_have_one_measure() -> None:
    figure = Butterfly.of(timelines("P1 snare |x---|\nP2 snare |xxxxxxxxxxxxxxxx|"))
    assert max(figure.wings[1]) == 1
    assert 0 < max(figure.wings[0]) <= 1


def test_sections_stand_at_their_shares() -> None:
    sections = Butterfly.of(timelines(TRADE)).sections
    assert [name for _, name in sections] == ["Call", "Both"]
    assert [share for share, _ in sections] == pytest.approx([0, 2 / 3])


def test_a_song_without_notes_or_without_players_has_a_flat_figure() -> None:
    assert set(Butterfly.of(timelines("P1 snare |----|")).wings[0]) == {0}
    assert Butterfly.of(()).bars(0, 4) == [0, 0, 0, 0]


def test_it_keeps_to_its_box_and_to_the_two_halves() -> None:
    target = canvas()
    before = pixels(target.surface)
    draw_butterfly(target, Butterfly.of(timelines(TRADE)), *BOX)
    after = pixels(target.surface)
    box = target.rect_px(*BOX)
    touched = changed(before, after)
    assert touched.any()
    touched[box.left : box.right, box.top : box.bottom] = False
    assert not touched.any()
    above, below = after[:, : box.centery - 3], after[:, box.centery + 3 :]
    assert (above[..., 0] - above[..., 2]).max() > 100  # coral
    assert (below[..., 2] - below[..., 0]).max() > 100  # azure


def test_what_lies_ahead_is_faint() -> None:
    target = canvas()
    figure = Butterfly.of(timelines("P1 snare |xxxx|\nP2 snare |xxxx|"))
    light = []
    for progress in (0.0, 0.5, 1.0):
        target.surface.fill((0, 0, 0))
        draw_butterfly(target, figure, *BOX, progress=progress)
        light.append(int(np.sum(pixels(target.surface))))
    assert light[0] < light[1] < light[2]


@pytest.mark.parametrize("progress", [-1.0, 0.0, 0.001, 0.999, 1.0, 7.0])
def test_any_progress_is_drawn(progress: float) -> None:
    target = canvas()
    figure = Butterfly.of(timelines(TRADE))
    draw_butterfly(target, figure, *BOX, progress=progress)
    line = np.flatnonzero(pixels(target.surface).min(axis=2).max(axis=1) > 200)
    box = target.rect_px(*BOX)
    expected = box.left + box.width * min(1, max(0, progress))
    assert line.mean() == pytest.approx(expected, abs=3)
