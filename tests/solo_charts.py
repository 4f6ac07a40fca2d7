"""Small charts for one player, built note by note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from game.charts.model import PLAYERS, Chart, Lead, Meta, Note, Part
from game.charts.pieces import Piece
from game.timing.meter import COMMON_TIME, Meter
from game.timing.tempo_map import Bar, TempoMap, TempoStep


def bars_of(*meters: Meter) -> tuple[Bar, ...]:
    starts = accumulate((meter.length_beats for meter in meters), initial=Fraction(0))
    return tuple(Bar(beat, meter) for beat, meter in zip(starts, meters, strict=False))


def tempo(*steps: tuple[str, str]) -> TempoMap:
    return TempoMap.build([TempoStep(Fraction(beat), Fraction(bpm)) for beat, bpm in steps])


SONG = Chart(
    meta=Meta("Song", bpm_text="120"),
    tempo_map=tempo(("0", "120")),
    bars=bars_of(COMMON_TIME),
    sections=(),
    leads=(Lead(Fraction(0), PLAYERS),),
    cues=(),
    parts=(Part(1, ()), Part(2, ())),
    is_solo=True,
)


def solo(notes: Iterable[Note], bars: tuple[Bar, ...] = SONG.bars) -> Chart:
    ordered = tuple(sorted(notes, key=lambda note: (note.beat, note.piece)))
    return replace(SONG, bars=bars, parts=tuple(Part(player, ordered) for player in PLAYERS))


def hits(beats: str, piece: Piece = Piece.SNARE) -> list[Note]:
    return [Note(Fraction(beat), piece) for beat in beats.split()]
