"""A chart as a whole MusicXML file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from math import lcm
from xml.etree.ElementTree import Element, ElementTree, indent

from game.charts.model import Chart, Meta, Part
from game.exchange.musicxml.beams import beams_of
from game.exchange.musicxml.directions import Direction, Tempo, add_direction, tempi_of, words_of
from game.exchange.musicxml.elements import add
from game.exchange.musicxml.instruments import add_score_part, part_id
from game.exchange.musicxml.notes import FEET_VOICE, HANDS_VOICE, VoiceWriter
from game.exchange.musicxml.placing import placed
from game.exchange.musicxml.voices import FEET, Chord, chords_of
from game.timing.meter import Meter
from game.timing.tempo_map import Bar

_HEAD = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" \
"http://www.musicxml.org/dtds/partwise.dtd">
"""

Voices = dict[int, list[list[Chord]]]
"""Number of a voice -> its chords, bar by bar."""


def musicxml_bytes(chart: Chart) -> bytes:
    """Both full parts; of a solo chart the one that it has.

    Sheet music knows no leads, levels or cues in other languages; they are left out.

    Raises:
        GameError: a stroke falls where no note value reaches.
    """
    score = Element("score-partwise", version="4.0")
    _add_header(score, chart.meta)
    parts = chart.parts[:1] if chart.is_solo else chart.parts
    part_list = add(score, "part-list")
    for part in parts:
        add_score_part(part_list, part)
    tempi = list(tempi_of(chart))
    for part in parts:
        element = add(score, "part", id=part_id(part.player))
        is_first = part is parts[0]
        _PartWriter(chart, part, tempi if is_first else []).write(element)
    indent(score, " ")
    stream = io.BytesIO(_HEAD)
    stream.seek(0, io.SEEK_END)
    ElementTree(score).write(stream, encoding="utf-8", xml_declaration=False)
    stream.write(b"\n")
    return stream.getvalue()


def _add_header(score: Element, meta: Meta) -> None:
    add(add(score, "work"), "work-title", meta.title)
    identification = add(score, "identification")
    for kind, name in (("composer", meta.artist), ("arranger", meta.charter)):
        if name:
            add(identification, "creator", name, type=kind)
    if meta.license:
        add(identification, "rights", meta.license)
    add(add(identification, "encoding"), "software", "Drum Duet")
    if meta.source:
        add(identification, "source", meta.source)


class _PartWriter:
    """Writes the measures of one part."""

    def __init__(self, chart: Chart, part: Part, tempi: Sequence[Tempo]) -> None:
        self._chart = chart
        self._directions: tuple[Direction, ...] = (*words_of(chart, part), *tempi)
        self._voices = _voices(chart, part)
        self._divisions = _divisions(self._voices, chart.bars, self._directions)
        self._writers = {
            voice: VoiceWriter(part.player, voice, self._divisions) for voice in self._voices
        }
        self._section_starts = {section.bar for section in chart.sections}
        first, *rest = chart.bars
        self._has_pick_up = bool(rest) and first.meter.length_beats < rest[0].meter.length_beats

    def write(self, part: Element) -> None:
        meter: Meter | None = None
        for index, bar in enumerate(self._chart.bars):
            is_pick_up = self._has_pick_up and not index
            implicit = {"implicit": "yes"} if is_pick_up else {}
            number = index + (not self._has_pick_up)
            measure = add(part, "measure", number=str(number), **implicit)
            # A pick-up is a bar that has begun before the song did: it has the next one's meter.
            written = self._chart.bars[1].meter if is_pick_up else bar.meter
            if written != meter:
                self._add_attributes(measure, written, is_first=not index)
                meter = written
            self._add_voices(measure, index, bar)
            self._add_bar_line(measure, index)

    def _add_attributes(self, measure: Element, meter: Meter, *, is_first: bool) -> None:
        attributes = add(measure, "attributes")
        if is_first:
            add(attributes, "divisions", self._divisions)
            add(add(attributes, "key"), "fifths", 0)
        time = add(attributes, "time")
        add(time, "beats", "+".join(map(str, meter.groups)))
        add(time, "beat-type", meter.unit)
        if is_first:
            add(add(attributes, "clef"), "sign", "percussion")

    def _add_voices(self, measure: Element, index: int, bar: Bar) -> None:
        """The hands, and behind them the feet where they play."""
        playing = {
            voice: bars[index]
            for voice, bars in self._voices.items()
            if voice == HANDS_VOICE or not all(chord.is_rest for chord in bars[index])
        }
        over = placed(self._directions, bar, playing)
        for voice, chords in playing.items():
            if voice != HANDS_VOICE:
                add(add(measure, "backup"), "duration", bar.meter.length_beats * self._divisions)
            for chord, beams in zip(chords, beams_of(chords), strict=True):
                for direction, late_beats in over.get((voice, chord.start), ()):
                    add_direction(measure, direction, late_beats * self._divisions)
                if len(chords) == 1 and chord.is_rest:
                    self._writers[voice].add_measure_rest(measure, chord.length)
                else:
                    self._writers[voice].add_chord(measure, chord, beams)

    def _add_bar_line(self, measure: Element, index: int) -> None:
        """A double one before each section, the final one at the end."""
        is_last = index + 1 == len(self._chart.bars)
        if is_last or index + 1 in self._section_starts:
            style = "light-heavy" if is_last else "light-light"
            add(add(measure, "barline", location="right"), "bar-style", style)


def _voices(chart: Chart, part: Part) -> Voices:
    own = {HANDS_VOICE: False, FEET_VOICE: True}
    numbered = list(enumerate(chart.bars, start=1))
    return {
        voice: [
            chords_of((note for note in part.notes if (note.piece in FEET) == is_feet), bar, number)
            for number, bar in numbered
        ]
        for voice, is_feet in own.items()
    }


def _divisions(voices: Voices, bars: Iterable[Bar], directions: Iterable[Direction]) -> int:
    """The fewest units to a quarter note of which everything lasts a whole number."""
    lengths = [chord.length for bars in voices.values() for chords in bars for chord in chords]
    lengths += [bar.meter.length_beats for bar in bars]
    lengths += [each.beat for each in directions]
    return lcm(*(length.denominator for length in lengths))
