"""The timelines of a replay out of JSON."""

from __future__ import annotations

from itertools import pairwise

from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.charts.pieces import Piece, Stroke
from game.charts.timeline import TimedBar, TimedLead, TimedNote, TimedPulse, Timeline
from game.duet.field import Field
from game.timing.units import Micros

DAY_US = 86_400_000_000
"""No song is longer, and no lead-in either."""


def read_timeline(field: Field, player: int, level: int, layout: str) -> Timeline:
    """One player's timeline, without the sections and cues that a replay does not keep.

    Raises:
        ReplayError: it is broken; says where.
    """
    items = field.key("notes").items()
    notes = tuple(_note(item, layout) for item in items)
    for (before, note), item in zip(pairwise(notes), items[1:], strict=False):
        if (note.at_us, note.lane) < (before.at_us, before.lane):
            item.fail("notes in the order of time, then of lane names")
    return Timeline(
        player=player,
        level=level,
        layout=layout,
        notes=notes,
        bars=tuple(_bar(item) for item in field.key("bars").items()),
        pulses=tuple(_pulse(item) for item in field.key("pulses").items()),
        sections=(),
        leads=tuple(_lead(item) for item in field.key("leads").items()),
        cues=(),
        end_us=_at_us(field.key("end_us")),
    )


def _note(field: Field, layout: str) -> TimedNote:
    at_us = _at_us(field.key("at_us"))
    stroke = Stroke(field.key("stroke").one_of([stroke.value for stroke in Stroke]))
    end_us = at_us
    if stroke is Stroke.ROLL:
        end_us = Micros(field.key("end_us").integer(at_us, DAY_US))
    return TimedNote(
        at_us=at_us,
        lane=field.key("lane").one_of(LAYOUTS[layout].lanes),
        piece=Piece(field.key("piece").one_of([piece.value for piece in Piece])),
        stroke=stroke,
        accent=field.key("accent").boolean(),
        open=field.key("open").boolean(),
        shared=field.key("shared").boolean(),
        end_us=end_us,
        beat=field.key("beat").beat(),
    )


def _bar(field: Field) -> TimedBar:
    at, number = field.items(2)
    return TimedBar(_at_us(at), number.integer(1, 1_000_000))


def _pulse(field: Field) -> TimedPulse:
    at, beat = field.items(2)
    return TimedPulse(_at_us(at), beat.beat())


def _lead(field: Field) -> TimedLead:
    at, players = field.items(2)
    numbers = tuple(player.integer(PLAYERS[0], PLAYERS[-1]) for player in players.items())
    return TimedLead(_at_us(at), numbers)


def _at_us(field: Field) -> Micros:
    return Micros(field.integer(-DAY_US, DAY_US))
