"""Chords and rests as MusicXML's notes."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from game.charts.model import Note
from game.charts.pieces import Stroke
from game.exchange.musicxml.beams import Beams
from game.exchange.musicxml.elements import add
from game.exchange.musicxml.instruments import instrument_id
from game.exchange.musicxml.staff import place_of
from game.exchange.musicxml.values import value_of
from game.exchange.musicxml.voices import Chord
from game.exchange.strikes import GHOST
from game.timing.units import Beats

HANDS_VOICE, FEET_VOICE = 1, 2

_STEMS = {HANDS_VOICE: "up", FEET_VOICE: "down"}
_ACCENTS = {HANDS_VOICE: "above", FEET_VOICE: "below"}
_GRACES = {Stroke.FLAM: 1, Stroke.DRAG: 2}
_ROLL_STROKES = 3
_FULL_VELOCITY = 90
"""MusicXML gives loudness in hundredths of this."""


class VoiceWriter:
    """Writes one voice of one part into its measures."""

    def __init__(self, player: int, voice: int, divisions: int) -> None:
        """`divisions`: how many of the file's units of time a quarter note has."""
        self._player, self._voice, self._divisions = player, voice, divisions

    def add_measure_rest(self, measure: Element, length: Beats) -> None:
        note = add(measure, "note")
        add(note, "rest", measure="yes")
        add(note, "duration", length * self._divisions)
        add(note, "voice", self._voice)

    def add_chord(self, measure: Element, chord: Chord, beams: Beams) -> None:
        """A chord with its graces before it, or a rest."""
        if chord.is_rest:
            note = add(measure, "note")
            add(note, "rest")
            self._add_length(note, chord)
            self._add_notations(note, chord, None)
            return
        self._add_graces(measure, chord.struck)
        for index, drum in enumerate((*chord.struck, *chord.held)):
            self._add_drum(measure, chord, drum, () if index else beams, is_first=not index)

    def _add_drum(
        self, measure: Element, chord: Chord, drum: Note, beams: Beams, *, is_first: bool
    ) -> None:
        soft = {"dynamics": f"{100 * GHOST / _FULL_VELOCITY:.2f}"}
        note = add(measure, "note", **soft if drum.stroke is Stroke.GHOST else {})
        if not is_first:
            add(note, "chord")
        _add_place(note, drum)
        self._add_length(note, chord, drum)
        self._add_head(note, drum)
        for number, beam in enumerate(beams, start=1):
            add(note, "beam", beam, number=str(number))
        self._add_notations(note, chord, drum, is_first=is_first)

    def _add_length(self, note: Element, chord: Chord, drum: Note | None = None) -> None:
        add(note, "duration", chord.length * self._divisions)
        if drum:
            for kind in _ties(chord, drum):
                add(note, "tie", type=kind)
            add(note, "instrument", id=instrument_id(self._player, drum))
        add(note, "voice", self._voice)
        add(note, "type", chord.value.name)
        if chord.value.is_dotted:
            add(note, "dot")
        if chord.tuplet:
            unit = value_of(chord.tuplet.unit_beats)
            modification = add(note, "time-modification")
            add(modification, "actual-notes", chord.tuplet.actual)
            add(modification, "normal-notes", chord.tuplet.normal)
            if unit:
                add(modification, "normal-type", unit.name)

    def _add_head(self, note: Element, drum: Note) -> None:
        add(note, "stem", _STEMS[self._voice])
        parentheses = {"parentheses": "yes"} if drum.stroke is Stroke.GHOST else {}
        add(note, "notehead", place_of(drum).head, **parentheses)

    def _add_notations(
        self, note: Element, chord: Chord, drum: Note | None, *, is_first: bool = True
    ) -> None:
        notations = Element("notations")
        for kind in _ties(chord, drum) if drum else ():
            add(notations, "tied", type=kind)
        if is_first and chord.opens:
            add(notations, "tuplet", type="start")
        if is_first and chord.closes:
            add(notations, "tuplet", type="stop")
        if drum and drum.stroke is Stroke.ROLL:
            add(add(notations, "ornaments"), "tremolo", _ROLL_STROKES, type="single")
        if drum and drum.accent and drum in chord.struck:
            add(add(notations, "articulations"), "accent", placement=_ACCENTS[self._voice])
        if len(notations):
            note.append(notations)

    def _add_graces(self, measure: Element, drums: Iterable[Note]) -> None:
        """A flam's one grace and a drag's two; those of several drums end together."""
        graces = {drum: _GRACES.get(drum.stroke, 0) for drum in drums}
        most = max(graces.values(), default=0)
        for left in range(most, 0, -1):
            here = [drum for drum, count in graces.items() if count >= left]
            for index, drum in enumerate(here):
                note = add(measure, "note")
                add(note, "grace", **{"slash": "yes"} if most == 1 else {})
                if index:
                    add(note, "chord")
                _add_place(note, drum)
                add(note, "instrument", id=instrument_id(self._player, drum))
                add(note, "voice", self._voice)
                add(note, "type", "eighth" if most == 1 else "16th")
                self._add_head(note, drum)
                if most > 1 and not index:
                    for number in ("1", "2"):
                        add(note, "beam", "begin" if left == most else "end", number=number)


def _ties(chord: Chord, drum: Note) -> list[str]:
    goes_on = drum in chord.tied
    return ["stop"] * (drum in chord.held) + ["start"] * goes_on


def _add_place(note: Element, drum: Note) -> None:
    place = place_of(drum)
    unpitched = add(note, "unpitched")
    add(unpitched, "display-step", place.step)
    add(unpitched, "display-octave", place.octave)
