"""Draws one system: staves, bar lines, notes, and what joins the two players."""

from __future__ import annotations

from itertools import pairwise

from game.timing.units import Beats
from game.view.color import mixed
from game.view.sheet import paper
from game.view.sheet.glyphs import draw_note
from game.view.sheet.layout import Stave, System
from game.view.sheet.measures import PlacedMeasure
from game.view.sheet.pen import Pen
from game.view.sheet.places import Ribbon
from game.view.sheet.rulers import counts_of
from game.view.sheet.writing import draw_words
from game.view.strings import Strings

_BAR_LINE = 2.0
_PULSE_LINE = 1.0
_LANE_LINE = 1.2
_CLOSEST_PULSES = 6.0
_TAG_WIDTH = 26.0
_THREAD = 3.0
_LIGHT = 0.1
_LIT_EDGE = 4.0
_STRIPE = 9.0


def draw_system(pen: Pen, system: System, top: float, strings: Strings) -> None:
    """A system with its upper edge at `top`."""
    _draw_headings(pen, system, top)
    if len(system.staves) > 1:
        upper, lower = top + system.staves[0].top, top + system.staves[-1].bottom
        pen.line((paper.LEFT, upper), (paper.LEFT, lower), paper.INK, _BAR_LINE)
    for stave in system.staves:
        _draw_ground(pen, system, stave, top)
    for thread in system.threads:
        start, end = (thread.x, top + thread.top), (thread.x, top + thread.bottom)
        pen.line(start, end, paper.TOGETHER, _THREAD)
    for placed in system.measures:
        for count in counts_of(placed):
            ink = paper.INK if count.is_pulse else paper.INK_DIM
            y = top + system.ruler_y
            pen.text(count.text, count.x, y, paper.SIZE_RULER, ink, anchor="center")
    for stave in system.staves:
        draw_words(pen, stave.words, top + stave.words_bottom)
        _draw_tag(pen, stave, top, strings)
        for ribbon in stave.ribbons:
            _draw_ribbon(pen, ribbon, top)
        for spot in stave.spots:
            draw_note(pen, spot.note, spot.x, top + spot.y, spot.size)
        _draw_rests(pen, system, stave, top, strings)


def _draw_headings(pen: Pen, system: System, top: float) -> None:
    y = top + paper.SIZE_SECTION / 2
    for heading in system.headings:
        pen.box(paper.MARGIN, y - 9, 6, 18, paper.INK)
        pen.text(heading, paper.MARGIN + 16, y, paper.SIZE_SECTION, weight="black")
        y += 30


def _draw_ground(pen: Pen, system: System, stave: Stave, top: float) -> None:
    """What lies under the notes: light, lines of drums, pulses and bar lines."""
    upper, lower = top + stave.top, top + stave.bottom
    color = paper.player_ink(stave.players)
    for left, right in stave.lights:
        tint = mixed(paper.PAPER, color, _LIGHT)
        pen.box(left, upper, right - left, lower - upper, tint)
        pen.box(left, upper - _LIT_EDGE, right - left, _LIT_EDGE, color)
    first, last = system.measures[0], system.measures[-1]
    for placed in system.measures:
        for x in _pulse_lines(placed):
            pen.line((x, upper), (x, lower), paper.PULSE, _PULSE_LINE)
    for lane in stave.lanes:
        y = top + lane.y
        pen.line((first.x, y), (last.right, y), paper.LINE, _LANE_LINE)
    for x in (*(placed.x for placed in system.measures), last.right):
        pen.line((x, upper), (x, lower), paper.INK, _BAR_LINE)


def _pulse_lines(placed: PlacedMeasure) -> list[float]:
    """The pulses after the first one; none where they would lie too close, or in a folded rest."""
    if placed.measure.count > 1:
        return []
    lines = [placed.x_of(beat) for beat in placed.measure.bar.pulse_beats()]
    closest = min((after - before for before, after in pairwise(lines)), default=paper.ROOM)
    return lines if closest >= _CLOSEST_PULSES else []


def _draw_tag(pen: Pen, stave: Stave, top: float, strings: Strings) -> None:
    """The player's own colour and name, and the names of the drums."""
    upper, lower = top + stave.top, top + stave.bottom
    color = paper.player_ink(stave.players)
    middle = (upper + lower) / 2
    names = [strings(f"common.p{player}") for player in stave.players]
    pen.box(paper.MARGIN, upper, _TAG_WIDTH, lower - upper, color, radius=4)
    step = paper.SIZE_LABEL + 3
    y = middle - step * (len(names) - 1) / 2
    for name in names:
        x = paper.MARGIN + _TAG_WIDTH / 2
        pen.text(name, x, y, paper.SIZE_LABEL, paper.PAPER, anchor="center", weight="black")
        y += step
    for lane in stave.lanes:
        x, y = paper.LEFT - 8, top + lane.y
        pen.text(lane.piece.value, x, y - 1, paper.SIZE_LABEL, anchor="right")


def _draw_ribbon(pen: Pen, ribbon: Ribbon, top: float) -> None:
    """A roll: a band as long as it lasts, with strokes across it."""
    y, half = top + ribbon.y, paper.NOTE * 0.3
    fill = mixed(paper.PAPER, paper.piece_ink(ribbon.piece), 0.45)
    end_x = ribbon.end_x - (0 if ribbon.goes_on else 2)
    width = max(4.0, end_x - ribbon.x)
    pen.box(ribbon.x, y - half, width, 2 * half, paper.INK)
    pen.box(ribbon.x + 1, y - half + 1.2, width - 2, 2 * half - 2.4, fill)
    x = ribbon.x + _STRIPE
    while x + half < ribbon.x + width - 2:
        pen.line((x - 2, y + half - 1), (x + 3, y - half + 1), paper.INK, 1.4)
        x += _STRIPE


def _draw_rests(pen: Pen, system: System, stave: Stave, top: float, strings: Strings) -> None:
    middle = top + (stave.top + stave.bottom) / 2
    for placed in system.measures:
        measure = placed.measure
        if measure.count > 1:
            text = strings("sheet.rests", count=measure.count)
            _draw_long_rest(pen, placed, middle, text)
        elif _is_silent(stave, measure.bar.beat, measure.end_beat, placed):
            x = (placed.x + placed.right) / 2
            pen.box(x - 10, middle - 3, 20, 6, paper.INK_DIM)


def _is_silent(stave: Stave, beat: Beats, end_beat: Beats, placed: PlacedMeasure) -> bool:
    return not (
        any(beat <= spot.note.beat < end_beat for spot in stave.spots)
        or any(r.x < placed.right and r.end_x > placed.x for r in stave.ribbons)
    )


def _draw_long_rest(pen: Pen, placed: PlacedMeasure, y: float, text: str) -> None:
    left, right = placed.x + 24, placed.right - 24
    pen.box(left, y - 4, right - left, 8, paper.INK_DIM)
    for x in (left, right):
        pen.line((x, y - 12), (x, y + 12), paper.INK_DIM, 2.5)
    middle = (left + right) / 2
    ground = paper.PAPER
    room = right - left - 24
    pen.text(text, middle, y, paper.SIZE_WORD, anchor="center", max_width=room, ground=ground)
