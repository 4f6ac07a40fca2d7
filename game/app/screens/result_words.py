"""What a result is called: keys of strings, honest and never mean."""

from __future__ import annotations

from collections.abc import Sequence

from game.duet.result import PlayerResult
from game.score.together.estimate import LEAST_PAIRS

ON_TIME_US = 3_000
"""A median error up to this is on the beat."""

_PLAYER_WORDS = ((95, "sure"), (85, "groove"), (65, "finding"), (35, "warming"))
_DUET_WORDS = ((90, "tight"), (70, "held"), (40, "half"))
"""From how many hits in a hundred notes on."""


def hits(result: PlayerResult) -> int:
    """Notes that were hit at all."""
    return result.perfect + result.great + result.good


def player_word(result: PlayerResult) -> str:
    """The name of the word over a player's numbers."""
    if result.notes == 0:
        return "rested"
    if result.perfect == result.notes:
        return "flawless"
    if hits(result) == result.notes:
        return "complete"
    return _word(_PLAYER_WORDS, hits(result), result.notes, "starting")


def duet_word(humans: Sequence[PlayerResult]) -> str:
    """The name of the sentence over the whole result; `humans` are those who played themselves."""
    played = [result for result in humans if result.notes]
    notes = sum(result.notes for result in played)
    if not played:
        return "watched"
    if sum(result.perfect for result in played) == notes:
        return "flawless"
    if sum(hits(result) for result in played) == notes:
        return "complete"
    return _word(_DUET_WORDS, sum(hits(result) for result in played), notes, "first")


def timing_word(median_us: int | None) -> str:
    """The name of the word for a median error: `early`, `late`, `on_time` or `unknown`."""
    if median_us is None:
        return "unknown"
    if abs(median_us) <= ON_TIME_US:
        return "on_time"
    return "late" if median_us > 0 else "early"


def unknown_word(pairs: int) -> str:
    """The name of the reason why nothing is known of Together after so many pairs."""
    return "together_few" if pairs < LEAST_PAIRS else "together_half"


def _word(words: Sequence[tuple[int, str]], hit: int, notes: int, lowest: str) -> str:
    return next((word for limit, word in words if 100 * hit >= limit * notes), lowest)
