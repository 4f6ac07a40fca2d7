"""Where the sound card is: a line fitted through the positions that its mixer reports.

A reported position counts the frames mixed and runs on between two mixes. It is coarse (whole
milliseconds) but true on average; in a stall of the device it runs on all the same, and steps back
when the device goes on. So a line is fitted over some seconds, and begun anew at any step.
"""

from __future__ import annotations

from game.timing.running_line import RunningLine
from game.timing.units import NS_PER_US

WINDOW_US = 6_000_000
"""How far back the line looks."""

SPACING_US = 15_000
"""Reports nearer than this say nothing new."""

STEP_US = 3_500
"""Reports this far off the line are a step of the device."""

FIRST_STEP_US = 12_000
"""The same for a line still so short that its device may run at any rate."""

DROPOUT_US = 10_000
"""A step back by at least so much is sound that was not played: two of the shortest buffers."""

STEP_REPORTS = 3
"""So many of them in a row, on the same side: one alone may have been read late."""

LOCAL_SPAN_US = 150_000
"""From here on a line's own slope tells a step from a device that runs fast or slow."""

RATE_SPAN_US = 2_000_000
"""From here on the slope is the device's rate, to some 100 ppm."""

NO_CLOCK_PPM = 10_000
"""A device whose rate is off by more is no clock."""

_PPM = 1_000_000


class DeviceFit:
    """Positions of a device against host time; both in real time, whatever the practice speed."""

    def __init__(self) -> None:
        self._line = RunningLine()
        self._strays: list[tuple[int, int]] = []
        self._strays_ahead = False
        self._slope = 1.0
        self.drift_ppm: float | None = None
        """How much faster than the host clock the device runs; None until that is known."""

        self.steps = 0
        """How often the device has stepped: dropouts, start-up, a stream that was moved."""

        self.dropouts = 0
        """How many of these steps were sound that was not played."""

    @property
    def is_clock(self) -> bool:
        """Whether the device has shown that it keeps time."""
        return self.drift_ppm is not None and abs(self.drift_ppm) <= NO_CLOCK_PPM

    @property
    def is_no_clock(self) -> bool:
        """Whether it has shown that it does not."""
        return self.drift_ppm is not None and abs(self.drift_ppm) > NO_CLOCK_PPM

    @property
    def span_us(self) -> int:
        """How long a stretch the line rests on."""
        return self._line.span

    def add(self, host_ns: int, position_us: int) -> None:
        """Take one report: at `host_ns` the device said that it was at `position_us`."""
        host_us = host_ns // NS_PER_US
        points = self._line.points
        if points and host_us - points[-1][0] < SPACING_US:
            return
        if points and self._is_off_the_line(host_us, position_us):
            self._stray(host_us, position_us)
            return
        self._strays.clear()
        self._line.add(host_us, position_us)
        while self._line.span > WINDOW_US:
            self._line.drop_first()
        self._fit()

    def position_us(self, host_ns: int) -> float | None:
        """Where the line says the device is; None before the first report."""
        if not self._line.points:
            return None
        return self._line.value(host_ns // NS_PER_US, self._slope)

    def forget_position(self) -> None:
        """Begin a new line, as after a seek; what is known of the rate stays."""
        self._line = RunningLine()
        self._strays.clear()
        self._slope = self._known_slope()

    def _is_off_the_line(self, host_us: int, position_us: int) -> bool:
        allowed_us = STEP_US if self._line.span >= LOCAL_SPAN_US else FIRST_STEP_US
        return abs(position_us - self._line.value(host_us, self._slope)) > allowed_us

    def _stray(self, host_us: int, position_us: int) -> None:
        off_us = position_us - self._line.value(host_us, self._slope)
        is_ahead = off_us > 0
        if is_ahead != self._strays_ahead:
            self._strays.clear()
        self._strays_ahead = is_ahead
        self._strays.append((host_us, position_us))
        if len(self._strays) < STEP_REPORTS:
            return
        self.steps += 1
        if off_us <= -DROPOUT_US:
            self.dropouts += 1
        strays = self._strays[:]
        self.forget_position()
        for point in strays:
            self._line.add(*point)

    def _fit(self) -> None:
        slope = self._line.slope()
        if slope is not None and self._line.span >= LOCAL_SPAN_US:
            self._slope = slope
        if slope is not None and self._line.span >= RATE_SPAN_US:
            self.drift_ppm = (slope - 1) * _PPM
        elif self.is_clock:
            self._slope = self._known_slope()

    def _known_slope(self) -> float:
        return 1 + self.drift_ppm / _PPM if self.drift_ppm is not None and self.is_clock else 1.0
