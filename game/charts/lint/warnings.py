"""All warnings about one chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.charts.issues import Issue
from game.charts.lint.audio import notes_outside_the_audio
from game.charts.lint.hands import too_many_hands, too_many_keys
from game.charts.lint.levels import dropped_shares, harder_levels, lone_shares
from game.charts.lint.near_notes import notes_too_near
from game.charts.lint.sections import empty_sections
from game.charts.lint.spelling import leading_spaces, notes_in_rulers, odd_symbol_counts
from game.charts.reader.reading import Score
from game.charts.syntax.systems import System


def warnings_of(
    score: Score, systems: Iterable[System], has_errors: bool, audio_length_s: float | None
) -> Iterator[Issue]:
    """Everything to warn of, in no order.

    Args:
        score: what the chart says; with errors, what is left of it.
        systems: the text's systems.
        has_errors: whether something may be missing from `score`.
        audio_length_s: how long the chart's audio is, if that is known.
    """
    yield from odd_symbol_counts(score)
    yield from leading_spaces(score)
    yield from notes_in_rulers(systems)
    yield from too_many_hands(score)
    yield from too_many_keys(score)
    yield from notes_too_near(score)
    yield from notes_outside_the_audio(score, audio_length_s)
    yield from dropped_shares(score)
    yield from lone_shares(score)
    yield from harder_levels(score)
    if not has_errors:
        yield from empty_sections(score)
