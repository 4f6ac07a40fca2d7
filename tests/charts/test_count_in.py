import pytest
from helpers import chart

from game.charts.compile import compile_timeline
from game.charts.count_in import count_in_us, resume_from_us

S = 1_000_000


@pytest.mark.parametrize(
    ("text", "counted_s"),
    [
        # Half a second a quarter.
        ("P1 kick |o---|o---|\n", [-2, -1.5, -1, -0.5]),
        ("meter: 3/4\n\nP1 kick |o--|o--|\n", [-1.5, -1, -0.5]),
        # Dotted quarters are the pulse of 6/8.
        ("meter: 6/8\n\nP1 kick |o-----|o-----|\n", [-1.5, -0.75]),
        # A pick-up of one quarter is the fourth count itself.
        ("meter   |1/4|4/4 |\nP1 kick |o|o---|\n", [-1.5, -1, -0.5]),
    ],
)
def test_the_count_is_one_bar_less_the_pick_up(text: str, counted_s: list[float]) -> None:
    assert [at_us / S for at_us in count_in_us(chart(text))] == counted_s


@pytest.mark.parametrize(
    ("paused_s", "resumed_s"),
    [
        (5.5, 4.0),  # 1.5 s before, on the bar line
        (5.4, 2.0),  # the bar line of 4.0 s is too near
        (3.5, 2.0),
        (3.4, 0.0),
        (1.4, -0.1),  # before the first bar there is no bar line
    ],
)
def test_after_a_pause_the_song_goes_on_from_a_bar_line(paused_s: float, resumed_s: float) -> None:
    timeline = compile_timeline(chart("P1 kick |o---|o---|o---|\n"), 1)
    assert resume_from_us(timeline, round(paused_s * S)) == round(resumed_s * S)
