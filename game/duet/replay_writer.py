"""Replays into JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote, Timeline
from game.duet.replay import REPLAY_FORMAT, Replay


def replay_json(replay: Replay) -> dict[str, Any]:
    """The replay as plain dicts, lists, strings, integers and nulls."""
    rules = {seat.rules.name: asdict(seat.rules) for seat in replay.seats}
    for each in rules.values():
        del each["name"]
    return {
        "format": REPLAY_FORMAT,
        "chart": {"digest": replay.digest, "title": replay.title},
        "rules": rules,
        "rate_pct": replay.rate_pct,
        "players": [
            {
                "player": seat.player,
                "level": seat.timeline.level,
                "layout": seat.timeline.layout,
                "rules": seat.rules.name,
                "device": hands.device,
                "input_offset_us": hands.input_offset_us,
                "calibrated": seat.calibrated,
            }
            for seat, hands in zip(replay.seats, replay.hands, strict=True)
        ],
        "timelines": [_timeline(seat.timeline) for seat in replay.seats],
        "events": list(_events(replay)),
        "marks": [[mark.at_us, mark.player, mark.kind] for mark in replay.marks],
        "result": replay.result.to_json(),
    }


def replay_text(replay: Replay) -> str:
    """The file's text: one line for each member of the replay."""
    members = replay_json(replay).items()
    lines = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in members)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _timeline(timeline: Timeline) -> dict[str, Any]:
    return {
        "player": timeline.player,
        "end_us": timeline.end_us,
        "notes": [_note(note) for note in timeline.notes],
        "bars": [[bar.at_us, bar.number] for bar in timeline.bars],
        "pulses": [[pulse.at_us, str(pulse.beat)] for pulse in timeline.pulses],
        "leads": [[lead.at_us, list(lead.players)] for lead in timeline.leads],
    }


def _note(note: TimedNote) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "at_us": note.at_us,
        "piece": note.piece.value,
        "lane": note.lane,
        "stroke": note.stroke.value,
        "accent": note.accent,
        "open": note.open,
        "shared": note.shared,
        "beat": str(note.beat),
    }
    if note.stroke is Stroke.ROLL:
        fields["end_us"] = note.end_us
    return fields


def _events(replay: Replay) -> Iterator[list[int | str]]:
    before_us = 0
    for event in replay.events:
        yield [event.at_us - before_us, event.player, event.lane, event.velocity]
        before_us = event.at_us
