"""Random plays for hypothesis, as an app might conduct them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from rhythm import MS, seat

from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark, MarkKind
from game.duet.replay import Hands, Replay, record
from game.duet.seat import Seat
from game.judge.rules import RULES
from game.timing.units import Micros

LANES = ("tom", "snare", "cymbal", "kick")
KINDS: tuple[MarkKind, ...] = ("pause", "bot", "human")

times_us = st.integers(-200 * MS, 3_000 * MS).map(Micros)
players = st.sampled_from([1, 2])
lines = st.tuples(st.sampled_from(LANES), st.text(st.sampled_from("xXgfdr=--"), max_size=20)).map(
    " ".join
)
events = st.builds(
    InputEvent, times_us, players, st.sampled_from(LANES), velocity=st.integers(1, 127)
)
marks = st.builds(Mark, times_us, st.one_of(st.none(), players), st.sampled_from(KINDS))
moves = st.tuples(players, times_us)


@st.composite
def seats(draw: st.DrawFn, player: int) -> Seat:
    rules = draw(st.sampled_from(sorted(RULES)))
    step_ms = draw(st.sampled_from([10, 60, 125]))
    part = seat(*draw(st.lists(lines, max_size=4)), player=player, rules=rules, step_ms=step_ms)
    return replace(part, calibrated=draw(st.booleans()))


@st.composite
def duets(draw: st.DrawFn) -> Duet:
    """A play in disorder: late presses, stand-ins, pauses, time that moves on between them."""
    duet = Duet([draw(seats(1)), draw(seats(2))], draw(st.sampled_from([50, 100])))
    for step in draw(st.lists(st.one_of(events, events, marks, moves), max_size=40)):
        if isinstance(step, InputEvent):
            duet.feed(step)
        elif isinstance(step, Mark):
            duet.mark(step)
        else:
            duet.advance(*step)
    return duet


def replay_of(duet: Duet, title: str = "Two bars") -> Replay:
    """The replay of a play, with hands that differ."""
    hands = (Hands("keyboard", -12_345), Hands("midi:Pads, the “big” ones", 40_000))
    return record(duet, hands, digest="0" * 64, title=title)


def small_replay() -> Replay:
    """A replay of a few notes, with each kind of thing that a file can hold."""
    one = replace(seat("snare x-f-", "kick X---", "tom --r=", rules="tight"), calibrated=True)
    duet = Duet([one, seat("cymbal g-d-", player=2)])
    presses = [(-5, 2, "cymbal"), (3, 1, "kick"), (0, 2, "tom"), (160, 1, "snare")]
    for at_ms, player, lane in presses:
        duet.feed(InputEvent(Micros(at_ms * MS), player, lane, 99))
    duet.mark(Mark(Micros(300 * MS), None, "pause"))
    duet.mark(Mark(Micros(310 * MS), 2, "bot"))
    return replay_of(duet)
