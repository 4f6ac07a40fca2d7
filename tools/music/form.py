"""The plan of a song: how it is cut, its tempo, its sections, its harmony; and parts written to it.

A part names the sections in which it plays. Where it writes fewer bars than a section has, they
come round again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from music.chords import Chord
from music.notation import SIXTEENTHS, Grid, Sound, cells, harmony, melody, split_bars, velocity


@dataclass(frozen=True, slots=True)
class Form:
    """The plan that a song's chart and its music share."""

    pulses_a_minute: float
    cells_per_pulse: int
    sections: Mapping[str, int]
    """How many bars each section has, in order."""

    chord_symbols: Mapping[str, str]
    grid: Grid = SIXTEENTHS
    lead_in_s: float = 0.5
    """Silence before bar 1: the `offset` of the chart's header."""

    short_bars: Mapping[int, int] = field(default_factory=dict)
    """Index of a bar -> its number of cells, where it is shorter than the others."""

    @property
    def cell_s(self) -> float:
        return 60 / self.pulses_a_minute / self.cells_per_pulse

    @property
    def quarters_a_minute(self) -> float:
        """The tempo that makes a cell the sixteenth of a MIDI file."""
        return 15 / self.cell_s

    @property
    def cells_in_all(self) -> int:
        return self.first_cell_of_bar(sum(self.sections.values()))

    def first_cell_of_bar(self, bar: int) -> int:
        """Where a bar starts, by its index."""
        missing = sum(
            self.grid.cells_per_bar - length
            for short, length in self.short_bars.items()
            if short < bar
        )
        return bar * self.grid.cells_per_bar - missing

    def first_bar(self, section: str) -> int:
        """The index of a section's first bar."""
        names = list(self.sections)
        return sum(self.sections[name] for name in names[: names.index(section)])

    def first_cell(self, section: str) -> int:
        return self.first_cell_of_bar(self.first_bar(section))

    def chords(self) -> list[Chord]:
        """The harmony, as if all bars were whole."""
        return harmony(self.line(self.chord_symbols, "C"), self.grid)

    def line(self, part: Mapping[str, str], rest: str | None = None) -> str:
        """A part as one line; it rests in the sections that it does not name.

        Raises:
            ValueError: a section that does not exist, or bars that do not fill it.
        """
        unknown = set(part) - set(self.sections)
        if unknown:
            raise ValueError(f"unknown sections: {', '.join(sorted(unknown))}")
        resting = "-" * self.grid.cells_per_bar if rest is None else rest
        bars: list[str] = []
        for name, length in self.sections.items():
            written = split_bars(part.get(name, resting))
            if length % len(written):
                raise ValueError(f"{name}: {len(written)} bars do not fill {length}")
            bars += written * (length // len(written))
        return "|".join(bars)

    def tune(self, part: Mapping[str, str], base_velocity: int, transpose: int = 0) -> list[Sound]:
        """A part written as notes."""
        rest = f"r/{self.grid.cells_per_bar}"
        return self.placed(melody(self.line(part, rest), base_velocity, transpose, self.grid))

    def struck(self, part: Mapping[str, str], pitch: int, base_velocity: int) -> list[Sound]:
        """One percussion instrument: `X` louder, `.` softer."""
        accents = {"x": 0, "X": 16, ".": -20}
        line = cells(self.line(part), self.grid)
        sounds = [
            Sound(at, 0.5, pitch, velocity(base_velocity, at, accents[symbol], self.grid))
            for at, symbol in enumerate(line)
            if symbol in accents
        ]
        return self.placed(sounds)

    def placed(self, sounds: list[Sound]) -> list[Sound]:
        """Sounds written as if all bars were whole, moved to where they fall; none of a cut end."""
        if not self.short_bars:
            return sounds
        found: list[Sound] = []
        for sound in sounds:
            bar, cell = divmod(sound.start_cells, self.grid.cells_per_bar)
            length = self.short_bars.get(int(bar), self.grid.cells_per_bar)
            if cell < length:
                start = self.first_cell_of_bar(int(bar)) + cell
                found.append(Sound(start, sound.length_cells, sound.pitch, sound.velocity))
        return found
