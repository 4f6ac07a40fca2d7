"""The two players' keys outside of play: they sound, and are lit for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pygame

from game.app.services import Services
from game.charts.layouts import LAYOUTS
from game.input.bindings import Binding, KeyBindings
from game.input.midi.filters import PadHit

NS_PER_MS = 1_000_000
_LIT_MS = 120
_GLOW_STEP_MS = 30
GLOW_STEPS = 6
"""How many pictures a drum's light takes to fade."""


@dataclass(slots=True)
class _Press:
    at_ns: int
    is_held: bool = True


class DrumKeys:
    """Sounds the drum of a player's key and remembers which keys are down."""

    def __init__(self, services: Services, layouts: Mapping[int, str]) -> None:
        """Take player -> layout."""
        self._services = services
        self._presses: dict[Binding, _Press] = {}
        self.use(layouts)

    def use(self, layouts: Mapping[int, str]) -> None:
        """Listen to the keys of these layouts from now on."""
        keys = self._services.settings.keys
        self._layouts = dict(layouts)
        self._bindings = KeyBindings({p: keys[layout][p] for p, layout in layouts.items()})
        self._presses.clear()

    def handle(self, event: pygame.Event, at_ns: int) -> Binding | None:
        """Whose drum was struck by this event, if any."""
        if event.type == pygame.KEYUP:
            released = self._bindings.binding(self._services.keyboard.name(event))
            if released in self._presses:
                self._presses[released].is_held = False
        elif event.type == pygame.WINDOWFOCUSLOST:
            for press in self._presses.values():
                press.is_held = False
        elif event.type == pygame.KEYDOWN and self._services.keyboard.hit(event, at_ns):
            struck = self._bindings.binding(self._services.keyboard.name(event))
            if struck is not None:
                self.strike(struck, at_ns)
            return struck
        return None

    def strike(self, struck: Binding, at_ns: int, is_held: bool = True) -> None:
        """Sound a drum and light its key."""
        layout = LAYOUTS[self._layouts[struck.player]]
        self._services.sound.strike(struck.player, layout.lanes[struck.lane][0])
        self._presses[struck] = _Press(at_ns, is_held)

    def strike_pad(self, struck: Binding, hit: PadHit, at_ns: int) -> None:
        """Sound the drum that a pad is, as loud as it was hit, and light its lane."""
        if hit.piece is not None:
            velocity, is_open = hit.raw.velocity, hit.is_open
            self._services.sound.strike(struck.player, hit.piece, velocity, open=is_open)
            self._presses[struck] = _Press(at_ns, is_held=False)

    def lit(self, now_ns: int) -> frozenset[Binding]:
        """The drums whose keys are down, or were a moment ago."""
        return frozenset(
            binding
            for binding, press in self._presses.items()
            if press.is_held or now_ns < press.at_ns + _LIT_MS * NS_PER_MS
        )

    def glow(self, player: int, now_ns: int) -> int:
        """How bright a player's last stroke still shines: 0 to `GLOW_STEPS`."""
        strokes_ns = [p.at_ns for binding, p in self._presses.items() if binding.player == player]
        if not strokes_ns:
            return 0
        steps_ago = max(0, now_ns - max(strokes_ns)) // (_GLOW_STEP_MS * NS_PER_MS)
        return max(0, GLOW_STEPS - steps_ago)

    def is_fading(self, now_ns: int) -> bool:
        """Whether a light still changes by itself."""
        fading_ns = max(_LIT_MS, GLOW_STEPS * _GLOW_STEP_MS) * NS_PER_MS
        return any(now_ns < press.at_ns + fading_ns for press in self._presses.values())
