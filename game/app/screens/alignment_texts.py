"""The words of the alignment."""

from __future__ import annotations

from game.alignment.result import Confidence
from game.app.screens.alignment_hand import AlignmentHand
from game.charts.model import Chart
from game.timing.sound_map import SoundMap
from game.view.strings import Strings
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint

US_PER_S = 1_000_000
BY_HAND = "by_hand"
UNSURE = str(Confidence.UNSURE)
_SAID_LENGTH_US = 3_000_000
"""A recording whose length is further off is told of."""

_AS_WRITTEN_PCT = 0.005


class AlignmentTexts:
    """Says how sure an alignment is and what it is."""

    def __init__(self, strings: Strings, chart: Chart, file: str, length_us: int) -> None:
        self._strings = strings
        self._chart = chart
        self._file, self._length_us = file, length_us

    def sentence(self, confidence: str) -> str:
        return self._strings(f"alignment.{confidence}")

    def facts(self, sound_map: SoundMap) -> tuple[str, ...]:
        """The file, bar 1, the speed and the pins."""
        return (
            self._file,
            self._strings("alignment.bar_one", at=clock_text(sound_map.sound_us(0))),
            self._speed(sound_map),
            self._strings("alignment.pins", count=len(sound_map.pins)),
        )

    def odd_length(self) -> str:
        """A length that is not the release's; else ""."""
        expected_s = self._chart.meta.length_s
        if expected_s is None:
            return ""
        longer_us = self._length_us - round(expected_s * US_PER_S)
        if abs(longer_us) <= _SAID_LENGTH_US:
            return ""
        key = "alignment.longer" if longer_us > 0 else "alignment.shorter"
        return self._strings(key, seconds=round(abs(longer_us) / US_PER_S))

    def buttons(
        self, hand: AlignmentHand, is_playing: bool, asks_to_leave: bool
    ) -> tuple[Button, ...]:
        """Play, tap, try another place, pin, undo, leave and save, which Enter presses."""
        edit = hand.edit
        unpins = edit.pin is not None and len(edit.sound_map.pins) > 2
        strings = self._strings
        return (
            Button(strings("alignment.stop" if is_playing else "alignment.play")),
            Button(strings("alignment.tap")),
            Button(strings("alignment.other"), is_enabled=hand.places > 1),
            Button(strings("alignment.unpin" if unpins else "alignment.pin")),
            Button(strings("alignment.undo"), is_enabled=edit.is_changed),
            Button(strings("alignment.leave_again" if asks_to_leave else "alignment.leave")),
            Button(strings("alignment.save"), is_focused=True),
        )

    def hints(self) -> tuple[Hint, ...]:
        strings = self._strings
        return (
            Hint(("←", "→"), strings("alignment.hint_move")),
            Hint((strings("alignment.shift"),), strings("alignment.hint_fine")),
            Hint((",", "."), strings("alignment.hint_beat")),
            Hint(("↑", "↓"), strings("alignment.hint_zoom")),
            Hint((strings("common.tab"),), strings("alignment.hint_pins")),
            Hint((strings("alignment.pages"),), strings("alignment.hint_sections")),
            Hint((strings("alignment.ends"), "M"), strings("alignment.hint_ends")),
        )

    def place(self, hand: AlignmentHand) -> str:
        """Which of the places is tried."""
        return self._strings(
            "alignment.place",
            number=(hand.place or 0) + 1,
            count=hand.places,
            at=clock_text(hand.sound_map.sound_us(0)),
        )

    def pin(self, sound_map: SoundMap, pin: int) -> str:
        at_us = sound_map.pins[pin].song_us
        bars = [bar for bar in self._chart.bars if self._chart.tempo_map.us(bar.beat) <= at_us]
        return self._strings(
            "alignment.pin_in_hand",
            number=pin + 1,
            count=len(sound_map.pins),
            bar=max(1, len(bars)),
        )

    def _speed(self, sound_map: SoundMap) -> str:
        """How much longer or shorter the whole song is than it is written."""
        first, last = sound_map.pins[0], sound_map.pins[-1]
        if last.song_us == first.song_us:
            return self._strings("alignment.speed_as_written")
        rate = (last.sound_us - first.sound_us) / (last.song_us - first.song_us)
        pct = (1 / rate - 1) * 100
        if abs(pct) < _AS_WRITTEN_PCT:
            return self._strings("alignment.speed_as_written")
        key = "alignment.speed_faster" if pct > 0 else "alignment.speed_slower"
        return self._strings(key, pct=f"{abs(pct):.2f}")


def clock_text(at_us: int) -> str:
    """Such as "0:24.213"; before the recording's start with a minus."""
    sign = "−" if at_us < 0 else ""
    minutes, ms = divmod(abs(at_us) // 1_000, 60_000)
    return f"{sign}{minutes}:{ms // 1_000:02}.{ms % 1_000:03}"
