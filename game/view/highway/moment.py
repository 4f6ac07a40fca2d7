"""What a timeline says about one moment: bar, section, lead, cue, beat."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.charts.timeline import TimedCue, Timeline

BOTH = (1, 2)


class _Timed(Protocol):
    @property
    def at_us(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a song, as the players see it."""

    bar: int
    """From 1; 0 during the lead-in."""

    section: str
    leads: tuple[int, ...]
    lead_at_us: int
    """Since when they lead; for the light's way from one highway to the other."""

    led_before: tuple[int, ...]

    progress: float
    """Share of the song that has passed, 0 to 1."""

    beat_phase: float
    """Share of the present pulse that has passed, 0 to 1; in the lead-in too."""


def moment_of(timeline: Timeline, now_us: int) -> Moment:
    """Look a moment up. The lead-in beats as the first pulse does."""
    bar = _last(timeline.bars, now_us)
    section = _last(timeline.sections, now_us)
    lead = _last(timeline.leads, now_us)
    before = timeline.leads[lead - 1].players if lead else BOTH
    return Moment(
        bar=timeline.bars[bar].number if bar is not None else 0,
        section=timeline.sections[section].name if section is not None else "",
        leads=timeline.leads[lead].players if lead is not None else BOTH,
        lead_at_us=timeline.leads[lead].at_us if lead is not None else 0,
        led_before=before,
        progress=min(1.0, max(0.0, now_us / max(1, timeline.end_us))),
        beat_phase=_beat_phase(timeline, now_us),
    )


def cue_at(timeline: Timeline, now_us: int, language: str) -> TimedCue | None:
    """The word that stands on the screen, in the player's language or else in the chart's."""
    shown = [cue for cue in timeline.cues if cue.at_us <= now_us < cue.end_us]
    own = [cue for cue in shown if cue.language == language]
    plain = [cue for cue in shown if not cue.language]
    return next(iter(own or plain), None)


def _beat_phase(timeline: Timeline, now_us: int) -> float:
    pulses = timeline.pulses
    if len(pulses) < 2:
        return 0.0
    index = _last(pulses, now_us)
    if index is None:
        index = 0
    start_us = pulses[index].at_us
    end_us = pulses[index + 1].at_us if index + 1 < len(pulses) else timeline.end_us
    return ((now_us - start_us) / max(1, end_us - start_us)) % 1.0


def _last(items: Sequence[_Timed], now_us: int) -> int | None:
    """Index of the last item that has begun."""
    index = bisect_right(items, now_us, key=lambda item: item.at_us) - 1
    return index if index >= 0 else None
