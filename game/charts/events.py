"""The compiled timelines as JSON: what `drum-duet events` prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from game.charts.compile import compile_timeline
from game.charts.digest import chart_digest
from game.charts.layouts import DEFAULT_LAYOUT
from game.charts.model import FULL_LEVEL, PLAYERS, Chart
from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote, Timeline

EVENTS_FORMAT = "drum-duet-events/1"


def events_json(
    chart: Chart,
    players: Iterable[int] = PLAYERS,
    level: int = FULL_LEVEL,
    layout: str = DEFAULT_LAYOUT,
) -> dict[str, Any]:
    """The chart as these players play it at one level in one layout."""
    return timelines_json(
        chart, [compile_timeline(chart, player, level, layout) for player in players]
    )


def timelines_json(chart: Chart, timelines: Sequence[Timeline]) -> dict[str, Any]:
    """At least one of a chart's timelines as JSON; all numbers are integers.

    Notes are sorted by time, then player, then lane; rolls alone have an `end_us`. A beat is an
    exact number of quarter notes as text, such as `7/2`.
    """
    song = timelines[0]
    notes = [(note, timeline.player) for timeline in timelines for note in timeline.notes]
    notes.sort(key=lambda pair: (pair[0].at_us, pair[1], pair[0].lane))
    return {
        "format": EVENTS_FORMAT,
        "title": chart.meta.title,
        "digest": chart_digest(chart),
        "end_us": song.end_us,
        "bar_lines_us": [bar.at_us for bar in song.bars],
        "sections": [{"at_us": each.at_us, "name": each.name} for each in song.sections],
        "notes": [_note_json(note, player) for note, player in notes],
    }


def _note_json(note: TimedNote, player: int) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "at_us": note.at_us,
        "player": player,
        "piece": str(note.piece),
        "lane": note.lane,
        "stroke": str(note.stroke),
        "accent": note.accent,
        "open": note.open,
        "shared": note.shared,
        "beat": str(note.beat),
    }
    if note.stroke is Stroke.ROLL:
        shape["end_us"] = note.end_us
    return shape
