"""What the monitor prints."""

from __future__ import annotations

from threading import Event

import pytest
from fake_ports import FakePorts, packet

from game.app.kits.pad_monitor import HEADER, PadMonitor, monitor
from game.charts.pieces import Piece
from game.input.midi.backend import Packet
from game.input.midi.kit import Kit, KitSettings
from game.input.midi.listener import DevicesChanged
from game.input.midi.mapping import KitMap
from game.input.midi.messages import Strike
from game.input.midi.ports import Place

MS = 1_000_000


@pytest.mark.parametrize(
    ("strikes", "endings"),
    [
        ([(0, 38, 100)], ["snare   hit"]),
        ([(0, 46, 100)], ["hat     open"]),
        ([(0, 38, 5)], ["snare   dropped: softer than the floor"]),
        ([(0, 99, 90)], ["?       no drum is known for this note"]),
        (
            [(0, 38, 100), (3, 48, 20)],
            ["snare   hit", "tom1    dropped: crosstalk, 3.0 ms after snare 100"],
        ),
        (
            [(0, 48, 20), (3, 38, 100)],
            ["tom1    dropped: crosstalk, 3.0 ms before snare 100", "snare   hit"],
        ),
    ],
)
def test_a_line_says_which_drum_and_why_it_was_dropped(strikes, endings):
    kit, lines = Kit("TD-17"), PadMonitor()
    decisions = [
        decision
        for at_ms, note, velocity in strikes
        for decision in kit.take(Strike(at_ms * MS, 10, note, velocity))
    ]
    said = [lines.line(decision) for decision in decisions]
    assert [line[-len(ending) :] for line, ending in zip(said, endings, strict=True)] == endings


def test_a_line_has_time_device_channel_note_and_velocity():
    lines = PadMonitor()
    (first,) = Kit("TD-17").take(Strike(5_000 * MS, 10, 38, 100))
    (second,) = Kit("TD-17").take(Strike(6_250 * MS, 10, 36, 90))
    lines.line(first)
    assert lines.line(second).split() == ["1.2500", "TD-17", "10", "36", "90", "kick", "hit"]


def test_what_is_plugged_in_is_said():
    assert PadMonitor().line(DevicesChanged(())) == "plugged in: nothing"


def test_the_monitor_listens_with_the_players_own_maps():
    ports, stop, said = FakePorts(Place("Pad", "Pad 20:0")), Event(), []

    def say(line: str) -> None:
        said.append(line)
        if line == "plugged in: Pad":
            ports.sources["Pad"].packets = [Packet(0.0, b"\xf8"), packet(60, 100)]
        elif "china" in line:
            stop.set()

    monitor(say, {"Pad": KitSettings(KitMap({60: Piece.CHINA}))}, stop, ports)
    assert said[0] == HEADER
    assert said[-1].endswith("china   hit")
    assert ports.sources["Pad"].is_closed
