"""Timelines and log lines as text, so that a test shows its rhythm."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Stroke
from game.charts.timeline import TimedLead, TimedNote, TimedPulse, Timeline
from game.duet.seat import Seat
from game.judge.rules import RULES
from game.judge.verdict import Verdict
from game.timing.units import Micros

MS = 1_000
_STROKES = {
    "x": Stroke.HIT,
    "g": Stroke.GHOST,
    "f": Stroke.FLAM,
    "d": Stroke.DRAG,
    "r": Stroke.ROLL,
}


def part(*lines: str, player: int = 1, layout: str = "four", step_ms: float = 100) -> Timeline:
    """A timeline from lines such as `snare x--X r==-`, one symbol every `step_ms`.

    `x` hit, `g` ghost, `f` flam, `d` drag, capitals accented, `r` and then `=` a roll, `-` rest;
    spaces mean nothing. Four steps are a quarter note.
    """
    step_us = round(step_ms * MS)
    notes: list[TimedNote] = []
    longest = 0
    for line in lines:
        lane, _, symbols = line.partition(" ")
        symbols = symbols.replace(" ", "")
        longest = max(longest, len(symbols))
        for index, symbol in enumerate(symbols):
            if symbol.lower() in _STROKES:
                held = len(symbols[index + 1 :]) - len(symbols[index + 1 :].lstrip("="))
                notes.append(_note(layout, lane, symbol, index, held, step_us))
    notes.sort(key=lambda note: (note.at_us, note.lane))
    quarters = range(0, longest, 4)
    return Timeline(
        player=player,
        level=5,
        layout=layout,
        notes=tuple(notes),
        bars=(),
        pulses=tuple(TimedPulse(Micros(i * step_us), Fraction(i, 4)) for i in quarters),
        sections=(),
        leads=(TimedLead(Micros(0), (1, 2)),),
        cues=(),
        end_us=Micros(longest * step_us),
    )


def seat(*lines: str, rules: str = "standard", player: int = 1, step_ms: float = 100) -> Seat:
    """A seat in layout `four` for a part written as text."""
    return Seat(part(*lines, player=player, step_ms=step_ms), RULES[rules])


def note_at(at_us: int, lane: str = "snare", stroke: Stroke = Stroke.HIT) -> TimedNote:
    """A note of layout `four` at a microsecond."""
    return TimedNote(
        at_us=Micros(at_us),
        lane=lane,
        piece=LAYOUTS["four"].lanes[lane][0],
        stroke=stroke,
        accent=False,
        open=False,
        shared=False,
        end_us=Micros(at_us),
        beat=Fraction(at_us, 500_000),
    )


def told(verdict: Verdict) -> str:
    """A verdict in one line, such as `100000 snare great 3 +25001`."""
    words = [str(verdict.at_us), verdict.lane, verdict.grade.value]
    if verdict.note is not None:
        words.append(str(verdict.note))
    if verdict.offset_us is not None:
        words.append(f"{verdict.offset_us:+d}")
    return " ".join(words)


def log_lines(log: Iterable[tuple[int, Verdict]]) -> list[str]:
    """A duet's log, one line a verdict."""
    return [f"P{player} {told(verdict)}" for player, verdict in log]


def _note(layout: str, lane: str, symbol: str, index: int, held: int, step_us: int) -> TimedNote:
    stroke = _STROKES[symbol.lower()]
    at_us = index * step_us
    return TimedNote(
        at_us=Micros(at_us),
        lane=lane,
        piece=LAYOUTS[layout].lanes[lane][0],
        stroke=stroke,
        accent=symbol.isupper(),
        open=False,
        shared=False,
        end_us=Micros(at_us + (held + 1) * step_us if stroke is Stroke.ROLL else at_us),
        beat=Fraction(index, 4),
    )
