"""The list of a part's drums, each with its General MIDI number."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from game.charts.model import Note, Part
from game.exchange.general_midi import DRUM_CHANNEL, drum_note
from game.exchange.musicxml.elements import add
from game.exchange.musicxml.staff import place_of


def add_score_part(part_list: Element, part: Part) -> None:
    """A part's entry in the list of parts, with the drums that it strikes."""
    entry = add(part_list, "score-part", id=part_id(part.player))
    add(entry, "part-name", f"P{part.player}")
    add(entry, "part-abbreviation", f"P{part.player}")
    drums = _drums(part.notes)
    for number, name in drums:
        instrument = add(entry, "score-instrument", id=_id(part.player, number))
        add(instrument, "instrument-name", name)
    for number, _ in drums:
        midi = add(entry, "midi-instrument", id=_id(part.player, number))
        add(midi, "midi-channel", DRUM_CHANNEL + 1)
        add(midi, "midi-program", 1)
        # MusicXML counts MIDI's numbers from 1.
        add(midi, "midi-unpitched", number + 1)


def part_id(player: int) -> str:
    return f"P{player}"


def instrument_id(player: int, note: Note) -> str:
    """The drum of a note, as the list of parts names it."""
    return _id(player, drum_note(note.piece, is_open=note.open))


def _drums(notes: Iterable[Note]) -> list[tuple[int, str]]:
    """(General MIDI's number, name) of each drum that is struck."""
    found = {drum_note(each.piece, is_open=each.open): place_of(each).name for each in notes}
    return sorted(found.items())


def _id(player: int, number: int) -> str:
    return f"{part_id(player)}-I{number}"
