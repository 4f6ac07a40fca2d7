"""What pauses on purpose, and what is only music."""

from __future__ import annotations

import pytest
from helpers import chart

from game.app.play.hold_to_pause import GAP_NS, ROLL_NS, HoldToPause
from game.app.play.written_rolls import WrittenRolls
from game.charts.compile import compile_timeline
from game.charts.pieces import Piece
from game.input.bindings import Binding

MS = 1_000_000
BAR_US = 2_000_000


def held(key_hold_ms: int = 400, is_by_pads: bool = True) -> HoldToPause:
    return HoldToPause(key_hold_ms * MS, is_by_pads)


def rolled(hold: HoldToPause, pads: list[Piece], apart_ms: int, is_written: bool = False) -> int:
    """Strike pads in turn for two seconds; returns when the pause was due, in ms, or -1."""
    for n, at_ms in enumerate(range(0, 2_001, apart_ms)):
        hold.strike(1, pads[n % len(pads)], at_ms * MS, is_written)
        if hold.is_due(at_ms * MS):
            return at_ms
    return -1


def test_a_key_pauses_at_once_where_it_need_not_be_held() -> None:
    hold = held(0)
    assert not hold.is_due(0)
    hold.press("ESCAPE", 7)
    assert hold.is_due(7)


@pytest.mark.parametrize(
    ("after_ms", "share", "is_due"), [(0, 0, False), (200, 0.5, False), (399, 0.9975, False),
                                      (400, 1, True), (900, 1, True)],
)  # fmt: skip
def test_a_held_key_fills_the_ring(after_ms: int, share: float, is_due: bool) -> None:
    hold = held()
    hold.press("ESCAPE", 5 * MS)
    now_ns = (5 + after_ms) * MS
    assert (hold.share(now_ns), hold.is_due(now_ns)) == (pytest.approx(share), is_due)


def test_a_bumped_key_does_nothing() -> None:
    hold = held()
    hold.press("BACKSPACE", 0)
    hold.release("BACKSPACE")
    assert hold.share(500 * MS) == 0


def test_another_key_that_is_let_go_takes_nothing_back() -> None:
    hold = held()
    hold.press("ESCAPE", 0)
    hold.release("KEY_A")
    assert hold.is_due(400 * MS)


def test_what_was_held_before_is_forgotten() -> None:
    hold = held()
    hold.press("ESCAPE", 0)
    hold.let_go()
    assert hold.share(500 * MS) == 0


@pytest.mark.parametrize("cymbal", [Piece.CRASH, Piece.CRASH2, Piece.RIDE, Piece.CHINA])
@pytest.mark.parametrize("apart_ms", [50, 100, 125, 180])  # a roll's strokes are at most 180 apart
def test_a_roll_on_one_cymbal_pauses_after_a_second_and_a_half(
    cymbal: Piece, apart_ms: int
) -> None:
    assert ROLL_NS // MS <= rolled(held(), [cymbal], apart_ms) <= ROLL_NS // MS + apart_ms


@pytest.mark.parametrize(
    "played",
    [
        ([Piece.CRASH], 181),  # eighths at 165 beats a minute
        ([Piece.RIDE], 200),
        ([Piece.HAT], 100),  # sixteenths on the hat
        ([Piece.SNARE], 60),  # a build-up
        ([Piece.TOM3], 80),
        ([Piece.CRASH, Piece.CRASH2], 80),  # a swell on two
        ([Piece.RIDE] * 3 + [Piece.KICK], 100),
        ([Piece.CRASH] * 7 + [Piece.SNARE], 125),  # sixteenths with a backbeat
        ([Piece.PEDAL], 150),
    ],
)
def test_music_does_not_pause(played: tuple[list[Piece], int]) -> None:
    assert rolled(held(), *played) == -1


def test_bell_and_ride_are_one_cymbal() -> None:
    assert rolled(held(), [Piece.RIDE, Piece.BELL], 100) == ROLL_NS // MS


def test_a_roll_that_the_part_asks_for_does_not_pause() -> None:
    assert rolled(held(), [Piece.CRASH], 100, is_written=True) == -1


def test_pads_pause_nothing_where_that_is_switched_off() -> None:
    assert rolled(held(is_by_pads=False), [Piece.CRASH], 100) == -1


def test_the_ring_is_empty_as_soon_as_the_roll_stops_and_for_single_strokes() -> None:
    hold = held()
    for at_ms in (0, 100, 200, 300):
        hold.strike(1, Piece.CRASH, at_ms * MS, False)
        assert hold.share(at_ms * MS) == 0
    hold.strike(1, Piece.CRASH, 400 * MS, False)
    assert hold.share(400 * MS) == pytest.approx(400 / 1_500)
    assert hold.share(400 * MS + GAP_NS + 1) == 0


def test_the_partners_drums_do_not_break_a_roll() -> None:
    hold = held()
    for at_ms in range(0, 1_501, 100):
        hold.strike(1, Piece.CRASH, at_ms * MS, False)
        hold.strike(2, Piece.SNARE, at_ms * MS, False)
    assert hold.is_due(1_500 * MS)


@pytest.mark.parametrize(
    ("part", "lane", "bar", "is_written"),
    [
        ("P1 crash |x---|", "cymbal", 0.5, False),
        ("P1 hat |x-x-x-x-|", "cymbal", 0.5, False),  # eighths at 120: a roll is twice as dense
        ("P1 hat |xxxxxxxxxxxxxxxx|", "cymbal", 0.5, True),
        ("P1 snare |xxxxxxxxxxxxxxxx|", "cymbal", 0.5, False),
        ("P1 crash |r===|", "cymbal", 0.5, True),
    ],
)
def test_a_written_roll_is_dense_or_says_so(
    part: str, lane: str, bar: float, is_written: bool
) -> None:
    rolls = WrittenRolls([compile_timeline(chart(part), 1, 5, "four")])
    assert rolls.is_at(Binding(1, lane), int(bar * BAR_US)) is is_written
