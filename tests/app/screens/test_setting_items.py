"""Settings that are stepped and slid."""

import pytest

from game.app.screens.setting_items import ITEMS, Choice, Setting, Slider, Toggle
from game.app.settings.values import CHOICES, RANGES, Settings

SETTINGS = [item for item in ITEMS if isinstance(item, Setting)]
VOLUME = Slider("volumes.click_pct", 5)
RATE = Choice("display.frames_per_s", (30, 60, 120))


def value_after(item, value, steps):
    return item.value(item.stepped(item.put(Settings(), value), steps))


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [
        (80, 1, 85),
        (80, -1, 75),
        (100, 1, 100),
        (0, -1, 0),
        (82, 1, 85),  # a number from the file comes back onto the steps
        (82, -1, 80),
    ],
)
def test_a_slider_moves_in_steps_within_its_range(value, steps, expected):
    assert value_after(VOLUME, value, steps) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(-1, 0), (0, 0), (0.51, 50), (0.53, 55), (1, 100), (2, 100)]
)
def test_a_slider_is_dragged_to_the_nearest_step(share, expected):
    assert VOLUME.value(VOLUME.moved(Settings(), share)) == expected


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [(60, 1, 120), (60, -1, 30), (120, 1, 120), (30, -1, 30), (75, 1, 120), (75, -1, 60)],
)
def test_a_choice_goes_on_to_its_neighbour(value, steps, expected):
    assert value_after(RATE, value, steps) == expected


def test_right_switches_on_and_left_off():
    toggle = Toggle("playing.metronome")
    assert value_after(toggle, False, 1) is True
    assert value_after(toggle, True, -1) is False


@pytest.mark.parametrize("item", SETTINGS, ids=lambda item: item.place)
def test_every_setting_stays_within_what_the_file_allows(item):
    settings = item.stepped(Settings(), -1)
    for _ in range(200):
        settings = item.stepped(settings, 1)
        if item.place in RANGES:
            low, high = RANGES[item.place]
            assert low <= item.value(settings) <= high
        if item.place in CHOICES:
            assert item.value(settings) in CHOICES[item.place]
    assert item.ends(settings)[1] is False
