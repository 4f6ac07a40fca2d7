"""What stands over the notes: sections, tempi, cues, and where both players strike together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from xml.etree.ElementTree import Element

from game.charts.model import Chart, Part
from game.charts.writing.numbers import decimal_text
from game.exchange.musicxml.elements import add
from game.timing.units import Beats

_TOGETHER = "&"
_DOTTED = Fraction(3, 2)
_SHOWN_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A text over the staff."""

    beat: Beats
    text: str
    is_section: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Tempo:
    """A tempo that begins to hold."""

    beat: Beats
    quarters_bpm: Fraction
    shown_bpm: str
    """The pulses a minute, or "" if a reader would see the same number as before."""

    is_dotted: bool


Direction = Words | Tempo


def words_of(chart: Chart, part: Part) -> list[Words]:
    """The texts of one part. Sections stand over the first part, as in any score."""
    is_first = part.player == chart.parts[0].player
    sections = [Words(each.beat, each.name, is_section=True) for each in chart.sections]
    cues = [
        Words(each.beat, each.text, is_italic=True)
        for each in chart.cues
        if not each.language and (part.player in each.players or chart.is_solo)
    ]
    shared = sorted({note.beat for note in part.notes if note.shared})
    marks = [Words(beat, _TOGETHER) for beat in shared]
    return [*(sections if is_first else ()), *cues, *marks]


def tempi_of(chart: Chart) -> Iterator[Tempo]:
    """Where the tempo changes, pins included."""
    tempi = chart.tempo_map
    changes = {Beats(0), *(step.beat for step in tempi.steps), *(pin.beat for pin in tempi.pins)}
    before: tuple[str, bool] | None = None
    for beat in sorted(each for each in changes if each < chart.end_beat):
        meter = next(bar.meter for bar in chart.bars if bar.beat <= beat < bar.end_beat)
        bpm = tempi.bpm(beat)
        pulses_bpm = bpm / _DOTTED if meter.is_dotted else bpm
        shown = decimal_text(round(pulses_bpm, _SHOWN_DECIMALS)), meter.is_dotted
        yield Tempo(beat, bpm, shown[0] if shown != before else "", meter.is_dotted)
        before = shown


def add_direction(measure: Element, direction: Direction, offset: Fraction) -> None:
    """One direction, at the place in a measure's notes at which they have been written so far.

    Args:
        offset: how much later it is meant, in the file's units of time.
    """
    if isinstance(direction, Words):
        _add_words(measure, direction, offset)
    else:
        _add_tempo(measure, direction, offset)


def _add_words(measure: Element, words: Words, offset: Fraction) -> None:
    direction = add(measure, "direction", placement="above")
    kind = add(direction, "direction-type")
    if words.is_section:
        add(kind, "rehearsal", words.text)
    else:
        style = {"font_style": "italic"} if words.is_italic else {"font_weight": "bold"}
        add(kind, "words", words.text, **style)
    if offset:
        add(direction, "offset", offset)


def _add_tempo(measure: Element, tempo: Tempo, offset: Fraction) -> None:
    parent = measure
    if tempo.shown_bpm:
        parent = add(measure, "direction", placement="above")
        metronome = add(add(parent, "direction-type"), "metronome", parentheses="no")
        add(metronome, "beat-unit", "quarter")
        if tempo.is_dotted:
            add(metronome, "beat-unit-dot")
        add(metronome, "per-minute", tempo.shown_bpm)
        if offset:
            add(parent, "offset", offset, sound="yes")
    sound = add(parent, "sound", tempo=decimal_text(tempo.quarters_bpm))
    if offset and not tempo.shown_bpm:
        add(sound, "offset", offset)
