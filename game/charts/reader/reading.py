"""Reading a whole chart: from lines and systems to a `Chart` and every error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from game.charts.issues import Issue
from game.charts.model import PLAYERS, Chart, Section
from game.charts.reader.bars import read_bars
from game.charts.reader.cues import read_cues
from game.charts.reader.faults import Faults, TooManyFaultsError
from game.charts.reader.header import Header, read_header
from game.charts.reader.leads import read_leads
from game.charts.reader.parts import PlacedParts, read_notes, to_part
from game.charts.reader.pins import fit_tempi
from game.charts.reader.placed import WrittenCell
from game.charts.reader.sharing import share
from game.charts.reader.sheet import Sheet, lay_out
from game.charts.reader.stray_lines import (
    check_body_lines,
    check_first_line,
    check_header_lines,
    check_other_hashes,
    split_header,
)
from game.charts.reader.tempo import read_tempi
from game.charts.syntax.lines import Line, LineKind
from game.charts.syntax.systems import System
from game.timing.tempo_map import Bar


@dataclass(frozen=True, slots=True)
class Score:
    """What a text says, and where it says so. If the text has errors: what is left of it."""

    chart: Chart
    header: Header
    sheet: Sheet
    parts: PlacedParts
    """Empty for player 2 of a solo chart."""

    written: tuple[WrittenCell, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading a text."""

    errors: tuple[Issue, ...]
    """Sorted by place."""

    score: Score | None
    """None only where the errors leave nothing worth reading."""


def read_text(lines: Sequence[Line], systems: Sequence[System]) -> Reading:
    """Read a chart's text."""
    faults = Faults()
    try:
        score = _read(lines, systems, faults)
    except TooManyFaultsError:
        score = None
    return Reading(faults.issues(), score)


def _read(lines: Sequence[Line], systems: Sequence[System], faults: Faults) -> Score | None:
    if not check_first_line(lines, faults):
        return None
    check_other_hashes(lines, faults)
    above, below = split_header(lines)
    check_header_lines(above, faults)
    stray_keys = check_body_lines(below, faults)
    header_lines = (line for line in above if line.kind is LineKind.HEADER)
    header = read_header(header_lines, stray_keys, faults)
    sheet = lay_out(below, systems, faults)
    if sheet.bar_count == 0:
        faults.add(0, 0, "found no bars, expected at least one")
    bars = read_bars(sheet, header.meter, faults)
    steps = read_tempi(sheet, header, bars, faults)
    tempo_map = fit_tempi(steps, sheet.headings, header, bars, faults)
    leads = read_leads(sheet, bars, faults)
    notes = read_notes(sheet, bars, faults)
    is_solo = not sheet.names_player_2
    share(notes, is_solo, faults)
    chart = Chart(
        meta=header.meta,
        tempo_map=tempo_map,
        bars=bars,
        sections=_sections(sheet, bars),
        leads=leads,
        cues=read_cues(sheet, bars),
        parts=tuple(to_part(player, notes.parts, 1 if is_solo else player) for player in PLAYERS),
        is_solo=is_solo,
    )
    return Score(chart, header, sheet, notes.parts, notes.written)


def _sections(sheet: Sheet, bars: tuple[Bar, ...]) -> tuple[Section, ...]:
    starts = [bar.beat for bar in bars]
    starts.append(bars[-1].end_beat if bars else Fraction(0))
    return tuple(
        Section(heading.name, heading.bar, starts[heading.bar], heading.pin_s)
        for heading in sheet.headings
    )
