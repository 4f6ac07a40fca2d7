"""Random valid charts, as the reader of a `.duet` file would give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from hypothesis import strategies as st

from game.charts.model import PLAYERS, Chart, Cue, Lead, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.timing.meter import Meter
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep

METERS = (
    *(Meter((4,), 4), Meter((4,), 4), Meter((12,), 8), Meter((3, 2, 3, 2), 8)),
    *(Meter((3,), 4), Meter((7,), 8), Meter((6,), 8), Meter((1,), 4), Meter((2,), 2)),
)
BPMS = ("60", "114", "123", "97.5", "184.25", "240")
WORDS = ("Call", "answer!", "4/4: a & b", "https://example.org/a", "함께", "x = y")
STROKES = {
    "x": (Stroke.HIT, False),
    "X": (Stroke.HIT, True),
    "g": (Stroke.GHOST, False),
    "f": (Stroke.FLAM, False),
    "F": (Stroke.FLAM, True),
    "d": (Stroke.DRAG, False),
    "D": (Stroke.DRAG, True),
    "r": (Stroke.ROLL, False),
    "R": (Stroke.ROLL, True),
    "o": (Stroke.HIT, False),
    "O": (Stroke.HIT, True),
}
SYMBOLS = st.sampled_from("---xxXXgfFdDrRr===oO")

Cells = Sequence[str | None]
"""One lane's bars in symbols; None is a bar in which nothing is written."""

Key = tuple[int, int]
"""Player and level."""

NotesByBar = dict[int, list[Note]]


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart of one to six bars."""
    bars = draw(bar_rows())
    offset_s = Fraction(draw(st.integers(-2_000, 2_000)), 1_000)
    bpm_text, steps = draw(tempi(bars))
    sections, tempo_map = draw(pinned_sections(bars, steps, offset_s))
    is_solo = draw(st.booleans())
    players = PLAYERS[:1] if is_solo else PLAYERS
    starts = {section.bar for section in sections}
    written = draw(written_bars(bars, starts, players))
    draw_shared_moments(draw, written, is_solo)
    return Chart(
        meta=draw(metas(bpm_text, offset_s)),
        tempo_map=tempo_map,
        bars=bars,
        sections=sections,
        leads=draw(leads(bars)),
        cues=draw(cues(bars, is_solo)),
        parts=tuple(part(player, written, 1 if is_solo else player) for player in PLAYERS),
        is_solo=is_solo,
    )


@st.composite
def bar_rows(draw: st.DrawFn) -> tuple[Bar, ...]:
    meters = draw(st.lists(st.sampled_from(METERS), min_size=1, max_size=6))
    if draw(st.booleans()):
        meters = [meters[0]] * len(meters)
    starts = accumulate((meter.length_beats for meter in meters), initial=Fraction(0))
    return tuple(Bar(beat, meter) for beat, meter in zip(starts, meters, strict=False))


@st.composite
def tempi(draw: st.DrawFn, bars: Sequence[Bar]) -> tuple[str, tuple[TempoStep, ...]]:
    """The header's tempo, and all tempi; several to a bar where the bar has several values."""
    first = draw(st.sampled_from(BPMS))
    is_dotted = draw(st.booleans())
    changes = st.lists(st.sampled_from(BPMS), max_size=4)
    steps: list[TempoStep] = []
    written = Fraction(first)
    for bar in bars:
        values = [Fraction(text) for text in draw(changes)] or [written]
        written = values[-1]
        for index, value in enumerate(values):
            bpm = value * Fraction(3, 2) if is_dotted and bar.meter.is_dotted else value
            if not steps or steps[-1].bpm != bpm:
                beat = bar.beat + Fraction(index, len(values)) * bar.meter.length_beats
                steps.append(TempoStep(beat, bpm))
    return first + " dotted" * is_dotted, tuple(steps)


@st.composite
def pinned_sections(
    draw: st.DrawFn, bars: Sequence[Bar], steps: Sequence[TempoStep], offset_s: Fraction
) -> tuple[tuple[Section, ...], TempoMap]:
    """Sections, some pinned at most 2 % away from where they would be."""
    written = TempoMap.build(steps)
    sections: list[Section] = []
    pins = [Pin(Fraction(0), Fraction(0))]
    for index in sorted(draw(st.sets(st.integers(0, len(bars) - 1), max_size=3))):
        name = draw(st.sampled_from(WORDS))
        beat = bars[index].beat
        stretch_pct = draw(st.none() | st.integers(-2, 2)) if index else None
        pin_s = None
        if stretch_pct is not None:
            length_us = written.exact_us(beat) - written.exact_us(pins[-1].beat)
            at_us = pins[-1].at_us + length_us * (100 + stretch_pct) / 100
            pin_s = Fraction(round(at_us / 1_000), 1_000) + offset_s
            pins.append(Pin(beat, (pin_s - offset_s) * 1_000_000))
        sections.append(Section(name, index, beat, pin_s))
    return tuple(sections), TempoMap.build(steps, pins[1:])


@st.composite
def leads(draw: st.DrawFn, bars: Sequence[Bar]) -> tuple[Lead, ...]:
    values = st.lists(st.sampled_from([(1,), (2,), PLAYERS]), max_size=3)
    found = [Lead(Fraction(0), PLAYERS)]
    for bar in bars:
        players_in_bar = draw(values)
        for index, players in enumerate(players_in_bar):
            beat = bar.beat + Fraction(index, len(players_in_bar)) * bar.meter.length_beats
            if beat == 0:
                found = [Lead(beat, players)]
            elif players != found[-1].players:
                found.append(Lead(beat, players))
    return tuple(found)


@st.composite
def cues(draw: st.DrawFn, bars: Sequence[Bar], is_solo: bool) -> tuple[Cue, ...]:
    places = st.tuples(
        st.sampled_from([bar.beat for bar in bars]),
        st.sampled_from([PLAYERS, (1,)] if is_solo else [PLAYERS, (1,), (2,)]),
        st.sampled_from(["", "ko", "pt-BR"]),
    )
    found = draw(st.dictionaries(places, st.sampled_from((*WORDS, "%", "x---")), max_size=3))
    return tuple(
        Cue(beat, players, text, language)
        for (beat, players, language), text in sorted(found.items())
    )


@st.composite
def metas(draw: st.DrawFn, bpm_text: str, offset_s: Fraction) -> Meta:
    words = st.sampled_from(("", *WORDS))
    seconds = st.none() | st.integers(0, 300_000).map(lambda ms: Fraction(ms, 1_000))
    return Meta(
        title=draw(st.sampled_from((*WORDS, "a | b", "== odd ==", "a//b"))),
        artist=draw(words),
        source=draw(words),
        titles=draw(st.dictionaries(st.sampled_from(["ko", "ja", "pt-BR"]), words, max_size=2)),
        audio=draw(st.sampled_from([None, "song.ogg", "Our Song.MP3"])),
        recording=draw(words) or None,
        length_s=draw(seconds),
        offset_s=offset_s,
        preview_s=draw(seconds),
        bpm_text=bpm_text,
        extra=draw(st.dictionaries(st.sampled_from(["x-mood", "x-"]), words, max_size=2)),
    )


@st.composite
def written_bars(
    draw: st.DrawFn, bars: Sequence[Bar], starts: set[int], players: Sequence[int]
) -> dict[Key, NotesByBar]:
    """What is written for each player and level, by bar; for a level its overridden bars alone."""
    written: dict[Key, NotesByBar] = {}
    for player in players:
        for level in (5, *draw(st.sets(st.integers(1, 4), max_size=2))):
            overridden = set(range(len(bars)))
            if level < 5:
                overridden = draw(st.sets(st.sampled_from(sorted(overridden)), max_size=3))
            by_bar: NotesByBar = {bar: [] for bar in sorted(overridden)}
            for piece in sorted(draw(st.sets(st.sampled_from(Piece), min_size=1, max_size=3))):
                cells = draw(lane_cells(bars, overridden))
                for bar, notes in lane_notes(piece, cells, bars, starts).items():
                    by_bar[bar].extend(notes)
            for notes in by_bar.values():
                notes.sort(key=lambda note: (note.beat, note.piece))
            written[player, level] = by_bar
    return written


@st.composite
def lane_cells(draw: st.DrawFn, bars: Sequence[Bar], written: set[int]) -> Cells:
    cells: list[str | None] = []
    for index, bar in enumerate(bars):
        is_repeat = index > 0 and bars[index - 1].meter == bar.meter and draw(st.booleans())
        if index not in written:
            cells.append(None)
        elif is_repeat and cells[-1] is not None:
            cells.append(cells[-1])
        else:
            is_rest = draw(st.sampled_from([False, False, False, True]))
            cells.append(None if is_rest else going_on(cells, draw(bar_symbols(bar.meter))))
    return cells


def going_on(cells: Cells, symbols: str) -> str:
    """Symbols of a bar into which a roll goes on, if the bar before it ends in one."""
    before = cells[-1] if cells else None
    return "=" + symbols[1:] if before and before[-1] in "rR=" else symbols


@st.composite
def bar_symbols(draw: st.DrawFn, meter: Meter) -> str:
    """Symbols of one bar, in one part or in one for each pulse."""
    parts = draw(st.sampled_from([1, len(meter.pulse_lengths_beats)]))
    sizes = [1, 2, 3, 4, 5, 6] if parts > 1 else [1, 2, 4, 5, 8, 12, 16, 24, meter.count]
    return "'".join(
        draw(st.text(SYMBOLS, min_size=size, max_size=size))
        for size in (draw(st.sampled_from(sizes)) for _ in range(parts))
    )


def lane_notes(piece: Piece, cells: Cells, bars: Sequence[Bar], starts: set[int]) -> NotesByBar:
    """The notes of symbols. A `=` without a roll is a rest here; a section ends every roll."""
    by_bar: NotesByBar = {}
    roll: list[Note] = []
    for index, cell in enumerate(cells):
        if cell is None or index in starts:
            roll = []
        if cell is None:
            continue
        notes = by_bar[index] = []
        for beat, length, symbol in slots(cell, bars[index]):
            if symbol == "=":
                if roll:
                    roll[-1] = replace(roll[-1], length=beat + length - roll[-1].beat)
                continue
            roll = []
            if symbol in STROKES:
                notes.append(note(piece, beat, length, symbol))
                roll = notes if notes[-1].length else []
    return by_bar


def slots(cell: str, bar: Bar) -> list[tuple[Fraction, Fraction, str]]:
    """Beat, length in beats and symbol of each place in a bar."""
    parts = cell.split("'")
    found = []
    for part_index, symbols in enumerate(parts):
        length = bar.meter.length_beats / len(parts) / len(symbols)
        first = bar.beat + part_index * bar.meter.length_beats / len(parts)
        found += [(first + place * length, length, each) for place, each in enumerate(symbols)]
    return found


def note(piece: Piece, beat: Fraction, length: Fraction, symbol: str) -> Note:
    stroke, accent = STROKES[symbol]
    return Note(
        beat,
        piece,
        stroke,
        accent=accent,
        open=symbol in "oO" and piece is Piece.HAT,
        length=length if stroke is Stroke.ROLL else Fraction(0),
    )


def draw_shared_moments(draw: st.DrawFn, written: dict[Key, NotesByBar], is_solo: bool) -> None:
    """Turn some hits that have a partner into `&`, in place, at every level."""
    kept: set[Fraction] = set()
    for level in (5, 4, 3, 2, 1):
        moments = [
            (key, bar, index)
            for key, by_bar in sorted(written.items())
            for bar, notes in by_bar.items()
            for index, each in enumerate(notes)
            if key[1] == level
            and each.stroke is Stroke.HIT
            and (is_solo or each.beat in partner_beats(written, key, bar))
        ]
        chosen = draw(st.sets(st.sampled_from(moments), max_size=2)) if moments else set()
        beats = set(kept)
        for key, bar, index in chosen:
            each = written[key][bar][index]
            written[key][bar][index] = replace(each, accent=True, open=False)
            beats.add(each.beat)
        for key, by_bar in written.items():
            if key[1] == level:
                mark_shared(by_bar, beats)
        if level == 5:
            kept = beats


def partner_beats(written: Mapping[Key, NotesByBar], key: Key, bar: int) -> set[Fraction]:
    """The moments of a bar at which a player's partner has a note, at that level."""
    partner, level = 3 - key[0], key[1]
    at_level = written.get((partner, level), {})
    notes = at_level.get(bar, written.get((partner, 5), {}).get(bar, []))
    return {each.beat for each in notes}


def mark_shared(by_bar: NotesByBar, beats: set[Fraction]) -> None:
    for notes in by_bar.values():
        notes[:] = [replace(each, shared=each.beat in beats) for each in notes]


def part(player: int, written: Mapping[Key, NotesByBar], source: int) -> Part:
    """A player's part from what is written for player `source`."""
    overrides = {
        (level, bar): tuple(notes)
        for (writer, level), by_bar in sorted(written.items())
        if writer == source and level < 5
        for bar, notes in by_bar.items()
    }
    full = written.get((source, 5), {})
    return Part(player, tuple(each for bar in full.values() for each in bar), overrides)
