"""A replay: the events of a play, and all that is needed to judge them again for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.charts.timeline import Timeline
from game.duet.duet import Duet
from game.duet.events import InputEvent, Mark
from game.duet.result import DuetResult, result_of
from game.duet.seat import Seat

REPLAY_FORMAT = "drum-duet-replay/1"


@dataclass(frozen=True, slots=True)
class Hands:
    """What a player played with."""

    device: str = "keyboard"
    """`keyboard`, a MIDI device's name, or a bot as the command line writes it."""

    input_offset_us: int = 0
    """Already taken out of the events; kept for the record."""


@dataclass(frozen=True, slots=True)
class Replay:
    """A whole play."""

    digest: str
    """Of the chart."""

    title: str
    rate_pct: int
    seats: tuple[Seat, ...]
    """Their timelines hold what is judged and measured: no sections, no cues."""

    hands: tuple[Hands, ...]
    """One for each seat."""

    events: tuple[InputEvent, ...]
    """In the order of arrival, as judged."""

    marks: tuple[Mark, ...]
    result: DuetResult
    """What the play claimed at its end."""


def record(duet: Duet, hands: Sequence[Hands], digest: str, title: str) -> Replay:
    """The replay of a duet that is over; what was not played is missed.

    Args:
        duet: is finished by this.
        hands: one for each seat.
        digest: of the chart.
        title: of the chart.
    """
    duet.finish()
    return Replay(
        digest=digest,
        title=title,
        rate_pct=duet.rate_pct,
        seats=tuple(replace(seat, timeline=_kept(seat.timeline)) for seat in duet.seats),
        hands=tuple(hands),
        events=duet.events,
        marks=duet.marks,
        result=result_of(duet, digest),
    )


def _kept(timeline: Timeline) -> Timeline:
    return replace(timeline, sections=(), cues=())
