"""Notes that the audio does not reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import takewhile

from game.charts.issues import Issue
from game.charts.lint.moments import warning
from game.charts.model import FULL_LEVEL
from game.charts.reader.faults import counted
from game.charts.reader.numbers import decimal_text
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score
from game.timing.units import US_PER_S


def notes_outside_the_audio(score: Score, audio_length_s: float | None) -> Iterator[Issue]:
    """Notes before the audio (or the player's own recording) starts, or after it ends."""
    meta = score.chart.meta
    if not meta.audio and not meta.recording:
        return
    length_s = Fraction(audio_length_s) if audio_length_s is not None else None
    if not meta.audio:
        length_s = meta.length_s
    notes = [
        placed
        for (_, level), bars in score.parts.items()
        for bar in bars
        for placed in bars[bar]
        if level == FULL_LEVEL
    ]
    notes.sort(key=lambda placed: placed.note.beat)

    def audio_s(placed: PlacedNote) -> Fraction:
        return score.chart.tempo_map.exact_us(placed.note.beat) / US_PER_S + meta.offset_s

    early = list(takewhile(lambda placed: audio_s(placed) < 0, notes))
    if early:
        offset = f"the offset is {decimal_text(meta.offset_s)} s"
        yield _outside(early, "before the audio starts", offset)
    if length_s is not None:
        late = list(takewhile(lambda placed: audio_s(placed) > length_s, reversed(notes)))
        if late:
            yield _outside(late, "after the audio ends", f"it is {decimal_text(length_s)} s long")


def _outside(notes: Iterable[PlacedNote], where: str, hint: str) -> Issue:
    found = list(notes)
    verb = "lies" if len(found) == 1 else "lie"
    place = min((placed.line, placed.column) for placed in found)
    return warning(place, f"{counted(len(found), 'note')} {verb} {where}", hint)
