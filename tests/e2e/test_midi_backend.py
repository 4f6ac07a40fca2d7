"""mido over RtMidi's queue, on a real port."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from time import perf_counter_ns

import pytest
from jack import Jack, device, jack
from program import ROOT

pytestmark = pytest.mark.jack

MS = 1_000_000
HITS = [(0x99, 38, 100), (0x99, 38, 0), (0xB9, 4, 64), (0xC9, 5), (0x90, 36, 1)]

LISTEN = """
import json, mido
backend = mido.Backend("game.input.midi.backend")
name = backend.get_input_names()[0]
with backend.open_input(name) as port:
    print("ready", flush=True)
    found = [port.receive() for _ in range(5)]
    print(json.dumps([[port.name, list(m.bytes()), m.time] for m in found]))
"""

OPEN = """
import mido
backend = mido.Backend("game.input.midi.backend")
try:
    backend.open_input("no such port")
except OSError as error:
    print(error)
"""


def python(server: Jack, code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **server.variables},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_mido_receives_channel_messages_with_their_distances() -> None:
    with jack(256) as server, device(server) as kit:
        listener = python(server, LISTEN)
        assert listener.stdout is not None
        assert listener.stdout.readline() == "ready\n"
        start_ns = perf_counter_ns()
        sent = kit.play((start_ns + n * 100 * MS, message) for n, message in enumerate(HITS))
        received = json.loads(listener.stdout.readline())
        assert listener.wait(10) == 0
        assert [(name, tuple(data)) for name, data, _ in received] == [
            (kit.name, message) for message in HITS
        ]
        for (_, _, apart_s), before, after in zip(received[1:], sent, sent[1:], strict=False):
            sent_s = (after.at_ns - before.at_ns) / 1e9
            assert apart_s == pytest.approx(sent_s, abs=2 * server.period_ms / 1_000)


def test_a_port_that_is_not_there_is_said() -> None:
    with jack(256) as server:
        listener = python(server, OPEN)
        said, _ = listener.communicate(timeout=20)
    assert said == "there is no MIDI port 'no such port'\n"
