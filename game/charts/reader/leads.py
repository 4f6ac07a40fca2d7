"""Whose phrase it is, from the `lead` lane."""

from __future__ import annotations

from fractions import Fraction

from game.charts.model import PLAYERS, Lead
from game.charts.reader.faults import Faults, quoted
from game.charts.reader.near_miss import did_you_mean
from game.charts.reader.sheet import Sheet
from game.charts.reader.values import read_values
from game.timing.tempo_map import Bar

_LEADS = {"P1": (1,), "P2": (2,), "both": PLAYERS}


def read_leads(sheet: Sheet, bars: tuple[Bar, ...], faults: Faults) -> tuple[Lead, ...]:
    """Every change of the lead; it starts as both players'."""
    leads = [Lead(Fraction(0), PLAYERS)]
    for value in read_values(sheet, "lead", bars, faults):
        players = _LEADS.get(value.text)
        if players is None:
            message = f"unknown lead {quoted(value.text)}, expected P1, P2 or both"
            faults.add(value.line, value.column, message, did_you_mean(value.text, _LEADS))
        elif value.beat == 0:
            leads = [Lead(value.beat, players)]
        elif players != leads[-1].players:
            leads.append(Lead(value.beat, players))
    return tuple(leads)
