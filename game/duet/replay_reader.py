"""Replays out of JSON. Whatever the file holds, it is understood wholly or named as a fault."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.charts.layouts import LAYOUTS
from game.duet.events import InputEvent, Mark, MarkKind
from game.duet.field import Field
from game.duet.replay import REPLAY_FORMAT, Hands, Replay
from game.duet.replay_timeline import DAY_US, read_timeline
from game.duet.result import DuetResult, PlayerResult, TogetherResult
from game.duet.seat import Seat
from game.errors import ReplayError
from game.judge.rules import Rules
from game.timing.units import Micros

MAX_BYTES = 64_000_000
_MAX_COUNT = 10**9
_MARK_KINDS: tuple[MarkKind, ...] = ("pause", "bot", "human")


def read_replay(path: Path) -> Replay:
    """Read a replay file.

    Raises:
        ReplayError: there is none, or it is broken; says where.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReplayError(path, "", "a file over 64 MB", "a replay")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ReplayError(path, f"byte {error.start}", "no UTF-8", "a replay's text") from error
    except OSError as error:
        raise ReplayError(path, "", error.strerror or str(error), "a replay") from error
    return parse_replay(text, path)


def parse_replay(text: str, path: Path) -> Replay:
    """Understand a replay's text; `path` is for the messages.

    Raises:
        ReplayError: it is broken; says where.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise ReplayError(path, place, f"broken JSON ({error.msg})", "a replay") from error
    except (ValueError, RecursionError) as error:
        raise ReplayError(path, "", "numbers or nesting beyond measure", "a replay") from error
    return _replay(Field(path, "", value))


def _replay(root: Field) -> Replay:
    kind = root.key("format")
    if kind.value != REPLAY_FORMAT:
        kind.fail(f'"{REPLAY_FORMAT}"')
    players = root.key("players").items()
    if not 1 <= len(players) <= 2:
        root.key("players").fail("one or two players")
    rules = {name: _rules(root.key("rules").key(name), name) for name in root.key("rules").names()}
    timelines = root.key("timelines").items(len(players))
    seats = tuple(
        _seat(player, timeline, rules) for player, timeline in zip(players, timelines, strict=True)
    )
    if len({seat.player for seat in seats}) != len(seats):
        players[1].key("player").fail("another player than the first")
    return Replay(
        digest=root.key("chart").key("digest").text(),
        title=root.key("chart").key("title").text(),
        rate_pct=root.key("rate_pct").integer(10, 400),
        seats=seats,
        hands=tuple(_hands(player) for player in players),
        events=_events(root.key("events"), seats),
        marks=_marks(root.key("marks"), seats),
        result=_result(root.key("result"), len(seats)),
    )


def _rules(field: Field, name: str) -> Rules:
    values: dict[str, Any] = {}
    for each in fields(Rules):
        if each.name.endswith("_us"):
            values[each.name] = field.key(each.name).integer(0, 1_000_000)
        elif each.name.endswith("_points"):
            values[each.name] = field.key(each.name).integer(0, 100)
    rules = Rules(
        name,
        field.key("version").integer(1, _MAX_COUNT),
        overhit_breaks_combo=field.key("overhit_breaks_combo").boolean(),
        **values,
    )
    if not rules.perfect_us <= rules.great_us <= rules.good_us:
        field.fail("PERFECT within GREAT within GOOD")
    return rules


def _seat(player: Field, timeline: Field, rules: dict[str, Rules]) -> Seat:
    number = player.key("player").integer(1, 2)
    if timeline.key("player").integer(1, 2) != number:
        timeline.key("player").fail(f"player {number}, as in {player.place}")
    calibrated = player.optional("calibrated")
    return Seat(
        read_timeline(
            timeline,
            number,
            player.key("level").integer(1, 5),
            player.key("layout").one_of(LAYOUTS),
        ),
        rules[player.key("rules").one_of(rules)],
        calibrated.boolean() if calibrated else False,
    )


def _hands(player: Field) -> Hands:
    return Hands(
        player.key("device").text(),
        player.key("input_offset_us").integer(-DAY_US, DAY_US),
    )


def _events(field: Field, seats: Sequence[Seat]) -> tuple[InputEvent, ...]:
    lanes = {seat.player: seat.lanes for seat in seats}
    reached_us = dict.fromkeys(lanes, -DAY_US)
    events = []
    at_us = 0
    for item in field.items():
        delta, player_field, lane, velocity = item.items(4)
        at_us += delta.integer(-2 * DAY_US, 2 * DAY_US)
        player = _player(player_field, seats)
        if not reached_us[player] <= at_us <= DAY_US:
            delta.fail(f"a press of player {player} at {reached_us[player]} to {DAY_US} µs")
        reached_us[player] = at_us
        name = lane.one_of(lanes[player])
        events.append(InputEvent(Micros(at_us), player, name, velocity.integer(1, 127)))
    return tuple(events)


def _marks(field: Field, seats: Sequence[Seat]) -> tuple[Mark, ...]:
    reached_us = dict.fromkeys((seat.player for seat in seats), -DAY_US)
    marks = []
    for item in field.items():
        at, player_field, kind_field = item.items(3)
        player = None if player_field.value is None else _player(player_field, seats)
        kind_name = kind_field.one_of(_MARK_KINDS)
        kind = next(kind for kind in _MARK_KINDS if kind == kind_name)
        at_us = at.integer(-DAY_US, DAY_US)
        if kind != "pause":
            concerned = list(reached_us) if player is None else [player]
            if at_us < max(reached_us[each] for each in concerned):
                at.fail("a stand-in's marks in the order of time")
            reached_us |= dict.fromkeys(concerned, at_us)
        marks.append(Mark(Micros(at_us), player, kind))
    return tuple(marks)


def _player(field: Field, seats: Sequence[Seat]) -> int:
    number = field.integer(1, 2)
    if number not in (seat.player for seat in seats):
        field.fail("a player of this replay")
    return number


def _result(field: Field, count: int) -> DuetResult:
    return DuetResult(
        field.key("digest").text(),
        tuple(_player_result(player) for player in field.key("players").items(count)),
        field.key("duet_score").integer(0, _MAX_COUNT),
        _together(field.key("together")),
    )


def _player_result(field: Field) -> PlayerResult:
    values: dict[str, Any] = {}
    for each in fields(PlayerResult):
        member = field.key(each.name)
        if each.name == "layout":
            values[each.name] = member.text()
        elif each.name.endswith("_offset_us"):
            values[each.name] = member.integer_or_null(-DAY_US, DAY_US)
        else:
            values[each.name] = member.integer(0, _MAX_COUNT)
    return PlayerResult(**values)


def _together(field: Field) -> TogetherResult:
    return TogetherResult(
        score=field.key("score").integer_or_null(0, 100),
        low=field.key("low").integer_or_null(0, 100),
        high=field.key("high").integer_or_null(0, 100),
        pairs=field.key("pairs").integer(0, _MAX_COUNT),
        typical_gap_us=field.key("typical_gap_us").integer_or_null(0, DAY_US),
        relative=field.key("relative").boolean(),
    )
