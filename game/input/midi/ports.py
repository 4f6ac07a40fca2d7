"""The system's input ports: which are there, and how one is opened."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.input.midi.apis import run_of, usable_api
from game.input.midi.port_names import PortBook, numbered

if TYPE_CHECKING:
    from game.input.midi.backend import Packet, PortList

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a device is plugged in at present."""

    device: str
    """The name by which it is known again."""

    port: str
    """The system's name, which may be another one tomorrow."""

    occurrence: int = 0
    """Which one of several ports that the system calls the same, from 0."""


class Source(Protocol):
    """An open port."""

    def read(self) -> list[Packet]:
        """Everything that has come since the last call; returns at once."""

    def close(self) -> None:
        """Let go of the port, whether it is still there or not."""


class Ports(Protocol):
    """What can be plugged in."""

    def found(self) -> tuple[Place, ...]:
        """Everything that is plugged in now."""

    def open(self, place: Place) -> Source:
        """
        Raises:
            OSError: it has gone, or another program has it for itself.
        """


class SystemPorts:
    """The ports that RtMidi finds. Asked by one thread only."""

    def __init__(self) -> None:
        self._book = PortBook()
        self._list: PortList | None = None
        self._is_broken = False
        self._run: tuple[tuple[int, int], ...] | None = None

    def found(self) -> tuple[Place, ...]:
        try:
            return self._found()
        except ImportError as error:
            _log.warning("MIDI: %s", error)
            self._is_broken = True
        except OSError as error:
            _log.debug("MIDI: %s", error)
            self._list = None
        return ()

    def open(self, place: Place) -> Source:
        from game.input.midi.backend import Input  # noqa: PLC0415 - loads the driver

        source: Source = Input(place.port, occurrence=place.occurrence)
        return source

    def _found(self) -> tuple[Place, ...]:
        api = None if self._is_broken else usable_api()
        if api is None:
            self._list = None
            return ()
        from game.input.midi.backend import PortList  # noqa: PLC0415 - loads the driver

        run = run_of(api)
        if self._run not in (None, run):
            # All connections to the old run are closed before the first one to the new.
            self._list, self._run = None, run
            return ()
        self._run = run
        if self._list is None or self._list.api is not api:
            self._list = PortList(api)
        ports = self._list.names()
        names = self._book.names(ports, api)
        return tuple(
            Place(name, port, occurrence)
            for name, (port, occurrence) in zip(names, numbered(ports), strict=True)
        )
