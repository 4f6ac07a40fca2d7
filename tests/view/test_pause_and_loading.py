"""The overlays around a play."""

from dataclasses import replace

import numpy as np
import pytest
from view_scenes import EVERYTHING, SIZE, STRINGS, canvas, changed, frame, pixels, timelines

from game.view.screens import loading, pause, play
from game.view.screens.loading import LoadingSnapshot
from game.view.screens.pause import PauseSnapshot

CHOICES = ("Resume", "Restart", "Leave")
PLAY = frame(timelines(EVERYTHING), 700_000)


def test_under_a_pause_the_play_shines_at_half() -> None:
    target = canvas()
    play.draw(target, PLAY, STRINGS)
    bright = pixels(target.surface)[:200]
    pause.draw(target, PauseSnapshot(PLAY, CHOICES, 0), STRINGS)
    assert pixels(target.surface)[:200].mean() == pytest.approx(bright.mean() / 2, rel=0.05)


def test_each_choice_and_the_second_question_look_different() -> None:
    target, seen = canvas(), []
    snapshots = [PauseSnapshot(PLAY, CHOICES, index) for index in range(len(CHOICES))]
    asked = PauseSnapshot(PLAY, (*CHOICES[:-1], "Press again to leave"), len(CHOICES) - 1)
    for snapshot in (*snapshots, asked):
        pause.draw(target, snapshot, STRINGS)
        seen.append(pixels(target.surface).tobytes())
    assert len(set(seen)) == len(CHOICES) + 1


def test_the_play_after_a_pause_is_drawn_as_before() -> None:
    target = canvas()
    play.draw(target, PLAY, STRINGS)
    before = pixels(target.surface)
    pause.draw(target, PauseSnapshot(PLAY, CHOICES, 0), STRINGS)
    play.draw(target, PLAY, STRINGS)
    assert not changed(before, pixels(target.surface)).any()


def test_a_short_wait_shows_the_night_only() -> None:
    target = canvas()
    target.background()
    night = pixels(target.surface)
    loading.draw(target, LoadingSnapshot("Two Kits"), STRINGS)
    assert not changed(night, pixels(target.surface)).any()


@pytest.mark.parametrize("progress", [0.0, 0.5, 1.0])
def test_progress_grows_from_both_sides(progress: float) -> None:
    target = canvas()
    loading.draw(target, LoadingSnapshot("Two Kits", progress), STRINGS)
    row = pixels(target.surface)[:, target.y_px(612)]
    coral = np.flatnonzero(row[:, 0] - row[:, 2] > 120)
    azure = np.flatnonzero(row[:, 2] - row[:, 0] > 120)
    assert len(coral) == pytest.approx(len(azure), abs=2)
    assert coral.max() < SIZE[0] / 2 + 1 and azure.min() > SIZE[0] / 2 - 2
    assert len(coral) == pytest.approx(max(16, 400 * progress) * target.scale, abs=4)


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080), (720, 960)])
def test_a_fault_is_said_in_full(size: tuple[int, int]) -> None:
    target = canvas(size)
    short = LoadingSnapshot("Two Kits", fault="two-kits.ogg: found nothing, expected a sound")
    loading.draw(target, short, STRINGS)
    first = pixels(target.surface)
    loading.draw(target, replace(short, fault=f"{short.fault} " * 6), STRINGS)
    panel = changed(first, pixels(target.surface)).any(axis=0).nonzero()[0]
    assert panel[0] > 0 and panel[-1] < size[1] - 1
