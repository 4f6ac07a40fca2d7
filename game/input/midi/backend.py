"""A backend for mido over rtmidi2: input ports with RtMidi's own stamps.

`mido.Backend("game.input.midi.backend")` opens ports by the system's names. The game reads the
same ports through `read`, which keeps the stamps and makes no objects that it throws away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mido
import rtmidi2
from mido.ports import BaseInput

from game.input.midi.apis import Api, usable_api
from game.input.midi.byte_parser import ByteParser
from game.input.midi.port_names import numbered

CLIENT = "Drum Duet"
_QUEUED_MESSAGES = 4096
_LISTENING = f"{CLIENT} looks for ports"


@dataclass(frozen=True, slots=True)
class Packet:
    """What one call of the driver brought."""

    delta_s: float
    """Since the packet before, as RtMidi's thread saw them; 0 for the first."""

    data: bytes


class PortList:
    """Asks the system for its input ports; one is kept, since making one may take a while.

    Raises:
        OSError: the service does not answer.
    """

    def __init__(self, api: Api) -> None:
        self.api = api
        self._midi = _midi_in(api, _LISTENING)

    def names(self) -> tuple[str, ...]:
        """The system's names of all input ports, in its order."""
        try:
            return tuple(self._midi.ports)
        except (RuntimeError, ValueError) as error:
            raise OSError(str(error)) from error


class Input(BaseInput):  # type: ignore[misc]  # mido has no types
    """One input port. RtMidi's own queue is read: a callback would wait for the interpreter in the
    driver's thread, and the stamps of the messages behind it with it.
    """

    def _open(self, occurrence: int = 0, **_unused: Any) -> None:
        """
        Args:
            occurrence: which one of several ports of the same name, from 0.

        Raises:
            OSError: there is no such port, or another program has it for itself.
        """
        service = usable_api()
        if service is None:
            raise OSError("there is no MIDI service here")
        self._bytes = ByteParser()
        self._midi = _midi_in(service, CLIENT)
        # A message that RtMidi leaves out may take its share of the time along.
        self._midi.ignore_types(False, False, False)
        ports = numbered(self._midi.ports)
        wanted = (self.name, occurrence) if self.name is not None else next(iter(ports), None)
        if wanted not in ports:
            raise OSError(f"there is no MIDI port {self.name!r}")
        index = ports.index(wanted)
        self.name: str | None = ports[index][0]
        try:
            self._midi.open_port(index)
        except (RuntimeError, ValueError) as error:
            raise OSError(str(error)) from error

    def read(self) -> list[Packet]:
        """Everything that has come since the last call; returns at once."""
        packets: list[Packet] = []
        midi = self._midi
        while midi is not None and (message := midi.get_message()) is not None:
            packets.append(Packet(midi.deltatime, bytes(message)))
        return packets

    def _receive(self, block: bool = True) -> None:
        """mido's way to ask: channel messages, `time` in seconds since the packet before."""
        for packet in self.read():
            for data in self._bytes.feed(packet.data):
                self._messages.append(mido.Message.from_bytes(data, time=packet.delta_s))

    def _close(self) -> None:
        """Leave the service too, at once: JACK crashes over clients that outlive its server."""
        midi, self._midi = self._midi, None
        midi.close_port()


def get_devices(**_unused: Any) -> list[dict[str, Any]]:
    """mido's list of ports."""
    api = usable_api()
    names = PortList(api).names() if api else ()
    return [{"name": name, "is_input": True, "is_output": False} for name in names]


def _midi_in(api: Api, client: str) -> Any:
    try:
        return rtmidi2.MidiIn(client, queuesize=_QUEUED_MESSAGES, api=getattr(rtmidi2, api))
    except RuntimeError as error:
        raise OSError(str(error)) from error
