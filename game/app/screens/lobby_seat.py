"""A seat of the lobby: who sits there, and how they want to play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from game.app.history.people import person_key
from game.app.play.setup import SeatSetup, device_of, kit_of
from game.app.settings.values import CHOICES, RANGES, Player
from game.input.raw_hit import KEYBOARD

NOBODY = ""
BOTS = {"bot:0,25": "bot_easy", "bot:0,12": "bot_steady", "bot": "bot_perfect"}
"""Bots as the command line writes them, and the names of their strings."""

PARTNER = "bot:0,12"
"""Who plays along where nobody sits."""

_LEAST_LEVEL, _MOST_LEVEL = RANGES["players.level"]


class Line(IntEnum):
    """The choices of a seat, from the top of its card."""

    DEVICE = 0
    LEVEL = 1
    LAYOUT = 2
    RULES = 3
    NAME = 4
    SHARE = 5
    """Only where two sit at one kit."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One side of the lobby."""

    player: int
    choices: Player
    device: str = NOBODY
    kits: tuple[str, ...] = ()
    """The MIDI devices that are plugged in."""

    names: tuple[str, ...] = ()
    """Those that people have gone by here, their own among them; the latest first."""

    @property
    def is_human(self) -> bool:
        return self.device == KEYBOARD or self.kit is not None

    @property
    def is_bot(self) -> bool:
        return self.device != NOBODY and not self.is_human

    @property
    def kit(self) -> str | None:
        """The name of the MIDI device, if it is one."""
        return kit_of(self.device)

    @property
    def devices(self) -> tuple[str, ...]:
        """Whom one can step through: whoever may hit a drum, the kits, then the bots."""
        first = KEYBOARD if self.device == KEYBOARD else NOBODY
        return (first, *(device_of(kit) for kit in self.kits), *BOTS)

    def joined(self) -> Seat:
        """Somebody has hit a drum of this side."""
        return replace(self, device=KEYBOARD)

    def joined_by(self, kit: str) -> Seat:
        """Somebody has hit a pad."""
        return replace(self, device=device_of(kit))

    def beside(self, kits: tuple[str, ...]) -> Seat:
        """With these kits plugged in: one that has gone leaves its seat."""
        device = NOBODY if self.kit is not None and self.kit not in kits else self.device
        return replace(self, kits=kits, device=device)

    def named(self, name: str) -> Seat:
        seat = replace(self, choices=replace(self.choices, name=name))
        return seat.remembering(self.names)

    def remembering(self, names: Sequence[str]) -> Seat:
        """With these names to choose from, and their own."""
        own = self.choices.name
        others = tuple(name for name in names if person_key(name) != person_key(own))
        if not own or len(others) == len(names):
            return replace(self, names=(*filter(None, [own]), *others))
        # A name that is known keeps its place, in the spelling of today.
        known = [own if person_key(name) == person_key(own) else name for name in names]
        return replace(self, names=tuple(known))

    def names_beside(self, partner: str) -> tuple[str, ...]:
        """What one can step through: no name, and all but the partner's."""
        key = person_key(partner)
        return ("", *(name for name in self.names if not key or person_key(name) != key))

    def stepped(self, line: Line, steps: int, partner: str = "") -> Seat:
        """The next or the former choice of a line; the same at its end.

        Args:
            partner: the name on the other side; nobody else goes by it.
        """
        if line is Line.DEVICE:
            return replace(self, device=_step(self.devices, self.device, steps))
        if line is Line.LEVEL:
            level = max(_LEAST_LEVEL, min(_MOST_LEVEL, self.choices.level + steps))
            return replace(self, choices=replace(self.choices, level=level))
        if line is Line.LAYOUT:
            layout = _step(CHOICES["players.layout"], self.choices.layout, steps)
            return replace(self, choices=replace(self.choices, layout=layout))
        if line is Line.RULES:
            rules = _step(CHOICES["players.rules"], self.choices.rules, steps)
            return replace(self, choices=replace(self.choices, rules=rules))
        if line is Line.NAME and not self.is_bot:
            name = _step(self.names_beside(partner), self.choices.name, steps)
            return replace(self, choices=replace(self.choices, name=name))
        return self

    def setup(self, name: str) -> SeatSetup:
        """The seat of a play; nobody becomes a bot."""
        return SeatSetup(
            self.player,
            name,
            self.device or PARTNER,
            self.choices.level,
            self.choices.layout,
            self.choices.rules,
        )


def first_seat(
    kept: Player, player: int, seated: Sequence[SeatSetup], kits: tuple[str, ...]
) -> Seat:
    """A seat as the lobby begins: `kept` are the player's choices of the last time."""
    for seat in seated:
        if seat.player == player:
            name = kept.name if seat.is_bot else seat.name
            choices = Player(name, seat.level, seat.layout, seat.rules)
            return Seat(player, choices, seat.device).beside(kits)
    return Seat(player, kept, kits=kits)


def can_start(seats: Sequence[Seat]) -> bool:
    """With somebody at a keyboard or kit, or bots on all sides to watch."""
    return any(seat.is_human for seat in seats) or all(seat.is_bot for seat in seats)


def _step(choices: Sequence[str], present: str, steps: int) -> str:
    index = choices.index(present) if present in choices else 0
    return choices[max(0, min(len(choices) - 1, index + steps))]
