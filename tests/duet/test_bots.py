"""What a bot presses, and when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rhythm import MS, seat

from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.events import InputEvent
from game.judge.verdict import Grade, Verdict
from game.timing.units import Micros

THE_END_US = 10**9


def heard(at_ms: float, error_ms: float, is_timed: bool = True) -> Verdict:
    """A partner's hit at a time, with an error."""
    at_us = Micros(round(at_ms * MS))
    return Verdict(at_us, Grade.GREAT, "kick", 0, round(error_ms * MS), 100, is_timed)


def told(events: tuple[InputEvent, ...]) -> list[str]:
    return [f"{event.at_us} {event.lane}" for event in events]


def times_ms(events: tuple[InputEvent, ...]) -> list[float]:
    return [event.at_us / MS for event in events]


def test_a_perfect_bot_presses_each_note_at_its_time() -> None:
    bot = Bot(seat("snare x-x", "kick x--x"), BotSpec(), seed=1)
    assert told(bot.next(THE_END_US)) == ["0 kick", "0 snare", "200000 snare", "300000 kick"]


def test_a_bot_presses_when_the_song_has_reached_the_time_and_not_before() -> None:
    bot = Bot(seat("snare -x-x"), BotSpec(), seed=1)
    assert bot.next(99_999) == ()
    assert told(bot.next(100_000)) == ["100000 snare"]
    assert bot.next(100_000) == ()
    assert bot.wake_us() == 300_000
    assert told(bot.next(THE_END_US)) == ["300000 snare"]
    assert bot.wake_us() is None


def test_a_late_bot_is_late_and_an_early_one_early() -> None:
    part = seat("snare ---x---x")
    assert times_ms(Bot(part, BotSpec(60), 1).next(THE_END_US)) == [360, 760]
    assert times_ms(Bot(part, BotSpec(-60), 1).next(THE_END_US)) == [240, 640]
    assert times_ms(Bot(part, BotSpec(-250), 1).next(THE_END_US)) == [50, 450]


def test_a_chord_gets_one_error() -> None:
    bot = Bot(seat("snare xxx", "kick xxx", step_ms=1000), BotSpec(0, 20), seed=3)
    events = bot.next(THE_END_US)
    chords = [events[index : index + 2] for index in range(0, 6, 2)]
    assert all(kick.at_us == snare.at_us for kick, snare in chords)
    assert len({kick.at_us % 1_000_000 for kick, _ in chords}) == 3


def test_a_flam_is_pressed_once() -> None:
    assert told(Bot(seat("snare f-d"), BotSpec(), 1).next(THE_END_US)) == [
        "0 snare",
        "200000 snare",
    ]


def test_a_roll_is_struck_from_its_start_to_its_end() -> None:
    bot = Bot(seat("snare -r==-"), BotSpec(), seed=1)
    assert times_ms(bot.next(THE_END_US)) == [100, 220, 340]


def test_a_roll_is_not_struck_where_a_note_could_be_taken() -> None:
    # roll 100-500 ms; the hit at 300 ms has a window of [192, 408] ms
    bot = Bot(seat("snare -r===", "snare ---x"), BotSpec(), seed=1)
    assert times_ms(bot.next(THE_END_US)) == [100, 300, 460]


def test_accents_are_loud_and_ghosts_soft() -> None:
    events = Bot(seat("snare Xxg"), BotSpec(), seed=1).next(THE_END_US)
    assert [event.velocity for event in events] == [120, 90, 45]


def test_the_same_seed_plays_the_same_and_another_differs() -> None:
    part, spec = seat("snare xxxxxxxx", step_ms=500), BotSpec(0, 14)

    def played(seed: int, player: int = 1) -> list[float]:
        own = seat("snare xxxxxxxx", step_ms=500, player=player) if player == 2 else part
        return times_ms(Bot(own, spec, seed).next(THE_END_US))

    assert played(5) == played(5)
    assert played(5) != played(6)
    assert played(5) != played(5, player=2)


def test_scatter_has_the_deviation_that_was_asked_for() -> None:
    part = seat(f"snare {'x' * 2000}", step_ms=1000)
    events = Bot(part, BotSpec(10, 14), seed=1).next(3_000_000_000)
    errors_ms = [event.at_us / MS - 1000 * index for index, event in enumerate(events)]
    mean = sum(errors_ms) / len(errors_ms)
    sd = (sum((error - mean) ** 2 for error in errors_ms) / len(errors_ms)) ** 0.5
    assert abs(mean - 10) < 1
    assert abs(sd - 14) < 1


@pytest.mark.parametrize(
    ("partner", "at_ms"),
    [
        ([], 1000),
        ([heard(500, 40)], 1020),  # half of the partner's 40 ms
        ([heard(500, -40)], 980),
        ([heard(500, 40), heard(800, 10)], 1005),  # the latest
        ([heard(500, 40), heard(900, 10)], 1005),  # at least 100 ms old
        ([heard(500, 40), heard(900.001, 10)], 1020),  # too late to react to
        ([heard(500, 40), heard(800, 10, is_timed=False)], 1020),  # a flam says nothing
    ],
)
def test_a_follower_adds_its_share_of_the_partners_latest_error(
    partner: list[Verdict], at_ms: float
) -> None:
    bot = Bot(seat("snare ----------x"), BotSpec(0, 0, 0.5), seed=1)
    assert times_ms(bot.next(THE_END_US, partner)) == [at_ms]


def test_a_bot_does_not_strike_before_it_has_heard() -> None:
    # -250 ms of the partner at gain 1; it decides 100 ms before the note
    bot = Bot(seat("snare ----------x"), BotSpec(0, 0, 1), seed=1)
    assert times_ms(bot.next(THE_END_US, [heard(500, -250)])) == [900]


def test_a_stand_in_plays_only_from_where_it_sat_down() -> None:
    bot = Bot(seat("snare x-x-x-r="), BotSpec(-30), seed=1, start_us=Micros(200_000))
    assert times_ms(bot.next(THE_END_US)) == [200, 370, 600, 720]


def test_errors_and_steps_are_real_time_at_another_speed() -> None:
    bot = Bot(seat("snare ---x---r=="), BotSpec(60), seed=1, rate_pct=50)
    assert times_ms(bot.next(THE_END_US)) == [330, 700, 760, 820, 880, 940, 1000]


@settings(max_examples=50, deadline=None)
@given(
    steps_ms=st.lists(st.integers(1, 150), min_size=1, max_size=60),
    errors_ms=st.lists(st.integers(-100, 100), max_size=12),
    spec=st.builds(
        BotSpec, st.integers(-150, 150), st.sampled_from([0, 30]), st.sampled_from([0, 1])
    ),
)
def test_the_same_is_played_however_often_the_bot_is_asked(
    steps_ms: list[int], errors_ms: list[int], spec: BotSpec
) -> None:
    part = seat("snare x-xfx-r==-x-x-x", "kick xxxxxxxxxxxxx")
    partner = [heard(100 * index, error) for index, error in enumerate(errors_ms)]
    whole = Bot(part, spec, 7).next(THE_END_US, partner)
    bot = Bot(part, spec, 7)
    now_ms = -300
    played: list[InputEvent] = []
    for step_ms in [*steps_ms, 10_000]:
        now_ms += step_ms
        known = [verdict for verdict in partner if verdict.at_us <= now_ms * MS]
        events = bot.next(now_ms * MS, known)
        assert all(event.at_us <= now_ms * MS for event in events)
        played += events
    assert tuple(played) == whole
    assert [event.at_us for event in played] == sorted(event.at_us for event in played)
