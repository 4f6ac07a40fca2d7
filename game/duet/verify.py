"""Comparing what a replay claims with what its events are worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.charts.timeline import TimedNote, Timeline
from game.duet.replay import Replay
from game.duet.replay_reader import read_replay
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.judge.rules import RULES

_SHOWN_NOTES = 20


@dataclass(frozen=True, slots=True)
class Today:
    """What the chart of a replay is today."""

    digest: str
    timelines: tuple[Timeline, ...]
    """Compiled for each of the replay's seats, at its level and layout."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found about one replay file."""

    path: Path
    differences: tuple[str, ...]
    """One line each; none if all is the same."""

    @property
    def same(self) -> bool:
        return not self.differences

    def to_json(self) -> dict[str, Any]:
        return {"path": str(self.path), "same": self.same, "differences": list(self.differences)}


def verify(path: Path, replay: Replay, today: Today | None = None) -> Verification:
    """Re-score a replay that was read from a file and compare, with today's chart too if given."""
    lines = [*_rules_differences(replay), *score_differences(replay)]
    if today is not None:
        lines += chart_differences(replay, today)
    return Verification(path, tuple(lines))


def verify_file(path: Path) -> Verification:
    """Read a replay file, re-score it and compare.

    Raises:
        ReplayError: the file cannot be read.
    """
    return verify(path, read_replay(path))


def score_differences(replay: Replay) -> tuple[str, ...]:
    """Where the claimed result is not what the events are worth, a line for each number."""
    claimed = replay.result.to_json()
    worth = result_of(rescore(replay), replay.digest).to_json()
    return tuple(
        f"{place}: the file claims {_text(one)}, its events are worth {_text(other)}"
        for place, one, other in _unequal("result", claimed, worth)
    )


def chart_differences(replay: Replay, today: Today) -> tuple[str, ...]:
    """Where today's chart compiles to other notes than those that were judged."""
    lines = []
    if today.digest != replay.digest:
        lines.append(f"chart.digest: the file has {replay.digest}, the chart is {today.digest}")
    for index, (seat, timeline) in enumerate(zip(replay.seats, today.timelines, strict=True)):
        judged, compiled = seat.timeline.notes, timeline.notes
        place = f"timelines[{index}].notes"
        if len(judged) != len(compiled):
            lines.append(f"{place}: the file has {len(judged)}, the chart {len(compiled)}")
        changed = [
            f"{place}[{number}]: the file has {_note_text(one)}, the chart {_note_text(other)}"
            for number, (one, other) in enumerate(zip(judged, compiled, strict=False))
            if one != other
        ]
        lines += changed[:_SHOWN_NOTES]
        if len(changed) > _SHOWN_NOTES:
            lines.append(f"{place}: {len(changed) - _SHOWN_NOTES} more notes differ")
    return tuple(lines)


def _rules_differences(replay: Replay) -> Iterator[str]:
    for rules in sorted({seat.rules for seat in replay.seats}, key=lambda rules: rules.name):
        published = RULES.get(rules.name)
        if published and published.version == rules.version and published != rules:
            yield f"rules.{rules.name}: not version {rules.version} as published"


def _unequal(place: str, one: Any, other: Any) -> Iterator[tuple[str, Any, Any]]:
    """The leaves in which two JSON values of the same shape differ."""
    if isinstance(one, dict):
        for name in one:
            yield from _unequal(f"{place}.{name}", one[name], other[name])
    elif isinstance(one, list):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from _unequal(f"{place}[{index}]", left, right)
    elif one != other:
        yield place, one, other


def _text(value: object) -> str:
    return "nothing" if value is None else str(value)


def _note_text(note: TimedNote) -> str:
    marks = [name for name in ("accent", "open", "shared") if getattr(note, name)]
    until = f" until {note.end_us} µs" if note.end_us != note.at_us else ""
    return f"{' '.join([*marks, note.stroke, note.piece])} ({note.lane}) at {note.at_us} µs{until}"
