"""What a bot is told on the command line: `bot[:OFFSET_MS[,SPREAD_MS[,FOLLOW_GAIN]]]`."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from game.errors import GameError

_FORM = "bot[:OFFSET_MS[,SPREAD_MS[,FOLLOW_GAIN]]]"
_HINT = f"a bot is written {_FORM}, such as bot, bot:60, bot:0,14 or bot:0,14,0.4"
_LIMITS = (
    ("OFFSET_MS", -1000.0, 1000.0),
    ("SPREAD_MS", 0.0, 1000.0),
    ("FOLLOW_GAIN", 0.0, 1.0),
)


@dataclass(frozen=True, slots=True)
class BotSpec:
    """How a bot plays. Without anything said it is perfect."""

    offset_ms: float = 0.0
    """Its mean error in real time, late is positive."""

    spread_ms: float = 0.0
    """The standard deviation around it."""

    follow_gain: float = 0.0
    """How much of the partner's latest error it adds to its own: 0 nothing, 1 all of it."""

    @classmethod
    def parse(cls, text: str) -> BotSpec:
        """Read a bot as it is written on the command line.

        Raises:
            GameError: this is no bot; the message says what was found where.
        """
        name, colon, rest = text.partition(":")
        fields = rest.split(",") if colon else []
        if name != "bot":
            raise GameError(f'found "{text}", expected a bot', _HINT)
        if len(fields) > len(_LIMITS):
            raise GameError(f'bot "{text}": found {len(fields)} numbers, expected 3 at most', _HINT)
        return cls(*(_number(text, index, field) for index, field in enumerate(fields)))

    def __str__(self) -> str:
        numbers = [self.offset_ms, self.spread_ms, self.follow_gain]
        while numbers and numbers[-1] == 0:
            numbers.pop()
        return f"bot:{','.join(f'{number:g}' for number in numbers)}" if numbers else "bot"


def is_bot(text: str) -> bool:
    """Whether a player's device is meant to be a bot, well written or not."""
    return text.partition(":")[0] == "bot"


def _number(text: str, index: int, field: str) -> float:
    name, lowest, highest = _LIMITS[index]
    try:
        number = float(field)
    except ValueError:
        number = float("nan")
    if not isfinite(number) or not lowest <= number <= highest:
        raise GameError(
            f'bot "{text}": found {name} "{field}", '
            f"expected a number from {lowest:g} to {highest:g}",
            _HINT,
        )
    return number
