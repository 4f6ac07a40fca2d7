"""Hits of MIDI devices as lines: what was struck, and what the filters made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event

from game.input.midi.filters import Decision, Outcome
from game.input.midi.kit import KitSettings
from game.input.midi.listener import MidiListener, Report
from game.input.midi.ports import Ports

_NS_PER_S = 1_000_000_000
_NS_PER_MS = 1_000_000
_LOOK_S = 0.05

HEADER = "   seconds  device                    channel  note  velocity  drum    what became of it"


class PadMonitor:
    """Turns reports into lines; seconds count from the first hit."""

    def __init__(self) -> None:
        self._zero_ns: int | None = None

    def line(self, report: Report) -> str:
        """One line for a hit, or for what is plugged in now."""
        if not isinstance(report, Decision):
            return f"plugged in: {', '.join(report.devices) or 'nothing'}"
        hit, raw = report.hit, report.hit.raw
        if self._zero_ns is None:
            self._zero_ns = raw.host_ns
        at_s = (raw.host_ns - self._zero_ns) / _NS_PER_S
        drum = hit.piece or "?"
        return (
            f"{at_s:10.4f}  {raw.device[:24]:24}  {hit.channel:7}  {raw.code:4}  "
            f"{raw.velocity:8}  {drum:6}  {_outcome(report)}"
        )


def monitor(
    say: Callable[[str], None],
    kits: Mapping[str, KitSettings],
    stop: Event,
    ports: Ports | None = None,
) -> None:
    """Listen to everything that is plugged in and say a line for each hit, until told to stop."""
    listener = MidiListener(kits, ports=ports)
    lines = PadMonitor()
    say(HEADER)
    listener.start()
    try:
        while not stop.is_set():
            for report in listener.reports():
                say(lines.line(report))
            stop.wait(_LOOK_S)
    finally:
        listener.close()


def _outcome(decision: Decision) -> str:
    if decision.outcome is Outcome.PASSED:
        return "open" if decision.hit.is_open else "hit"
    if decision.outcome is Outcome.UNKNOWN:
        return "no drum is known for this note"
    if decision.because is None:
        return "dropped: softer than the floor"
    other = decision.because
    apart_ms = (decision.hit.raw.host_ns - other.raw.host_ns) / _NS_PER_MS
    when = f"{abs(apart_ms):.1f} ms {'before' if apart_ms < 0 else 'after'}"
    return f"dropped: {decision.outcome}, {when} {other.piece} {other.raw.velocity}"
