"""Together in a play: the same whatever the rules, the frames and the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from plays import duets, replay_of
from rhythm import MS, seat

from game.duet.bot_spec import BotSpec
from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark, MarkKind
from game.duet.rescore import rescore
from game.duet.result import TogetherResult, result_of
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.judge.rules import RULES
from game.score.together.meter import TogetherSnapshot
from game.score.together.report import report_of
from game.timing.units import Micros

STEPS = 64
STEP_MS = 250
LINES = ("snare " + "x-x-" * 16, "snare " + "x--x" * 16)
Shown = dict[int, TogetherSnapshot | None]


def seats(rules: str = "standard", *, calibrated: bool = True) -> list[Seat]:
    """Two parts that share half of their notes."""
    return [
        replace(seat(line, player=player, rules=rules, step_ms=STEP_MS), calibrated=calibrated)
        for player, line in enumerate(LINES, start=1)
    ]


def events_of(first: BotSpec, second: BotSpec, seed: int = 1) -> list[InputEvent]:
    """What two bots play, in the order of time."""
    events = simulate(seats(), [first, second], seed=seed).events
    return sorted(events, key=lambda event: event.at_us)


def played(
    own: Sequence[Seat], events: Sequence[InputEvent], *marks: Mark, rate_pct: int = 100
) -> Duet:
    duet = Duet(own, rate_pct)
    for mark in marks:
        duet.mark(mark)
    for event in events:
        duet.feed(event)
    duet.finish()
    return duet


def together(duet: Duet) -> TogetherResult:
    return result_of(duet).together


def mark(at_ms: float, kind: MarkKind, player: int = 1) -> Mark:
    return Mark(Micros(round(at_ms * MS)), player, kind)


def shifted(events: Sequence[InputEvent], player: int, by_ms: int) -> list[InputEvent]:
    """The events with one player's a little later."""
    moved = [
        replace(each, at_us=Micros(each.at_us + (by_ms * MS if each.player == player else 0)))
        for each in events
    ]
    return sorted(moved, key=lambda event: event.at_us)


SCATTERED = events_of(BotSpec(-4, 12), BotSpec(6, 15))


def test_the_score_is_the_same_under_all_rules() -> None:
    results = {together(played(seats(rules), SCATTERED)) for rules in RULES}
    assert len(results) == 1
    assert results.pop().score is not None


def test_the_duets_score_has_two_thousand_points_for_each_of_together() -> None:
    result = result_of(played(seats(), SCATTERED))
    one, two = result.players
    assert result.together.score is not None
    assert result.duet_score == (one.score + two.score) // 2 + 2_000 * result.together.score


def test_together_is_unknown_to_one_alone() -> None:
    duet = Duet([seat("snare " + "x" * 40)])
    duet.feed(InputEvent(Micros(0), 1, "snare"))
    duet.finish()
    assert duet.together() is None
    assert duet.snapshot().together is None
    assert result_of(duet).together == TogetherResult()


def test_the_report_speaks_of_the_players_by_number() -> None:
    playing = played(seats()[::-1], SCATTERED).together()
    assert playing is not None
    report = report_of(playing)
    assert report.players == (2, 1)
    assert set(report.places) == set(report.tendencies) == {1, 2}
    assert report.estimate.score == together(played(seats(), SCATTERED)).score


@pytest.mark.parametrize(
    ("calibrated", "relative"),
    [((True, True), False), ((True, False), True), ((False, True), True), ((False, False), True)],
)
def test_a_score_is_relative_unless_both_are_calibrated(
    calibrated: tuple[bool, bool], relative: bool
) -> None:
    own = [replace(s, calibrated=c) for s, c in zip(seats(), calibrated, strict=True)]
    duet = played(own, shifted(SCATTERED, 2, 40))
    score = together(duet).score
    assert score is not None
    assert together(duet).relative == relative
    assert (score > 50) == relative
    snapshot = duet.snapshot().together
    assert snapshot is not None
    assert snapshot.relative == relative


def test_simulated_players_are_calibrated() -> None:
    result = simulate(seats(calibrated=False), [BotSpec(0, 5), BotSpec(40, 5)]).result.together
    assert not result.relative
    assert result.score is not None
    assert result.score < 20


def test_errors_are_real_time_at_every_speed() -> None:
    at_half, at_full = (together(played(seats(), SCATTERED, rate_pct=rate)) for rate in (50, 100))
    assert at_half.pairs <= at_full.pairs
    assert at_half.typical_gap_us == pytest.approx(2 * (at_full.typical_gap_us or 0), rel=0.05)
    assert (at_half.score or 0) < (at_full.score or 0)


def test_what_a_stand_in_plays_is_in_no_pair() -> None:
    # A perfect bot sits in for the scattered first player from 4 s to 12 s.
    helped = sorted(
        (
            event
            for source, own in ((SCATTERED, False), (events_of(BotSpec(), BotSpec()), True))
            for event in source
            if (event.player == 1 and 4_050 * MS < event.at_us < 11_950 * MS) == own
        ),
        key=lambda event: event.at_us,
    )
    marks = mark(4_050, "bot"), mark(11_950, "human")
    assisted, alone = played(seats(), helped, *marks), played(seats(), SCATTERED)
    away, whole = assisted.together(), alone.together()
    assert away is not None
    assert whole is not None
    outside = [p for p in whole.played if not 4_000 * MS < p.at_us < 12_000 * MS]
    assert list(away.played) == outside
    assert len(outside) < len(whole.played)


def test_what_a_stand_in_misses_is_not_left_to_the_partner() -> None:
    mine = [event for event in SCATTERED if event.player == 2]
    assert together(played(seats(), mine, mark(-500, "bot"))).pairs == 0
    # Without a mark the 16 shared notes are left to the partner.
    assert together(played(seats(), mine)).pairs == 16


def told_in_frames(frames_hz: int, rate_pct: int = 100) -> tuple[Duet, Shown]:
    """A play in frames, and what the meter shows at every half second of song."""
    duet = Duet(seats(calibrated=False), rate_pct)
    waiting = list(reversed(gappy()))
    shown: Shown = {}
    # Besides its frames, every rate is asked at each half second.
    times_us = {frame * 1_000_000 // frames_hz for frame in range(-frames_hz, 23 * frames_hz)}
    for now_us in sorted(times_us | {half * 500 * MS for half in range(46)}):
        while waiting and waiting[-1].at_us <= now_us:
            duet.feed(waiting.pop())
        for player in (1, 2):
            duet.advance(player, Micros(now_us - 30 * MS))
        snapshot = duet.snapshot().together
        if now_us >= 0 and now_us % (500 * MS) == 0:
            shown[now_us] = snapshot
    return duet, shown


def gappy() -> list[InputEvent]:
    """The play without a stretch in the middle, long enough for the meter to fade."""
    return [event for event in SCATTERED if not 5_200 * MS < event.at_us < 10_800 * MS]


@pytest.mark.parametrize("frames_hz", [7, 30, 144, 999])
def test_the_meter_shows_the_same_at_every_frame_rate(frames_hz: int) -> None:
    duet, shown = told_in_frames(frames_hz)
    usual_duet, usual = told_in_frames(60)
    assert shown == usual
    assert together(duet) == together(usual_duet)
    fades = [snapshot.fade for snapshot in shown.values() if snapshot]
    assert {0.0, 1.0} <= set(fades)
    assert None in shown.values()


def test_asking_changes_nothing() -> None:
    asked = Duet(seats())
    for event in SCATTERED:
        asked.feed(event)
        asked.snapshot()
        asked.score()
    asked.finish()
    silent = played(seats(), SCATTERED)
    assert together(asked) == together(silent)
    assert asked.snapshot() == silent.snapshot()


@settings(max_examples=100, deadline=None)
@given(duets())
def test_a_file_keeps_it(duet: Duet) -> None:
    replay = replay_of(duet)
    assert together(rescore(replay)) == replay.result.together


def test_a_live_meter_that_rests_keeps_its_place() -> None:
    random = Random(3)
    duet = Duet(seats())
    for event in SCATTERED:
        duet.feed(event)
        if random.random() < 0.3:
            duet.snapshot()
    usual = played(seats(), SCATTERED).snapshot().together
    duet.finish()
    assert duet.snapshot().together == usual


def test_every_pair_of_rules_gives_the_same_pairs() -> None:
    counts = set()
    for first, second in product(RULES, repeat=2):
        own = seats()
        mixed = [replace(own[0], rules=RULES[first]), replace(own[1], rules=RULES[second])]
        counts.add(together(played(mixed, SCATTERED)).pairs)
    assert len(counts) == 1
