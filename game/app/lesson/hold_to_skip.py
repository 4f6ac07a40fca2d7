"""What leads past the rest of an idea: a drum held for a second; on pads, a roll on a cymbal."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from game.app.play.hold_to_pause import HoldToPause
from game.app.play.written_rolls import WrittenRolls
from game.charts.pieces import Piece
from game.charts.timeline import Timeline
from game.input.bindings import Binding, KeyBindings
from game.input.keyboard import Keyboard

_NS_PER_MS = 1_000_000
HOLD_NS = 1_000 * _NS_PER_MS
"""How long a key is held until it skips."""

SHOWN_AFTER_NS = 350 * _NS_PER_MS
"""So long a stroke may take that is no more than a stroke: until then nothing is shown."""


class HoldToSkip:
    """Follows drums, and tells how far a skip is.

    A hand that stays down through a roll of the part holds for the roll, and for nothing else.
    """

    def __init__(self, is_by_pads: bool, timelines: Iterable[Timeline] = ()) -> None:
        """
        Args:
            is_by_pads: whether a roll on one cymbal skips too.
            timelines: of the parts that are played meanwhile, if there are any.
        """
        self._hold = HoldToPause(HOLD_NS - SHOWN_AFTER_NS, is_by_pads)
        self._written_rolls = WrittenRolls(timelines)
        self._drums: dict[str, Binding] = {}

    @property
    def is_held(self) -> bool:
        """Whether any key is down."""
        return bool(self._drums)

    def let_go(self) -> None:
        """Forget all that was held."""
        self._hold.let_go()
        self._drums.clear()

    def hear(
        self, event: pygame.Event, at_ns: int, keyboard: Keyboard, bindings: KeyBindings
    ) -> None:
        """Take an event of the keyboard."""
        if event.type == pygame.KEYUP:
            self.release(keyboard.name(event))
        elif event.type == pygame.WINDOWFOCUSLOST:
            self.let_go()
        elif event.type == pygame.KEYDOWN:
            key = keyboard.name(event)
            drum = bindings.binding(key)
            if drum is not None:
                self.press(key, drum, at_ns)

    def press(self, key: str, drum: Binding, at_ns: int) -> None:
        """A drum's key went down."""
        self._drums[key] = drum
        self._hold.press(key, at_ns + SHOWN_AFTER_NS)

    def release(self, key: str) -> None:
        """Any key was let go."""
        self._drums.pop(key, None)
        self._hold.release(key)

    def strike(self, drum: Binding, piece: Piece, at_ns: int, song_us: int) -> None:
        """A stroke of a pad, at a host time and at the song time that sounded then."""
        is_written = self._written_rolls.is_at(drum, song_us)
        self._hold.strike(drum.player, piece, at_ns, is_written)

    def share(self, now_ns: int, song_us: int) -> float:
        """How far a skip is: from 0, nothing is held, to 1, it is due."""
        for key, drum in self._drums.items():
            if self._written_rolls.is_at(drum, song_us):
                self._hold.release(key)
                self._hold.press(key, now_ns + SHOWN_AFTER_NS)
        return self._hold.share(now_ns)
