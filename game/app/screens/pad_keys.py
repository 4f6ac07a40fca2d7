"""Pads that steer menus: which pad is which key, and which strokes are meant for a menu.

The drums from left to right are the arrows in the order left, up, down, right; the kick chooses,
and a cymbal goes back. Hat and pedal do nothing: hands and feet rest there. In play nothing of
this is asked.

A stroke steers only where it stands alone: rolls, echoes and drumming on do nothing, and neither
does anything before the kit has been at rest for a moment since the screen appeared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.app.screens.menu_keys import MenuKey
from game.charts.pieces import Piece
from game.input.midi.filters import PadHit

_NS_PER_MS = 1_000_000
FIRM = 30
"""Softer strokes are a hand that comes to rest."""

KEYS_OF_DRUMS: Mapping[Piece, MenuKey] = {
    Piece.SNARE: MenuKey.LEFT,
    Piece.RIM: MenuKey.LEFT,
    Piece.TOM1: MenuKey.UP,
    Piece.TOM2: MenuKey.DOWN,
    Piece.TOM3: MenuKey.RIGHT,
    Piece.KICK: MenuKey.CHOOSE,
    Piece.CRASH: MenuKey.BACK,
    Piece.CRASH2: MenuKey.BACK,
    Piece.CHINA: MenuKey.BACK,
    Piece.SPLASH: MenuKey.BACK,
    Piece.RIDE: MenuKey.BACK,
    Piece.BELL: MenuKey.BACK,
}


@dataclass(frozen=True, slots=True)
class Alone:
    """How much silence of the same kit a stroke needs around it."""

    before_ns: int
    after_ns: int
    """The menu hears of the stroke so much later."""


STEERING = Alone(150 * _NS_PER_MS, 0)
"""Where pads do nothing else."""

BETWEEN_DRUMMING = Alone(500 * _NS_PER_MS, 350 * _NS_PER_MS)
"""Where drummers try their kits out too."""

SETTLED_NS = 400 * _NS_PER_MS
"""How long all kits must be at rest before they steer a screen that has just appeared."""

PLAYED_OUT_NS = 1_000 * _NS_PER_MS
"""The same for a screen that ends a play or cuts it short: hands drum on for a while."""


class PadKeys:
    """Hears all strokes in menus, and gives the keys that they mean."""

    def __init__(self) -> None:
        self.is_in_use = False
        """Whether pads were struck since a key was last pressed: then hints tell of pads."""

        self._rest_ns = 0
        self._deaf_until_ns = 0
        self._struck_ns: dict[str, int] = {}
        self._meant: dict[str, tuple[int, MenuKey]] = {}

    @property
    def due_ns(self) -> int | None:
        """When the next key is meant unless the drumming goes on."""
        return min((due_ns for due_ns, _ in self._meant.values()), default=None)

    def settle(self, now_ns: int, rest_ns: int = SETTLED_NS) -> None:
        """Nothing steers until all kits have been at rest for so long from now on."""
        self._rest_ns = rest_ns
        self._deaf_until_ns = now_ns + rest_ns
        self._meant.clear()

    def hear(self, hit: PadHit, alone: Alone = STEERING) -> None:
        """A stroke that the filters have let pass."""
        device, at_ns = hit.raw.device, hit.raw.host_ns
        self.is_in_use = True
        self._meant.pop(device, None)
        before_ns = self._struck_ns.get(device)
        self._struck_ns[device] = at_ns
        if at_ns < self._deaf_until_ns:
            self._deaf_until_ns = at_ns + self._rest_ns
            return
        key = KEYS_OF_DRUMS.get(hit.piece) if hit.piece else None
        is_alone = before_ns is None or at_ns - before_ns >= alone.before_ns
        if key is not None and is_alone and hit.raw.velocity >= FIRM:
            self._meant[device] = (at_ns + alone.after_ns, key)

    def take(self, now_ns: int) -> MenuKey | None:
        """The next key that is meant by now, once."""
        for device, (due_ns, key) in self._meant.items():
            if due_ns <= now_ns:
                del self._meant[device]
                return key
        return None
