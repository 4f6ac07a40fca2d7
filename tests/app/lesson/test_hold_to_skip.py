"""What skips on purpose, and what is only drumming."""

from __future__ import annotations

import pygame
import pytest
from helpers import chart

from game.app.lesson.hold_to_skip import HOLD_NS, SHOWN_AFTER_NS, HoldToSkip
from game.app.play.hold_to_pause import ROLL_NS
from game.charts.compile import compile_timeline
from game.charts.pieces import Piece
from game.input.bindings import DEFAULT_KEYS, Binding, KeyBindings
from game.input.key_names import scancode_of
from game.input.keyboard import Keyboard

MS = 1_000_000
KICK, SNARE = Binding(1, "kick"), Binding(1, "snare")
# A roll from 1 s to 1.5 s.
ROLL = "P1 snare |--r-|----|\nP1 kick |o---|o---|"


def held(*drums: Binding) -> HoldToSkip:
    """Held from time 0 on, in a song that begins there too."""
    hold = HoldToSkip(True, [compile_timeline(chart(ROLL), 1)])
    for drum in drums:
        hold.press(drum.lane, drum, 0)
    return hold


def share_at(hold: HoldToSkip, at_ms: int) -> float:
    return hold.share(at_ms * MS, at_ms * 1_000)


@pytest.mark.parametrize(
    ("at_ms", "share"),
    [(0, 0), (120, 0), (350, 0), (675, 0.5), (999, pytest.approx(0.998, abs=0.001)), (1_000, 1)],
)  # shown from 350 ms on: 650 ms to fill the ring
def test_a_drum_held_for_a_second_skips(at_ms: int, share: float) -> None:
    assert share_at(held(KICK), at_ms) == share


def test_strokes_show_nothing_however_many_they_are() -> None:
    hold = held()
    for at_ms in range(0, 5_000, 250):
        hold.press("kick", KICK, at_ms * MS)
        assert share_at(hold, at_ms + 200) == 0
        hold.release("kick")
        assert share_at(hold, at_ms + 240) == 0


def test_the_drum_that_is_held_longest_counts() -> None:
    hold = held(KICK)
    hold.press("snare", SNARE, 600 * MS)
    hold.release("snare")
    assert share_at(hold, 1_000) == 1


def test_a_hand_that_stays_down_through_a_written_roll_skips_nothing() -> None:
    hold = held()
    hold.press("snare", SNARE, 900 * MS)
    # The roll ends at 1.5 s, and strokes for it are expected until 180 ms later.
    assert max(share_at(hold, at_ms) for at_ms in range(900, 1_680 + 360, 10)) == 0
    assert 0.9 < share_at(hold, 1_680 + 990) < 1
    assert share_at(hold, 1_680 + 1_000) == 1


def test_another_drum_is_held_as_ever_while_one_rolls() -> None:
    hold = held()
    hold.press("kick", KICK, 900 * MS)
    hold.press("snare", SNARE, 900 * MS)
    assert max(share_at(hold, at_ms) for at_ms in range(900, 1_901, 10)) == 1


def test_what_was_held_before_is_forgotten() -> None:
    hold = held(KICK)
    assert hold.is_held
    hold.let_go()
    assert not hold.is_held
    assert share_at(hold, 2_000) == 0


@pytest.mark.parametrize(("is_by_pads", "share"), [(True, 1), (False, 0)])
def test_on_pads_a_roll_on_one_cymbal_skips(is_by_pads: bool, share: int) -> None:
    hold = HoldToSkip(is_by_pads)
    for at_ns in range(0, ROLL_NS + 1, 100 * MS):
        hold.strike(Binding(1, "cymbal"), Piece.CRASH, at_ns, song_us=0)
    assert hold.share(ROLL_NS, song_us=0) == share


def event(kind: int, key: str = "") -> pygame.Event:
    return pygame.Event(kind, scancode=scancode_of(key) if key else 0, key=0)


@pytest.mark.parametrize(
    ("events", "share"),
    [
        ((event(pygame.KEYDOWN, "F"),), 1),
        ((event(pygame.KEYDOWN, "F"), event(pygame.KEYUP, "D")), 1),
        ((event(pygame.KEYDOWN, "F"), event(pygame.KEYUP, "F")), 0),
        ((event(pygame.KEYDOWN, "F"), event(pygame.WINDOWFOCUSLOST)), 0),
        ((event(pygame.KEYDOWN, "G"),), 0),  # nobody's drum
    ],
)
def test_keys_are_held_from_down_to_up(events: tuple[pygame.Event, ...], share: int) -> None:
    hold, keys = HoldToSkip(True), KeyBindings(DEFAULT_KEYS["four"])
    for each in events:
        hold.hear(each, 0, Keyboard(), keys)
    assert hold.share(HOLD_NS, song_us=0) == share


def test_the_ring_is_seen_for_longer_than_it_is_not() -> None:
    assert 2 * SHOWN_AFTER_NS < HOLD_NS
