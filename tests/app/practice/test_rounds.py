"""Bars over and over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from practice_rig import KICK, MS, PARTNER, SNARE, START_NS, RoundSounds, S, host_ns, rounds_of

from game.app.practice.rounds import Rounds
from game.charts.pieces import Piece
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass
from game.duet.practice.plan import PartBy, Plan

PLAN = Plan(Bars(1, 2))
SIX_S_NS = 6 * S
"""One time round: a bar to get ready in, then two."""


def run(rounds: Rounds, to_ns: int, from_ns: int = START_NS) -> list[Pass]:
    """Look every 10 ms; returns the times round that ended."""
    played = (rounds.step(now_ns) for now_ns in range(from_ns, to_ns + 1, 10 * MS))
    return [each for each in played if each is not None]


def press_all(rounds: Rounds, round_ns: int) -> None:
    """Everything of one time round, on time."""
    for bar in (2, 4):
        for at_s, bindings in ((bar, (SNARE, PARTNER)), (bar + 1, (KICK, PARTNER))):
            for binding in bindings:
                rounds.session.press(binding, host_ns(at_s) + round_ns, 100)


def test_the_sound_goes_round_from_a_bar_before_and_is_counted_in() -> None:
    sound = RoundSounds()
    rounds = rounds_of(sound)
    rounds.start(START_NS)
    # The sticks of the song's own count-in, before song time 0, are in its file.
    assert sound.cycles == [(0, 6_000_000, (0, 500_000, 1_000_000, 1_500_000), 100)]
    assert rounds.from_ns() == host_ns(2.0)


def test_without_a_count_in_no_stick_sounds_and_no_number_is_shown() -> None:
    sound = RoundSounds()
    rounds = rounds_of(sound, replace(PLAN, counts_in=False))
    rounds.start(START_NS)
    assert sound.cycles == [(0, 6_000_000, (), 100)]
    assert rounds.count(500_000) is None


@pytest.mark.parametrize(
    ("visual_us", "number"),
    [(0, 1), (499_999, 1), (500_000, 2), (1_999_999, 4), (2_000_000, None), (-1, None)],
)
def test_the_count_goes_up_to_the_first_bar(visual_us: int, number: int | None) -> None:
    assert rounds_of(RoundSounds()).count(visual_us) == number


def test_a_time_round_ends_a_moment_later_and_the_next_has_begun_in_tempo() -> None:
    sound = RoundSounds()
    rounds = rounds_of(sound)
    rounds.start(START_NS)
    press_all(rounds, 0)
    assert run(rounds, START_NS + SIX_S_NS + 170 * MS) == []
    (played,) = run(rounds, START_NS + SIX_S_NS + 190 * MS, START_NS + SIX_S_NS + 175 * MS)
    assert [(each.hits, each.notes) for each in played.players] == [(4, 4), (4, 4)]
    assert rounds.from_ns() == host_ns(2.0) + SIX_S_NS
    assert len(sound.cycles) == 1


def test_time_does_not_drift_over_twenty_times_round() -> None:
    rounds = rounds_of(RoundSounds(), replace(PLAN, rate_pct=65))
    rounds.start(START_NS)
    first_ns = rounds.from_ns()
    # 6 s of the song at 65 % are 443,077 frames: 9.230,770,8 s.
    round_ns = 443_077 * S // 48_000
    played = run(rounds, START_NS + 20 * round_ns + S)
    assert len(played) == 20
    assert abs(rounds.from_ns() - first_ns - 20 * round_ns) < 0.1 * MS


def test_each_time_round_is_counted_alone() -> None:
    rounds = rounds_of(RoundSounds())
    rounds.start(START_NS)
    press_all(rounds, 0)
    run(rounds, START_NS + SIX_S_NS + S)
    rounds.session.press(SNARE, host_ns(2.01) + SIX_S_NS, 100)
    (second,) = run(rounds, START_NS + 2 * SIX_S_NS + S, START_NS + SIX_S_NS + S)
    assert [(each.hits, each.mean_error_us) for each in second.players] == [
        (1, 10_000),
        (0, None),
    ]


def test_notes_outside_the_bars_are_nobodys() -> None:
    rounds = rounds_of(RoundSounds())
    times_us = [note.at_us for note in rounds.session.timelines[0].notes]
    assert times_us == [2_000_000, 3_000_000, 4_000_000, 5_000_000]


def test_a_silent_part_has_no_notes_and_a_bot_fills_in() -> None:
    plan = replace(PLAN, parts=(PartBy.SILENT, PartBy.BOT))
    rounds = rounds_of(RoundSounds(), plan)
    rounds.start(START_NS)
    (played,) = run(rounds, START_NS + SIX_S_NS + S)
    assert [(each.hits, each.notes) for each in played.players] == [(0, 0), (4, 4)]
    assert [seat.is_bot for seat in rounds.setup.seats] == [False, True]


def test_swapped_each_plays_the_others_part() -> None:
    rounds = rounds_of(RoundSounds(), replace(PLAN, is_swapped=True))
    lanes = [{note.lane for note in timeline.notes} for timeline in rounds.session.timelines]
    assert lanes == [{"kick"}, {"snare", "kick"}]
    assert [timeline.player for timeline in rounds.session.timelines] == [1, 2]


WAITING = replace(PLAN, waits=True)


def test_the_song_waits_until_both_have_struck() -> None:
    rounds = rounds_of(RoundSounds(), WAITING)
    rounds.start(START_NS)
    run(rounds, host_ns(4.0))
    assert rounds.session.song_us(host_ns(4.0)) == 2_000_000
    rounds.session.press(SNARE, host_ns(4.0), 100)
    rounds.wait(host_ns(4.0))
    run(rounds, host_ns(5.0), host_ns(4.0))
    assert rounds.session.song_us(host_ns(5.0)) == 2_000_000
    rounds.session.press(PARTNER, host_ns(5.0), 100)
    rounds.wait(host_ns(5.0))
    assert rounds.session.song_us(host_ns(5.5)) == 2_500_000


def test_nobody_waits_for_a_bot_or_a_silent_part() -> None:
    rounds = rounds_of(RoundSounds(), replace(WAITING, parts=(PartBy.SILENT, PartBy.BOT)))
    rounds.start(START_NS)
    assert len(run(rounds, START_NS + SIX_S_NS + S)) == 1


def test_however_long_they_take_nothing_is_missed() -> None:
    rounds = rounds_of(RoundSounds(), WAITING)
    rounds.start(START_NS)
    now_ns = host_ns(2.0)
    run(rounds, now_ns)
    for bindings in ((SNARE, PARTNER), (KICK, PARTNER)) * 2:
        now_ns += 3 * S
        run(rounds, now_ns, now_ns - 3 * S)
        for binding in bindings:
            rounds.session.press(binding, now_ns, 100)
            rounds.wait(now_ns)
    (played,) = run(rounds, now_ns + 2 * S, now_ns)
    assert [(each.hits, each.notes, each.mean_error_us) for each in played.players] == [
        (4, 4, 0),
        (4, 4, 0),
    ]


@pytest.mark.parametrize(("metronome", "clicks"), [(False, 4), (True, 5)])
def test_a_song_that_waits_is_silent_but_for_sticks(metronome: bool, clicks: int) -> None:
    sound = RoundSounds()
    rounds = rounds_of(sound, replace(WAITING, metronome=metronome))
    rounds.start(START_NS)
    run(rounds, host_ns(9.0))
    assert (sound.cycles, sound.clicks) == ([], clicks)
    rounds.session.press(SNARE, host_ns(9.0), 100)
    assert sound.struck == [(1, Piece.SNARE)]
