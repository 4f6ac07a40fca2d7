"""What of a recording is in sight: the window that is zoomed and moved, and the marks in it."""

from __future__ import annotations

from collections.abc import Iterable

from game.charts.timeline import Timeline
from game.timing.sound_map import SoundMap
from game.view.widgets.waves import Mark

SPANS_S = (0.5, 1, 2, 4, 8, 16, 32, 64, 128)
_FIRST_SPAN = SPANS_S.index(8)
_PULSES_UP_TO_S = 16
_BARS_UP_TO_S = 64
_NUMBERED_UP_TO_S = 32
_MARGIN = 0.12
"""Of the window, from its left end to where a playhead enters it."""

US_PER_S = 1_000_000


class Sight:
    """A window onto the recording around a cursor, in the recording's own microseconds."""

    def __init__(self, cursor_us: int, length_us: int) -> None:
        self.cursor_us = cursor_us
        self._length_us = length_us
        self._zoom = _FIRST_SPAN
        self._from_us = 0.0
        self._center()

    @property
    def span_us(self) -> float:
        return SPANS_S[self._zoom] * US_PER_S

    @property
    def from_us(self) -> float:
        return self._from_us

    @property
    def to_us(self) -> float:
        return self._from_us + self.span_us

    def zoom(self, steps: int) -> bool:
        """Nearer, or further away; False at the ends."""
        zoom = max(0, min(len(SPANS_S) - 1, self._zoom - steps))
        if zoom == self._zoom:
            return False
        self._zoom = zoom
        self._center()
        return True

    def go_to(self, cursor_us: int) -> None:
        """Put the cursor somewhere, in the middle of the window."""
        self.cursor_us = cursor_us
        self._center()

    def point(self, share: float) -> None:
        """Put the cursor where the mouse points; the window stays."""
        self.cursor_us = round(self._from_us + share * self.span_us)

    def follow(self, position_us: int) -> None:
        """Turn the page when the sound leaves it."""
        if not self._from_us <= position_us < self.to_us:
            self._from_us = position_us - _MARGIN * self.span_us

    def share(self, sound_us: float) -> float:
        """Where in the window a moment is: 0 to 1 inside it."""
        return (sound_us - self._from_us) / self.span_us

    def pulses(self, timeline: Timeline, sound_map: SoundMap) -> tuple[Mark, ...]:
        if SPANS_S[self._zoom] > _PULSES_UP_TO_S:
            return ()
        return self._marks((sound_map.sound_us(pulse.at_us), "") for pulse in timeline.pulses)

    def bars(self, timeline: Timeline, sound_map: SoundMap) -> tuple[Mark, ...]:
        if SPANS_S[self._zoom] > _BARS_UP_TO_S:
            return ()
        numbered = SPANS_S[self._zoom] <= _NUMBERED_UP_TO_S
        return self._marks(
            (sound_map.sound_us(bar.at_us), str(bar.number) if numbered else "")
            for bar in timeline.bars
        )

    def sections(self, timeline: Timeline, sound_map: SoundMap) -> tuple[Mark, ...]:
        return self._marks(
            (sound_map.sound_us(section.at_us), section.name) for section in timeline.sections
        )

    def pins(self, sound_map: SoundMap, in_hand: int | None) -> tuple[Mark, ...]:
        return tuple(
            Mark(share, is_strong=index == in_hand)
            for index, pin in enumerate(sound_map.pins)
            if 0 <= (share := self.share(pin.sound_us)) <= 1
        )

    def _marks(self, moments: Iterable[tuple[int, str]]) -> tuple[Mark, ...]:
        return tuple(
            Mark(share, label)
            for sound_us, label in moments
            if 0 <= (share := self.share(sound_us)) <= 1
        )

    def _center(self) -> None:
        self._from_us = self.cursor_us - self.span_us / 2
