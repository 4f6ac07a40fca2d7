"""Lays a chart out: pages of systems, and in each system every note and word at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.charts.pieces import Piece
from game.charts.writing.lanes import PIECES_IN_ORDER
from game.charts.writing.numbers import decimal_text
from game.view.sheet import paper
from game.view.sheet.excerpt import Excerpt, Voice
from game.view.sheet.marks import Marks
from game.view.sheet.measures import PlacedMeasure, measures_of, rows_of
from game.view.sheet.places import Ribbon, Spot, Thread, ribbons_in, spots_in, threads_in
from game.view.sheet.words import WidthOf, Word, in_rows, row_count, wrapped
from game.view.strings import Strings

_HEADING_LINE = 30


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one drum."""

    piece: Piece
    y: float


@dataclass(frozen=True, slots=True)
class Stave:
    """The lines of one player, or of both in a solo chart."""

    players: tuple[int, ...]
    top: float
    bottom: float
    lanes: tuple[Lane, ...]
    """Of the drums that are struck in the system; none where the player rests all through it."""

    words: tuple[Word, ...]
    words_bottom: float
    lights: tuple[tuple[float, float], ...]
    """Stretches in which the phrase is this player's alone: left and right edge."""

    spots: tuple[Spot, ...]
    ribbons: tuple[Ribbon, ...]


@dataclass(frozen=True, slots=True)
class System:
    """Some measures with both players' staves. Its own top edge is 0."""

    measures: tuple[PlacedMeasure, ...]
    headings: tuple[str, ...]
    """The sections that begin here, one a line."""

    ruler_y: float
    """The middle of the row in which beats are counted."""

    staves: tuple[Stave, ...]
    threads: tuple[Thread, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """From 1."""

    height: float
    systems: tuple[tuple[float, System], ...]
    """Each with its top edge on the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart, ready to be drawn."""

    excerpt: Excerpt
    pages: tuple[Page, ...]


def lay_out(
    excerpt: Excerpt, strings: Strings, width_of: WidthOf, heading: float, *, is_cut: bool = False
) -> Sheet:
    """Put everything into its place.

    Args:
        heading: the height of what stands above the first page's systems, in units.
        is_cut: all systems on one page without margins above and below, as high as they are.
    """
    systems = list(_systems(excerpt, strings, width_of))
    return Sheet(excerpt, (_cut(systems),) if is_cut else tuple(_pages(systems, heading)))


def _systems(excerpt: Excerpt, strings: Strings, width_of: WidthOf) -> Iterator[System]:
    marks = Marks(excerpt, strings, width_of)
    sections = excerpt.chart.sections
    starts = frozenset(section.bar for section in sections)
    rows = rows_of(measures_of(excerpt, marks.kept_bars()), starts)
    for row in rows:
        yield _system(excerpt, row, marks, _headings(excerpt, row[0].measure.first, width_of))
    if excerpt.is_whole and len(excerpt.chart.bars) in starts:
        # A section after the last bar: its name, and nothing under it.
        headings = _headings(excerpt, len(excerpt.chart.bars), width_of)
        yield System((), headings, 0.0, (), (), _headings_height(headings))


def _headings(excerpt: Excerpt, bar: int, width_of: WidthOf) -> tuple[str, ...]:
    """The names of the sections that begin at a bar, with the seconds to which they are pinned."""
    names = (
        each.name if each.pin_s is None else f"{each.name}  @ {decimal_text(each.pin_s)} s"
        for each in excerpt.chart.sections
        if each.bar == bar
    )
    width = paper.RIGHT - paper.MARGIN - paper.SECTION
    return tuple(
        line for name in names for line in wrapped(name, paper.SIZE_SECTION, width, width_of)
    )


def _system(
    excerpt: Excerpt, row: Sequence[PlacedMeasure], marks: Marks, headings: tuple[str, ...]
) -> System:
    y = _headings_height(headings)
    staves: list[Stave] = []
    ruler_y = 0.0
    for index, voice in enumerate(excerpt.voices):
        words = in_rows(marks.above(row, index))
        y += row_count(words) * paper.WORD_ROW
        words_bottom = y
        if index == 0:
            ruler_y = y + paper.RULER * 0.38
            y += paper.RULER
        elif words:
            y += paper.BELOW_WORDS
        stave = _stave(voice, row, y, words, words_bottom, marks.lights(row, voice.players))
        staves.append(stave)
        y = stave.bottom + paper.STAVE_GAP
    threads = threads_in([stave.spots for stave in staves])
    return System(tuple(row), headings, ruler_y, tuple(staves), threads, staves[-1].bottom)


def _headings_height(headings: Sequence[str]) -> float:
    return paper.SECTION + _HEADING_LINE * (len(headings) - 1) if headings else 0.0


def _stave(
    voice: Voice,
    row: Sequence[PlacedMeasure],
    top: float,
    words: tuple[Word, ...],
    words_bottom: float,
    lights: tuple[tuple[float, float], ...],
) -> Stave:
    struck = _struck(voice, row)
    pad_top, pad_low = paper.STAVE_PAD
    lanes = tuple(
        Lane(piece, top + pad_top + (place + 0.5) * paper.LANE)
        for place, piece in enumerate(struck)
    )
    bottom = top + (pad_top + len(lanes) * paper.LANE + pad_low if lanes else paper.LONE_LANE)
    y_of = {lane.piece: lane.y for lane in lanes}
    return Stave(
        voice.players,
        top,
        bottom,
        lanes,
        words,
        words_bottom,
        lights,
        tuple(spots_in(voice, row, y_of)),
        tuple(ribbons_in(voice, row, y_of)),
    )


def _struck(voice: Voice, row: Sequence[PlacedMeasure]) -> list[Piece]:
    """The drums that sound in a row, from top to bottom."""
    start, end = row[0].measure.bar.beat, row[-1].measure.end_beat
    pieces = {note.piece for note in (*voice.between(start, end), *voice.rolls_over(start))}
    return sorted(pieces, key=PIECES_IN_ORDER.index)


def _pages(systems: Iterable[System], heading: float) -> Iterator[Page]:
    """As many systems to a page as it holds; one that is taller than a page makes it taller."""
    number, first_top = 1, paper.TOP + heading
    lowest = paper.HEIGHT - paper.FOOT
    held: list[System] = []
    for system in systems:
        if held and first_top + _stacked([*held, system]) > lowest:
            spare = lowest - first_top - _stacked(held)
            extra = min(paper.MOST_EXTRA_GAP, spare / (len(held) - 1)) if len(held) > 1 else 0.0
            yield _page(number, held, first_top, extra)
            number, first_top, held = number + 1, paper.TOP + paper.RUNNING, []
        held.append(system)
    yield _page(number, held, first_top)


def _stacked(systems: Sequence[System]) -> float:
    """The height of systems under each other."""
    return sum(system.height + paper.SYSTEM_GAP for system in systems) - paper.SYSTEM_GAP


def _page(number: int, systems: Sequence[System], top: float, extra: float = 0.0) -> Page:
    placed: list[tuple[float, System]] = []
    for system in systems:
        placed.append((top, system))
        top += system.height + paper.SYSTEM_GAP + extra
    bottom = top - paper.SYSTEM_GAP - extra
    return Page(number, max(paper.HEIGHT, bottom + paper.FOOT), tuple(placed))


def _cut(systems: Sequence[System]) -> Page:
    margin = paper.SYSTEM_GAP / 2
    page = _page(1, systems, margin)
    return replace(page, height=margin + _stacked(systems) + margin)
