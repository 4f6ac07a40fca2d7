"""Pads that steer menus: lone, firm strokes, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.screens.menu_keys import MenuKey
from game.app.screens.pad_keys import (
    BETWEEN_DRUMMING,
    FIRM,
    KEYS_OF_DRUMS,
    PLAYED_OUT_NS,
    SETTLED_NS,
    STEERING,
    PadKeys,
)
from game.charts.pieces import Piece
from game.input.midi.filters import PadHit
from game.input.raw_hit import RawHit

MS = 1_000_000


def stroke(at_ms: int, drum: Piece | None = Piece.KICK, velocity: int = 100, kit: str = "TD"):
    return PadHit(RawHit(at_ms * MS, kit, 0, velocity), drum)


def meant(*strokes: PadHit, alone=STEERING) -> list[MenuKey]:
    """The keys of strokes that are heard as they come, and of the second after them."""
    pads, keys = PadKeys(), []
    for each in strokes:
        pads.hear(each, alone)
        keys.append(pads.take(each.raw.host_ns))
    keys.append(pads.take(10**12))
    return [key for key in keys if key]


@pytest.mark.parametrize(
    ("drum", "key"),
    [
        (Piece.SNARE, MenuKey.LEFT),
        (Piece.TOM1, MenuKey.UP),
        (Piece.TOM2, MenuKey.DOWN),
        (Piece.TOM3, MenuKey.RIGHT),
        (Piece.KICK, MenuKey.CHOOSE),
        (Piece.CRASH, MenuKey.BACK),
        (Piece.RIDE, MenuKey.BACK),
    ],
)
def test_a_drum_is_a_key(drum: Piece, key: MenuKey) -> None:
    assert meant(stroke(0, drum)) == [key]


@pytest.mark.parametrize("drum", [Piece.HAT, Piece.PEDAL, None])
def test_where_hands_and_feet_rest_nothing_is_meant(drum: Piece | None) -> None:
    assert meant(stroke(0, drum)) == []


def test_drums_from_left_to_right_are_arrows_of_every_direction() -> None:
    arrows = {MenuKey.LEFT, MenuKey.UP, MenuKey.DOWN, MenuKey.RIGHT}
    assert {*KEYS_OF_DRUMS.values()} == arrows | {MenuKey.CHOOSE, MenuKey.BACK}


@pytest.mark.parametrize(("velocity", "keys"), [(FIRM - 1, []), (FIRM, [MenuKey.CHOOSE])])
def test_a_soft_touch_means_nothing(velocity: int, keys: list[MenuKey]) -> None:
    assert meant(stroke(0, velocity=velocity)) == keys


@pytest.mark.parametrize(
    ("apart_ms", "count"),
    [(60, 1), (149, 1), (150, 5), (400, 5)],  # a stroke needs 150 ms of silence before it
)
def test_a_roll_moves_once_and_single_strokes_move_each(apart_ms: int, count: int) -> None:
    strokes = [stroke(n * apart_ms, Piece.TOM2) for n in range(5)]
    assert meant(*strokes) == [MenuKey.DOWN] * count


def test_what_shakes_beside_a_stroke_means_nothing() -> None:
    assert meant(stroke(0, Piece.TOM1), stroke(9, Piece.TOM2)) == [MenuKey.UP]


def test_two_kits_do_not_silence_each_other() -> None:
    keys = meant(stroke(0, Piece.TOM1, kit="A"), stroke(20, Piece.KICK, kit="B"))
    assert keys == [MenuKey.UP, MenuKey.CHOOSE]


@pytest.mark.parametrize(
    ("times_ms", "count"),
    [
        ([0], 1),
        ([0, 350], 0),  # the next stroke came within 350 ms, and was not alone either
        ([0, 499], 1),  # the first was alone; the second has only 499 ms before it
        ([0, 500], 2),
        ([0, 125, 250, 375, 500, 625], 0),  # a bar of eighths, tried out
    ],
)
def test_between_drumming_only_what_stands_alone_is_meant(times_ms, count) -> None:
    pads, keys = PadKeys(), []
    for at_ms in range(2_000):
        if at_ms in times_ms:
            pads.hear(stroke(at_ms), BETWEEN_DRUMMING)
        keys.append(pads.take(at_ms * MS - 1))
    assert len([key for key in keys if key]) == count


def test_who_drums_on_into_a_screen_steers_nothing_until_the_hands_rest() -> None:
    pads = PadKeys()
    pads.settle(0, PLAYED_OUT_NS)
    rest_ms = PLAYED_OUT_NS // MS
    for at_ms in range(0, 10 * rest_ms, rest_ms - 1):
        pads.hear(stroke(at_ms))
        assert pads.take(10**12) is None
    pads.hear(stroke(at_ms + rest_ms))
    assert pads.take(10**12) is MenuKey.CHOOSE


@pytest.mark.parametrize(("after_ms", "is_meant"), [(-5, False), (399, False), (400, True)])
def test_a_screen_that_has_just_appeared_hears_nothing(after_ms: int, is_meant: bool) -> None:
    pads = PadKeys()
    pads.settle(1_000 * MS)
    pads.hear(stroke(1_000 + after_ms))
    assert (pads.take(10**12) is MenuKey.CHOOSE) is is_meant
    assert SETTLED_NS == 400 * MS


def test_a_screen_that_appears_forgets_what_was_meant_for_the_last_one() -> None:
    pads = PadKeys()
    pads.hear(stroke(0), BETWEEN_DRUMMING)
    pads.settle(100 * MS)
    assert pads.due_ns is None
    assert pads.take(10**12) is None


@given(st.lists(st.tuples(st.integers(0, 3_000), st.sampled_from([*Piece]))))
def test_a_stroke_is_meant_at_most_once_and_never_within_the_silence(played) -> None:
    strokes = [stroke(at_ms, drum) for at_ms, drum in sorted(played)]
    pads, times_ms = PadKeys(), []
    for each in strokes:
        pads.hear(each)
        if pads.take(each.raw.host_ns):
            times_ms.append(each.raw.host_ns // MS)
    apart_ms = [after - before for before, after in pairwise(times_ms)]
    assert all(apart >= 150 for apart in apart_ms)
