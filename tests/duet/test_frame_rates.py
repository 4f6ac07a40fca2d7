"""The log of a duet does not depend on when and how often the duet is told what happened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import pytest
from rhythm import MS, note_at

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Stroke
from game.charts.timeline import TimedNote, Timeline
from game.duet.duet import Duet, LoggedVerdict
from game.duet.events import InputEvent
from game.duet.seat import Seat
from game.judge.rules import RULES
from game.timing.units import Micros

NS_PER_MS = 1_000_000
DUETS = 500
SONG_MS = 1_500
LEAD_IN_MS = 500
LATEST_MS = 25
BEHIND_NS = 30 * NS_PER_MS
LANES = tuple(LAYOUTS["four"].lanes)
STROKES = [*[Stroke.HIT] * 5, Stroke.GHOST, Stroke.FLAM, Stroke.DRAG, Stroke.ROLL]


@dataclass(frozen=True)
class Press:
    """A press as a device delivers it."""

    host_ns: int
    delivered_ns: int
    player: int
    lane: str


@dataclass(frozen=True)
class Play:
    """What two people did, in host time."""

    seats: tuple[Seat, ...]
    offset_ns: dict[int, int]
    rate_pct: int
    presses: tuple[Press, ...]
    """In the order of delivery."""

    def song_us(self, host_ns: int) -> Micros:
        return Micros((host_ns // 1_000 - LEAD_IN_MS * MS) * self.rate_pct // 100)

    def event(self, press: Press) -> InputEvent:
        at_us = self.song_us(press.host_ns - self.offset_ns[press.player])
        return InputEvent(at_us, press.player, press.lane)


def random_play(seed: int) -> Play:
    """Two parts, from thin to dense, and hands that hit, miss and hit too much."""
    random = Random(seed)
    rules = tuple(RULES.values())
    seats = tuple(Seat(random_part(random, player), random.choice(rules)) for player in (1, 2))
    first_ms = random.randint(-120, 120)
    offset_ns = {1: first_ms * NS_PER_MS, 2: (first_ms - random.randint(-120, 120)) * NS_PER_MS}
    rate_pct = random.choice([100, 100, 75])
    presses = [
        press
        for seat in seats
        for press in random_presses(random, seat, offset_ns[seat.player], rate_pct)
    ]
    presses.sort(key=lambda press: press.delivered_ns)
    return Play(seats, offset_ns, rate_pct, tuple(presses))


def random_part(random: Random, player: int) -> Timeline:
    notes: dict[tuple[int, str], TimedNote] = {}
    for lane in random.sample(LANES, random.randint(1, len(LANES))):
        # A common grid makes chords; 10 ms is as near as notes of one lane can be.
        step_ms = random.choice([10, 30, 60, 125, 250, 500])
        for at_ms in range(0, SONG_MS, step_ms):
            if random.random() < 0.6:
                note = note_at(at_ms * MS, lane, random.choice(STROKES))
                notes[note.at_us, lane] = held(note, random) if note.stroke is Stroke.ROLL else note
    ordered = tuple(notes[key] for key in sorted(notes))
    return Timeline(player, 5, "four", ordered, (), (), (), (), (), Micros(SONG_MS * MS))


def held(roll: TimedNote, random: Random) -> TimedNote:
    return replace(roll, end_us=Micros(roll.at_us + random.randint(0, 400) * MS))


def random_presses(random: Random, seat: Seat, offset_ns: int, rate_pct: int) -> list[Press]:
    """Presses near most notes, and some anywhere; each player's arrive in their own order."""
    times = [
        (note.at_us + round(random.gauss(0, 40 * MS)), note.lane)
        for note in seat.timeline.notes
        if random.random() < 0.85
    ]
    strays = random.randint(0, 20)
    times += [(random.randint(-100, SONG_MS) * MS, random.choice(LANES)) for _ in range(strays)]
    presses = []
    delivered_ns = 0
    for at_us, lane in sorted(times):
        host_ns = (at_us * 100 // rate_pct + LEAD_IN_MS * MS) * 1_000 + offset_ns
        delivered_ns = max(delivered_ns, host_ns + random.randint(0, LATEST_MS * NS_PER_MS))
        presses.append(Press(host_ns, delivered_ns, seat.player, lane))
    return presses


def told_at_once(play: Play) -> tuple[LoggedVerdict, ...]:
    """The log when everything is told after the end: all presses, then one advance."""
    duet = Duet(play.seats, play.rate_pct)
    for press in play.presses:
        duet.feed(play.event(press))
    for player in (1, 2):
        duet.advance(player, Micros(3 * SONG_MS * MS))
    return duet.log


def told_in_frames(play: Play, frames_hz: int) -> Duet:
    """The duet as an app tells it: each frame what has arrived, then how late it is."""
    duet = Duet(play.seats, play.rate_pct)
    waiting = list(reversed(play.presses))
    end_ns = 2 * SONG_MS * 100 // play.rate_pct * NS_PER_MS
    drained = 0
    for frame in range(end_ns * frames_hz // 1_000_000_000):
        now_ns = frame * 1_000_000_000 // frames_hz
        while waiting and waiting[-1].delivered_ns <= now_ns:
            duet.feed(play.event(waiting.pop()))
        for player, offset_ns in play.offset_ns.items():
            duet.advance(player, play.song_us(now_ns - offset_ns - BEHIND_NS))
        drained += len(duet.drain())
    assert not waiting
    assert drained == len(duet.log)
    return duet


@pytest.mark.parametrize("frames_hz", [7, 30, 60, 144, 999])
def test_every_frame_rate_gives_the_same_log(frames_hz: int) -> None:
    for seed in range(DUETS):
        play = random_play(seed)
        duet = told_in_frames(play, frames_hz)
        assert duet.clamped == 0, f"duet {seed}"
        assert duet.log == told_at_once(play), f"duet {seed}"


def test_the_random_duets_hold_every_kind_of_verdict_in_plenty() -> None:
    counts: dict[str, int] = {}
    for seed in range(DUETS):
        for _, verdict in told_at_once(random_play(seed)):
            counts[verdict.grade] = counts.get(verdict.grade, 0) + 1
    assert min(counts.values()) > 1_000
    assert len(counts) == 7
