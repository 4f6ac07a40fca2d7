"""What the latency screen says of keys, sound and picture."""

from __future__ import annotations

from collections.abc import Sequence

from game.app.sound.audio_output import AudioOutput
from game.timing.device_fit import DeviceFit
from game.view.screens.latency import Fact
from game.view.strings import Strings

_US_PER_MS = 1_000
_NS_PER_MS = 1_000_000
_SLOW = 1.15
"""Pictures that take so much longer than they should are worth a word."""

_STUTTERS = 2


class LatencyFacts:
    """Puts figures into words."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def keys(self, source: str, uncertainty_us: int | None, delays_ns: Sequence[int]) -> Fact:
        """
        Args:
            source: the name of the source of key times.
            uncertainty_us: as the source has tried itself out.
            delays_ns: how long the latest presses took to be handled.
        """
        is_exact = source == "x11"
        text = self._strings("latency.keys_x11" if is_exact else "latency.keys_arrival")
        if delays_ns and is_exact:
            worst_ms = max(delays_ns) / _NS_PER_MS
            text = self._strings("latency.keys_x11_seen", ms=f"{worst_ms:.1f}")
        figure = "latency.unknown"
        if uncertainty_us is not None:
            figure = "latency.within"
        return Fact(
            name=self._strings("latency.keys"),
            figure=self._strings(figure, ms=f"{(uncertainty_us or 0) / _US_PER_MS:.1f}"),
            text=text,
            advice=self._strings("latency.keys_good" if is_exact else "latency.keys_advice"),
            is_good=is_exact,
        )

    def sound(self, output: AudioOutput, fit: DeviceFit | None) -> Fact:
        """
        Args:
            fit: what the song clock knows of the output; None before the beats have begun.
        """
        name = self._strings("latency.sound")
        if output.is_silent:
            silent = self._strings("latency.sound_silent")
            advice = self._strings("latency.sound_silent_advice")
            return Fact(name, self._strings("latency.unknown"), silent, advice, is_good=False)
        device = self._strings("latency.sound_device", device=output.device, driver=output.driver)
        steps = fit.steps if fit else 0
        if fit is not None and fit.is_no_clock:
            clock = self._strings("latency.sound_no_clock")
        elif fit is None or fit.drift_ppm is None:
            clock = self._strings("latency.sound_listening")
        else:
            clock = self._strings("latency.sound_clock", ppm=f"{fit.drift_ppm:+.0f}")
        advice = "latency.sound_good"
        if output.is_bluetooth:
            advice = "latency.sound_bluetooth"
        elif steps > _STUTTERS:
            advice = "latency.sound_stutters"
        return Fact(
            name,
            self._strings("latency.buffer", ms=f"{output.buffer_ms:.1f}"),
            self._strings("latency.sentences", first=device, second=clock),
            self._strings(advice, times=steps),
            is_good=advice == "latency.sound_good",
        )

    def picture(
        self, frame_ns: float | None, frames_per_s: int, draw_ns: float | None, visual_us: int
    ) -> Fact:
        """
        Args:
            frame_ns: from picture to picture, lately.
            frames_per_s: as set.
            draw_ns: how long one takes to draw.
            visual_us: how much later than the hand the picture is drawn.
        """
        wanted_ns = 1e9 / frames_per_s
        is_good = frame_ns is None or frame_ns < wanted_ns * _SLOW
        shown_ms = (frame_ns or wanted_ns) / _NS_PER_MS
        drawn = self._strings("latency.picture_drawn", ms=f"{(draw_ns or 0) / _NS_PER_MS:.1f}")
        visual_ms = round(visual_us / _US_PER_MS)
        shift = "latency.picture_shifted" if visual_ms else "latency.picture_unshifted"
        return Fact(
            name=self._strings("latency.picture"),
            figure=self._strings("latency.per_picture", ms=f"{shown_ms:.1f}"),
            text=self._strings(
                "latency.sentences", first=drawn, second=self._strings(shift, ms=visual_ms)
            ),
            advice=self._strings("latency.picture_good" if is_good else "latency.picture_slow"),
            is_good=is_good,
        )
