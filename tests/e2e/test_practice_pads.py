"""Practice on a real kit: struck in time, unplugged in the middle, and begun again with it."""

from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter_ns, sleep

import pytest
from jack import Device, device, jack
from program import Program
from x11 import Hands, Screen

pytestmark = [pytest.mark.x11, pytest.mark.jack]

MS = 1_000_000
SNARE = (0x99, 38, 100)
CHART = "#duet 1\ntitle: Pads\nbpm: 180\n\nP1 snare |xxxx|\nP2 snare |xxxx|\n"
BEAT_NS = 60_000 * MS // 180
NOTES = 4
UNTIL_DRAWN_S = 0.4


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "drum-duet" / "songs" / "AA" / "song.duet"
    path.parent.mkdir(parents=True)
    path.write_text(CHART, encoding="utf-8")
    return path


def test_a_kit_is_practised_on_unplugged_and_practised_on_again(
    screen: Screen, hands: Hands, tmp_path: Path, chart: Path, shots: Path
) -> None:
    with jack(256) as server:
        with device(server) as kit:
            program = Program.start(tmp_path, screen.display, variables=server.variables)
            program.wait_for_log("MIDI: Kit:TD is here")
            program.wait_for_log("the sound is open")
            sleep(UNTIL_DRAWN_S)
            go(hands, "Return")
            program.wait_for_log("screen: SongsScreen")
            sleep(UNTIL_DRAWN_S)
            go(hands, *"pads", "Return")
            program.wait_for_log("screen: LobbyScreen")
            strike(kit)
            go(hands, "Down", "Return")
            program.wait_for_log("screen: PracticeScreen")
            go(hands, "Return")
            play_bars(kit, begin_ns(program, 1))
            assert hits(program, 1) == NOTES
        program.wait_for_log("stopped: Kit:TD is gone")
        sleep(UNTIL_DRAWN_S)
        screen.screenshot(shots / "practice-unplugged.png")
        with device(server) as kit:
            runs = len(re.findall(": bars at host", program.log()))
            play_bars(kit, begin_ns(program, runs + 1))
            assert hits(program, 2) == NOTES
        program.wait_for_log("(?s)(is gone.*){2}")
        hands.press("Escape")
        program.wait_for_log("(?s)(screen: PracticeScreen.*){2}")
        program.output()


def play_bars(kit: Device, from_ns: int) -> None:
    kit.play([(from_ns + beat * BEAT_NS, SNARE) for beat in range(NOTES)])


def begin_ns(program: Program, nth: int) -> int:
    """The host time at which the bars of the nth time round begin."""
    line = r"practice at 100 %: bars at host (-?\d+) ns"
    return int(program.wait_for_log(rf"(?s)(?:.*?{line}){{{nth}}}")[1])


def hits(program: Program, nth: int) -> int:
    """How many notes the kit's player hit in the nth time round that was played to its end."""
    line = rf"practice at 100 %: hit (\d+) of {NOTES}"
    return int(program.wait_for_log(rf"(?s)(?:.*?{line}){{{nth}}}")[1])


def go(hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.press(key)
        sleep(0.12)


def strike(kit: Device) -> None:
    kit.play([(perf_counter_ns(), SNARE)])
    sleep(UNTIL_DRAWN_S)
