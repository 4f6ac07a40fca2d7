"""Real MIDI ports without hardware: a JACK server of the test's own, and devices beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

from jack_registry import room_for_a_server

_LIBRARY = "/usr/lib/x86_64-linux-gnu/libjack.so.0"
_SOCKETS = Path("/dev/shm")
_PLAYER = Path(__file__).with_name("pad_player.py")
_RATE_HZ = 48_000
_LONGEST_S = 10
_LEAVING_S = 0.1
_numbers = count()

Message = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Jack:
    """A running server."""

    name: str
    period_ms: float

    @property
    def variables(self) -> Mapping[str, str]:
        """What its clients need in their environment.

        The wheels carry a client library of an older protocol, so the system's is loaded first.
        """
        return {
            "JACK_DEFAULT_SERVER": self.name,
            "LD_PRELOAD": _LIBRARY,
            "DRUM_DUET_MIDI_API": "jack",
        }


@contextmanager
def jack(period_frames: int, name: str = "") -> Iterator[Jack]:
    """A server whose clients run every so many frames of 48 kHz.

    Args:
        name: that of a server which has ended, to start it anew.
    """
    name = name or f"duet{os.getpid()}n{next(_numbers)}"
    with room_for_a_server():
        server = subprocess.Popen(
            ["jackd", "-n", name, "-d", "dummy", "-r", str(_RATE_HZ), "-p", str(period_frames)],
            env={**os.environ, "JACK_NO_AUDIO_RESERVATION": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_for_its_socket(server, name)
    try:
        yield Jack(name, 1_000 * period_frames / _RATE_HZ)
    finally:
        server.terminate()
        server.wait()


def _wait_for_its_socket(server: subprocess.Popen[bytes], name: str) -> None:
    end_s = monotonic() + _LONGEST_S
    while not any(_SOCKETS.glob(f"jack_{name}_*_0")):
        assert server.poll() is None, f"jackd ends with {server.returncode} instead of starting"
        assert monotonic() < end_s, "jackd does not start"
        sleep(0.02)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message, and when it was truly handed to the system."""

    at_ns: int
    message: Message


class Device:
    """A MIDI device in a process of its own; plugged in until it is closed."""

    def __init__(self, server: Jack, port: str) -> None:
        self.name = f"Kit:{port}"
        self._process = subprocess.Popen(
            [sys.executable, str(_PLAYER), port],
            env={**os.environ, **server.variables},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def play(self, messages: Iterable[tuple[int, Message]]) -> list[Sent]:
        """Send messages at their host times, which are in order; returns when all are sent."""
        assert self._process.stdout is not None
        planned = list(messages)
        # The player answers while it is still being told.
        telling = Thread(target=self._tell, args=(planned,))
        telling.start()
        lines = (json.loads(self._process.stdout.readline()) for _ in planned)
        sent = [Sent(at_ns, tuple(message)) for at_ns, message in lines]
        telling.join()
        return sent

    def _tell(self, planned: list[tuple[int, Message]]) -> None:
        assert self._process.stdin is not None
        for at_ns, message in planned:
            self._process.stdin.write(json.dumps([at_ns, message]) + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """Pull the plug, when what was sent has left."""
        sleep(_LEAVING_S)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


@contextmanager
def device(server: Jack, port: str = "TD") -> Iterator[Device]:
    """A device that is plugged in for the while."""
    plugged = Device(server, port)
    try:
        yield plugged
    finally:
        plugged.close()
