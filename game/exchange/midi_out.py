"""A chart as a standard MIDI file: the tempo map with its sections, and a drum track a player."""

from __future__ import annotations

from collections.abc import Iterator

import mido

from game.charts.model import Chart, Part
from game.exchange.general_midi import drum_note
from game.exchange.midi_tracks import map_messages, midi_tracks, strike, ticks_of
from game.exchange.strikes import strikes_of
from game.timing.units import Beats

TICKS_PER_BEAT = 960
_LENGTH_TICKS = TICKS_PER_BEAT // 16
_START = Beats(0)


def midi_file(chart: Chart) -> mido.MidiFile:
    """Both full parts; of a solo chart the one that it has. Sections are markers.

    MIDI knows no rolls, leads, cues, levels or `&`: a roll is written out in strokes, a flam and a
    drag with their graces, ghosts and accents as velocities.
    """
    parts = chart.parts[:1] if chart.is_solo else chart.parts
    tracks = [(chart.meta.title, _song_messages(chart))]
    tracks += [(f"P{part.player}", _strokes(chart, part)) for part in parts]
    return midi_tracks(tracks, TICKS_PER_BEAT)


def _song_messages(chart: Chart) -> Iterator[tuple[int, mido.MetaMessage]]:
    yield from map_messages(chart, _START, TICKS_PER_BEAT)
    for section in chart.sections:
        yield _ticks(section.beat), mido.MetaMessage("marker", text=section.name)
    yield _ticks(chart.end_beat), mido.MetaMessage("end_of_track")


def _strokes(chart: Chart, part: Part) -> Iterator[tuple[int, mido.Message]]:
    for each in strikes_of(chart, part):
        note = drum_note(each.piece, is_open=each.is_open)
        yield from strike(_ticks(each.beat), note, each.velocity, _LENGTH_TICKS)


def _ticks(beat: Beats) -> int:
    return ticks_of(beat, _START, TICKS_PER_BEAT)
