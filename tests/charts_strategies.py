"""Random valid charts, as the reader of a `.duet` file would give them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from hypothesis import strategies as st
from notes_strategies import draw_shared_moments, part, written_bars

from game.charts.model import PLAYERS, Chart, Cue, Lead, Meta, Section
from game.timing.meter import Meter
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep

METERS = (
    *(Meter((4,), 4), Meter((4,), 4), Meter((12,), 8), Meter((3, 2, 3, 2), 8)),
    *(Meter((3,), 4), Meter((7,), 8), Meter((6,), 8), Meter((1,), 4), Meter((2,), 2)),
)
BPMS = ("60", "114", "123", "97.5", "184.25", "240")
WORDS = ("Call", "answer!", "4/4: a & b", "https://example.org/a", "함께", "x = y")


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
