import pytest

from game.charts.compile import compile_timeline
from game.charts.count_in import count_in_us, resume_from_us
from helpers import chart

S = 1_000_000


@pytest.mark.parametrize(
    ("text", "counted_s"),
    [
        # One second a quarter: 4 3 2 1 before the first bar.
        ("bpm: 60\n\nP1 kick |o---|o---|\n", [-4, -3, -2, -1]),
        ("bpm: 60\nmeter: 3/4\n\nP1 kick |o--|o--|\n", [-3, -2, -1]),
        # Dotted quarters are the pulse of 6/8.
        ("bpm: 60\nmeter: 6/8\n\nP1 kick |o-----|o-----|\n", [-3, -1.5]),
        # A pick-up of one quarter is the fourth count itself.
        ("bpm: 60\n\nmeter   |1/4|4/4 |\nP1 kick |o|o---|\n", [-3, -2, -1]),
    ],
)
def test_the_count_is_one_bar_less_the_pick_up(text: str, counted_s: list[float]) -> None:
    assert [at_us / S for at_us in count_in_us(chart(text))] == counted_s


@pytest.mark.parametrize(
    ("paused_s", "resumed_s"),
    [
        (9.5, 8.0),  # 1.5 s before, on the bar line
        (9.4, 4.0),  # the bar line of 8.0 s is too near
        (5.5, 4.0),
        (5.4, 0.0),
        (1.4, -0.1),  # before the first bar there is no bar line
    ],
)
def test_after_a_pause_the_song_goes_on_from_a_bar_line(paused_s: float, resumed_s: float) -> None:
    timeline = compile_timeline(chart("bpm: 60\n\nP1 kick |o---|o---|o---|\n"), 1)
    assert resume_from_us(timeline, round(paused_s * S)) == round(resumed_s * S)
