"""Listens to everything that is plugged in, in threads of its own.

Four times a second one thread compares the system's list of ports with what is open; every
millisecond another reads what is open. Nothing of it waits for the game, and the game waits for
nothing of it: decided hits lie in a queue, and an event ends the loop's wait.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from time import sleep

from game.input.midi.filters import Decision
from game.input.midi.kit import Kit, KitSettings
from game.input.midi.open_port import OpenPort
from game.input.midi.ports import Place, Ports, SystemPorts

_log = logging.getLogger(__name__)

_LOOK_S = 0.25
"""A plug that is out for less than this is not missed, and what it carried is: USB takes longer."""

_READ_S = 0.001


@dataclass(frozen=True, slots=True)
class DevicesChanged:
    """Something was plugged in or out; also told after the first look."""

    devices: tuple[str, ...]
    """All that are there now."""


Report = Decision | DevicesChanged


class MidiListener:
    """Opens all MIDI inputs and hands their hits over."""

    def __init__(
        self,
        settings: Mapping[str, KitSettings] | None = None,
        wake: Callable[[], bool] = lambda: False,
        ports: Ports | None = None,
        look_s: float = _LOOK_S,
    ) -> None:
        """
        Args:
            settings: device -> what is kept about it; others are as usual.
            wake: called from a thread when something lies in the queue; tells whether it was heard.
            look_s: how often ports are looked for.
        """
        self._settings = dict(settings or {})
        self._lock = Lock()
        self._wake = wake
        self._is_told = False
        self._reports: SimpleQueue[Report] = SimpleQueue()
        self._open: tuple[OpenPort, ...] = ()
        self._ports = ports or SystemPorts()
        self._look_s = look_s
        self._has_looked = False
        self._has_ports = Event()
        self._closing = Event()
        self._threads = (
            Thread(target=self._look, name="MIDI ports", daemon=True),
            Thread(target=self._read, name="MIDI input", daemon=True),
        )

    def start(self) -> None:
        """Begin to look for devices; returns at once."""
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Let go of all devices; returns when nothing listens any more."""
        self._closing.set()
        self._has_ports.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()
        for port in self._open:
            port.close()
        self._open = ()

    @property
    def devices(self) -> tuple[str, ...]:
        """What is plugged in, as of the last look."""
        return tuple(port.device for port in self._open)

    def use(self, device: str, settings: KitSettings) -> None:
        """Map and filter a device's hits like this from now on."""
        with self._lock:
            self._settings[device] = settings
            for port in self._open:
                if port.device == device:
                    port.kit.use(settings)

    def reports(self) -> list[Report]:
        """Everything since the last call, in order."""
        # Whoever puts something in after this line wakes the loop again.
        self._is_told = False
        reports: list[Report] = []
        try:
            while True:
                reports.append(self._reports.get_nowait())
        except Empty:
            return reports

    def _look(self) -> None:
        while not self._closing.is_set():
            try:
                self._follow(self._ports.found())
            except Exception:
                # The game goes on without what could not be opened, and looks again.
                _log.exception("MIDI: looking for ports failed")
            self._closing.wait(self._look_s)

    def _follow(self, found: tuple[Place, ...]) -> None:
        """Close what has gone, open what has come."""
        stays = tuple(port for port in self._open if port.place in found)
        gone = tuple(port for port in self._open if port.place not in found)
        for port in gone:
            _log.info("MIDI: %s is gone", port.device)
            _close(port)
        there = {port.place for port in stays}
        opened = (self._opened(place) for place in found if place not in there)
        new = tuple(port for port in opened if port is not None)
        if gone or new or not self._has_looked:
            self._has_looked = True
            self._use_ports((*stays, *new))

    def _use_ports(self, ports: tuple[OpenPort, ...]) -> None:
        with self._lock:
            self._open = ports
            for port in ports:
                port.kit.use(self._settings.get(port.device, KitSettings()))
        (self._has_ports.set if ports else self._has_ports.clear)()
        self._tell(DevicesChanged(self.devices))

    def _opened(self, place: Place) -> OpenPort | None:
        try:
            source = self._ports.open(place)
        except OSError as error:
            _log.debug("MIDI: %s cannot be opened: %s", place.device, error)
            return None
        _log.info("MIDI: %s is here", place.device)
        return OpenPort(place, source, Kit(place.device))

    def _read(self) -> None:
        while not self._closing.is_set():
            self._has_ports.wait()
            for port in self._open:
                try:
                    decisions = port.decisions()
                except Exception:
                    # A driver's fault must not silence the other devices; the next look opens anew.
                    _log.exception("MIDI: reading %s failed", port.device)
                    self._use_ports(tuple(other for other in self._open if other is not port))
                    continue
                for decision in decisions:
                    self._tell(decision)
            sleep(_READ_S)

    def _tell(self, report: Report) -> None:
        self._reports.put(report)
        if not self._is_told:
            self._is_told = True
            if not self._wake():
                self._is_told = False


def _close(port: OpenPort) -> None:
    """Let go of what has gone; a driver that minds must not keep the others from being followed."""
    try:
        port.close()
    except Exception:
        _log.exception("MIDI: closing %s failed", port.device)
