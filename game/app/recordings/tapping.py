"""Placing a song by hand: eight taps along with its beats, wherever they are heard."""

from __future__ import annotations

from bisect import bisect_right

from game.app.recordings.edit import AlignmentEdit
from game.charts.timeline import Timeline

TAPS = 8
_SLACK_US = 10_000
"""A section is reached a little before its first beat: what is a place in whole pixels rounds."""


class Tapping:
    """Taps for the first beats of one section."""

    def __init__(self, timeline: Timeline, section: int) -> None:
        sections = timeline.sections
        self.section = sections[section].name if sections else ""
        start_us = sections[section].at_us if sections else 0
        self.beats_us: tuple[int, ...] = tuple(
            pulse.at_us for pulse in timeline.pulses if pulse.at_us >= start_us
        )[:TAPS]
        """Song times."""

        self._heard_us: list[int] = []

    @property
    def count(self) -> int:
        return len(self._heard_us)

    @property
    def is_done(self) -> bool:
        return self.count >= len(self.beats_us)

    def tap(self, heard_us: int) -> None:
        """A beat was heard at this moment of the recording."""
        self._heard_us.append(heard_us)

    def apply(self, edit: AlignmentEdit) -> bool:
        """Move the song so that its beats were heard when they were tapped."""
        return edit.place(self._heard_us, self.beats_us)


def section_at(timeline: Timeline, song_us: int) -> int:
    """The index of the section that a song time belongs to; 0 before the first."""
    starts_us = [section.at_us for section in timeline.sections]
    return max(0, bisect_right(starts_us, song_us + _SLACK_US) - 1)
