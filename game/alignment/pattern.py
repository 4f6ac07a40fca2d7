"""What a chart expects to be heard: drums, pulses, bar lines and section starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.charts.beat_clock import BeatClock
from game.charts.model import Chart, Note
from game.charts.pieces import Piece

BANDS = 4
"""Low drums, bodies, snares and voices, cymbals: see `envelope.EDGES_HZ`."""

_PROFILES: Mapping[Piece, tuple[float, float, float, float]] = {
    Piece.KICK: (1.0, 0.4, 0.2, 0.0),
    Piece.SNARE: (0.2, 0.8, 1.0, 0.8),
    Piece.RIM: (0.0, 0.2, 0.6, 0.4),
    Piece.TOM1: (0.4, 0.7, 0.3, 0.0),
    Piece.TOM2: (0.5, 0.7, 0.3, 0.0),
    Piece.TOM3: (0.6, 0.7, 0.2, 0.0),
    Piece.HAT: (0.0, 0.0, 0.2, 0.5),
    Piece.PEDAL: (0.0, 0.0, 0.1, 0.3),
}
_CYMBAL = (0.2, 0.2, 0.5, 0.8)
_PULSE = (0.5, 0.5, 0.5, 0.5)
_BAR = (0.6, 0.6, 0.6, 0.6)
_SECTION = (1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Onset:
    """A moment at which something begins to sound."""

    at_us: int
    strengths: tuple[float, float, float, float]
    """How strongly in each band."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A song's rhythm in song time."""

    onsets: tuple[Onset, ...]
    """Sorted; several at one moment add up."""

    pulses_us: tuple[int, ...]
    bars_us: tuple[int, ...]
    sections_us: tuple[int, ...]
    end_us: int
    length_us: int | None = None
    """How long the recording should be."""

    steady_until_us: int | None = None
    """From here on sections may come sooner or later than the tempo says; None: nowhere."""

    parts_a_pulse: int = 2
    """What lies between two pulses divides them into so many."""

    @property
    def is_pinned(self) -> bool:
        return self.steady_until_us is not None

    def as_json(self) -> dict[str, Any]:
        """Plain values; `from_json` reads them back."""
        return {
            "onsets": [[onset.at_us, *onset.strengths] for onset in self.onsets],
            "pulses_us": list(self.pulses_us),
            "bars_us": list(self.bars_us),
            "sections_us": list(self.sections_us),
            "end_us": self.end_us,
            "length_us": self.length_us,
            "steady_until_us": self.steady_until_us,
            "parts_a_pulse": self.parts_a_pulse,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Pattern:
        onsets = tuple(Onset(at_us, tuple(strengths)) for at_us, *strengths in plain["onsets"])
        lists = {name: tuple(plain[name]) for name in ("pulses_us", "bars_us", "sections_us")}
        return cls(**{**plain, **lists, "onsets": onsets})


def pattern_of(chart: Chart) -> Pattern:
    """What a recording of this chart's song should sound like, whoever drums on it."""
    clock = BeatClock(chart.tempo_map)
    onsets = [
        Onset(clock.us(note.beat), _PROFILES.get(note.piece, _CYMBAL))
        for part in _different_parts(chart)
        for note in part
    ]
    pulses_us = [clock.us(beat) for bar in chart.bars for beat in bar.pulse_beats()]
    onsets += [Onset(at_us, _PULSE) for at_us in pulses_us]
    onsets += [Onset(clock.us(bar.beat), _BAR) for bar in chart.bars]
    onsets += [Onset(clock.us(section.beat), _SECTION) for section in chart.sections]
    length_s = chart.meta.length_s
    pinned_us = [clock.us(each.beat) for each in chart.sections if each.pin_s is not None]
    return Pattern(
        onsets=tuple(sorted(onsets, key=lambda onset: onset.at_us)),
        pulses_us=tuple(pulses_us),
        bars_us=tuple(clock.us(bar.beat) for bar in chart.bars),
        sections_us=tuple(clock.us(section.beat) for section in chart.sections),
        end_us=clock.us(chart.end_beat),
        length_us=None if length_s is None else round(length_s * 1_000_000),
        steady_until_us=min(pinned_us, default=None),
        parts_a_pulse=3 if any(bar.meter.is_dotted for bar in chart.bars) else 2,
    )


def _different_parts(chart: Chart) -> Sequence[Sequence[Note]]:
    parts = [part.notes for part in chart.parts]
    return parts[:1] if chart.is_solo else parts
