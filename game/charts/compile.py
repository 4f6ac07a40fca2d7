"""From beats to microseconds: compiles a player's part at a level in a layout to a timeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from game.charts.beat_clock import BeatClock
from game.charts.folding import fold
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.levels import notes_at_level
from game.charts.model import FULL_LEVEL, Chart
from game.charts.timeline import (
    TimedBar,
    TimedCue,
    TimedLead,
    TimedPulse,
    TimedSection,
    Timeline,
)
from game.timing.meter import Meter
from game.timing.units import Beats


def compile_timeline(
    chart: Chart, player: int, level: int = FULL_LEVEL, layout: str = DEFAULT_LAYOUT
) -> Timeline:
    """Everything that one player plays and sees, in whole microseconds of song time.

    Each time is the exact one, rounded once.

    Args:
        player: 1 or 2.
        level: 1 to 5.
        layout: a name in `LAYOUTS`.

    Raises:
        KeyError: there is no such layout.
    """
    clock = BeatClock(chart.tempo_map)
    return Timeline(
        player=player,
        level=level,
        layout=layout,
        notes=fold(notes_at_level(chart, player, level), LAYOUTS[layout], clock),
        bars=tuple(
            TimedBar(clock.us(bar.beat), number) for number, bar in enumerate(chart.bars, start=1)
        ),
        pulses=tuple(TimedPulse(clock.us(beat), beat) for beat in _pulse_beats(chart)),
        sections=tuple(TimedSection(clock.us(each.beat), each.name) for each in chart.sections),
        leads=tuple(TimedLead(clock.us(lead.beat), lead.players) for lead in chart.leads),
        cues=tuple(_timed_cues(chart, player, clock)),
        end_us=clock.us(chart.end_beat),
    )


def _pulse_beats(chart: Chart) -> Iterator[Beats]:
    offsets_of: dict[Meter, list[Beats]] = {}
    for bar in chart.bars:
        offsets = offsets_of.get(bar.meter)
        if offsets is None:
            offsets = offsets_of[bar.meter] = [beat - bar.beat for beat in bar.pulse_beats()]
        for offset in offsets:
            yield bar.beat + offset


def _timed_cues(chart: Chart, player: int, clock: BeatClock) -> Iterator[TimedCue]:
    """The player's cues, each shown until its bar ends."""
    starts = [bar.beat for bar in chart.bars]
    for cue in chart.cues:
        if player in cue.players:
            bar = chart.bars[bisect_right(starts, cue.beat) - 1]
            yield TimedCue(clock.us(cue.beat), clock.us(bar.end_beat), cue.text, cue.language)
