"""What a hand does to an alignment: moves it, beat by beat too, pins it, tries another place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from game.app.recordings.edit import AlignmentEdit
from game.app.recordings.tapping import section_at
from game.app.screens.alignment_view import Sight
from game.charts.timeline import Timeline
from game.timing.sound_map import SoundMap

_SAME_US = 100_000
"""Places nearer to each other are one: a person moved it since."""


class AlignmentHand:
    """Every method says whether something was done."""

    def __init__(
        self, sound_map: SoundMap, timeline: Timeline, length_us: int, places_us: Sequence[int]
    ) -> None:
        """`places_us` are the recording's moments at which bar 1 may be."""
        self.edit = AlignmentEdit(sound_map)
        self.timeline = timeline
        self.sight = Sight(sound_map.sound_us(0), length_us)
        here_us = sound_map.sound_us(0)
        others_us = [each for each in places_us if abs(each - here_us) > _SAME_US]
        self._places_us = (here_us, *others_us)
        self.place: int | None = None
        """Which of the places is tried; None before any was, and after other changes."""

    @property
    def sound_map(self) -> SoundMap:
        return self.edit.sound_map

    @property
    def places(self) -> int:
        """How many places there are to be tried, with the first."""
        return len(self._places_us)

    def shift(self, by_us: int) -> bool:
        """Earlier or later; the window stays, so that the bars are seen to move."""
        self.place = None
        return self.edit.shift(by_us)

    def shift_beats(self, beats: int) -> bool:
        """The whole song by a beat of its own: what was found a beat beside is put right."""
        pulses_us = [self.sound_map.sound_us(pulse.at_us) for pulse in self.timeline.pulses[:9]]
        gaps_us = [after - before for before, after in pairwise(pulses_us)]
        self.place = self.edit.pin = None
        return bool(gaps_us) and self.edit.shift(beats * median_low(gaps_us))

    def try_next_place(self) -> bool:
        """Put bar 1 where it may be instead, the likeliest first, then where it was found."""
        if self.places < 2:
            return False
        tried = ((self.place or 0) + 1) % self.places
        by_us = self._places_us[tried] - self.sound_map.sound_us(0)
        self.edit.pin = None
        if not self.edit.shift(by_us):
            return False
        self.place = tried
        if abs(by_us) > self.sight.span_us / 2:
            self.sight.go_to(self.sound_map.sound_us(0))
        return True

    def step_pin(self) -> None:
        self.edit.step_pin()
        if self.edit.pin is not None:
            self.sight.go_to(self.sound_map.pins[self.edit.pin].sound_us)

    def pin_nearest_bar(self) -> bool:
        """The bar line nearest to the cursor gets a pin."""
        song_us = self.sound_map.song_us(self.sight.cursor_us)
        nearest = min(self.timeline.bars, key=lambda bar: abs(bar.at_us - song_us))
        return self.edit.pin_at(nearest.at_us)

    def undo(self) -> bool:
        self.place = None
        return self.edit.undo()

    def section(self) -> int:
        """The index of the section at the cursor."""
        return section_at(self.timeline, self.sound_map.song_us(self.sight.cursor_us))

    def section_start_us(self, steps: int) -> int | None:
        """Song time of the section so many further on."""
        sections = self.timeline.sections
        if not sections:
            return None
        return sections[max(0, min(len(sections) - 1, self.section() + steps))].at_us
