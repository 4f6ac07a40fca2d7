"""What voices share: together below the ceiling, alone as loud as they were asked to be."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from game.audio.peak_budget import PeakBudget

CEILING = 0.5
MS = 1_000_000


class Clock:
    now_ns = 0

    def __call__(self) -> int:
        return self.now_ns


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def budget(mixer, clock) -> PeakBudget:
    return PeakBudget(CEILING, slack_ms=5, now_ns=clock)


def stroke(peak: float, length_s: float = 1.0) -> pygame.mixer.Sound:
    """At its peak at once, and half as loud every tenth of a second."""
    at_s = np.arange(round(length_s * 48_000)) / 48_000
    mono = (peak * 32_768 * 0.5 ** (at_s * 10)).astype(np.int16)
    return pygame.mixer.Sound(buffer=np.repeat(mono[:, np.newaxis], 2, axis=1).tobytes())


class Player:
    """Starts sounds on channels of their own, as `Voices` does."""

    def __init__(self, budget: PeakBudget) -> None:
        self.budget = budget
        self.channels: list[pygame.mixer.Channel] = []

    def play(self, sound: pygame.mixer.Sound, left: float = 1.0, right: float = 1.0) -> None:
        channel = pygame.mixer.Channel(len(self.channels))
        gains = self.budget.admit(channel, sound, left, right)
        channel.set_volume(*gains)
        channel.play(sound)
        self.channels.append(channel)


def _sides(budget: PeakBudget, channel: pygame.mixer.Channel) -> tuple[float, float]:
    return next(voice.gains for voice in budget._ringing if voice.channel is channel)


def gains_of(player: Player) -> list[tuple[float, float]]:
    return [_sides(player.budget, channel) for channel in player.channels]


def test_one_stroke_sounds_as_loud_as_it_is_asked_to(budget) -> None:
    player = Player(budget)
    player.play(stroke(0.45), 0.9, 0.6)
    assert gains_of(player) == [(0.9, 0.6)]


def test_strokes_that_fit_leave_each_other_alone(budget) -> None:
    player = Player(budget)
    player.play(stroke(0.2))
    player.play(stroke(0.25))
    assert gains_of(player) == [(1, 1), (1, 1)]


@pytest.mark.parametrize("strokes", [2, 4, 6])
def test_strokes_at_once_share_what_there_is(budget, strokes) -> None:
    player = Player(budget)
    for _ in range(strokes):
        player.play(stroke(0.4))
    gains = [left for left, _ in gains_of(player)]
    # All alike, and together at the ceiling: 0.5 = strokes · 0.4 · gain.
    assert gains == pytest.approx([CEILING / 0.4 / strokes] * strokes, rel=0.01)


def test_each_side_is_counted_by_itself(budget) -> None:
    player = Player(budget)
    player.play(stroke(0.45), 1, 0)
    player.play(stroke(0.45), 0, 1)
    assert gains_of(player) == [(1, 0), (0, 1)]


def test_what_has_faded_leaves_its_room(budget, clock) -> None:
    player = Player(budget)
    player.play(stroke(0.4))
    clock.now_ns = 400 * MS  # 0.4 / 2⁴ = 0.025, and 5 ms of slack
    player.play(stroke(0.4))
    assert gains_of(player) == [(1, 1), (1, 1)]


def test_a_voice_that_was_stopped_or_taken_over_counts_no_more(budget) -> None:
    first, second = pygame.mixer.Channel(0), pygame.mixer.Channel(1)
    for channel in (first, second):
        assert budget.admit(channel, stroke(0.25), 1, 1) == (1, 1)
        channel.play(stroke(0.25))
    second.stop()
    assert budget.admit(first, stroke(0.45), 1, 1) == (1, 1)


def test_a_crowd_never_goes_beyond_the_ceiling(budget, clock) -> None:
    player = Player(budget)
    sound = stroke(0.45)
    decay = np.abs(pygame.sndarray.samples(sound)[:, 0]) / 32_768
    heard = np.zeros(96_000)
    pygame.mixer.set_num_channels(40)
    starts_ms = [0, 0, 0, 3, 9, 20, 20, 50, 51, 80, 150, 151, 152, 300, 300, 300]
    history: list[list[float]] = []
    for start_ms in starts_ms:
        clock.now_ns = start_ms * MS
        player.play(sound)
        history.append([left for left, _ in gains_of(player)])
    for index, start_ms in enumerate(starts_ms):
        start = start_ms * 48
        gain = np.zeros(96_000)
        for later, gains in zip(starts_ms[index:], history[index:], strict=True):
            gain[later * 48 :] = gains[index]
        heard[start : start + len(decay)] += decay * gain[start : start + len(decay)]
    assert 0.45 < heard.max() <= CEILING * 1.001
