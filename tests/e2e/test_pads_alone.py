"""From the title into a song, to a pause and out again, with nothing but a kit."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter_ns, sleep

import pytest
from jack import Device, device, jack
from program import Program
from x11 import Hands, Screen

pytestmark = [pytest.mark.x11, pytest.mark.jack]

MS = 1_000_000
KICK, SNARE, TOM1, TOM2, CRASH, HAT = 36, 38, 48, 45, 49, 42
ALONE_S = 1.2
CHART = "#duet 1\ntitle: {title}\nbpm: 120\n\n" + "\n\n".join(
    ["P1 snare |x---|\nP2 snare |x---|"] * 12
)
PLAYED_S = 3
TO_THE_LAST = 6
UNTIL_PAUSED = 60
"""Strokes: more than a pause takes, should the machine stumble among them."""


def strike(kit: Device, *notes: int) -> None:
    """Single strokes, each alone."""
    for note in notes:
        kit.play([(perf_counter_ns(), (0x99, note, 100))])
        sleep(ALONE_S)


def roll(kit: Device, note: int, strokes: int, apart_ms: int = 90) -> None:
    now_ns = perf_counter_ns()
    kit.play((now_ns + n * apart_ms * MS, (0x99, note, 100)) for n in range(strokes))


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "drum-duet" / "songs" / "AA" / "song.duet"
    path.parent.mkdir(parents=True)
    path.write_text(CHART, encoding="utf-8")
    return path


def test_a_song_is_chosen_played_paused_and_left_by_pads(
    screen: Screen, tmp_path: Path, chart: Path, shots: Path
) -> None:
    with jack(256) as server, device(server) as kit:
        program = Program.start(tmp_path, screen.display, variables=server.variables)
        program.wait_for_log("MIDI: Kit:TD is here")
        sleep(ALONE_S)
        strike(kit, KICK)
        program.wait_for_log("screen: SongsScreen")
        strike(kit, TOM2, TOM1)
        screen.screenshot(shots / "songs-by-pads.png")
        strike(kit, KICK)
        program.wait_for_log("screen: LobbyScreen")
        strike(kit, KICK)
        roll(kit, SNARE, 20)
        roll(kit, CRASH, 20)
        sleep(ALONE_S)
        assert "LoadingScreen" not in program.log()
        screen.screenshot(shots / "lobby-by-pads.png")
        strike(kit, KICK)
        program.song_zero_ns()
        for note in (CRASH, KICK, TOM2, CRASH, HAT) * PLAYED_S:
            kit.play([(perf_counter_ns(), (0x99, note, 100))])
            sleep(0.15)
        assert "PauseScreen" not in program.log()
        roll(kit, CRASH, 12)
        screen.screenshot(shots / "play-holding.png")
        assert "PauseScreen" not in program.log()
        sleep(0.5)
        roll(kit, CRASH, UNTIL_PAUSED)
        program.wait_for_log("screen: PauseScreen")
        # Hands that drum on press nothing; at rest they do.
        roll(kit, KICK, 5, apart_ms=500)
        assert program.log().count("screen: PlayScreen") == 1
        sleep(ALONE_S)
        screen.screenshot(shots / "pause-by-pads.png")
        strike(kit, KICK)
        program.song_zero_ns(nth=2)
        roll(kit, CRASH, UNTIL_PAUSED)
        program.wait_for_log("(?s)screen: PauseScreen.*screen: PauseScreen")
        sleep(ALONE_S)
        strike(kit, *[TOM2] * TO_THE_LAST, KICK, KICK)
        program.wait_for_log("(?s)screen: PauseScreen.*screen: SongsScreen")
        program.output()


def test_a_key_that_must_be_held_does_not_pause_when_it_is_bumped(
    screen: Screen, hands: Hands, tmp_path: Path, chart: Path, shots: Path
) -> None:
    settings = tmp_path / "config" / "drum-duet" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[playing]\npause_hold_ms = 800\n", encoding="utf-8")
    program = Program.start(tmp_path, screen.display, "play", str(chart))
    program.song_zero_ns()
    for _ in range(5):
        hands.press("Escape", held_s=0.3)
        hands.press("BackSpace", held_s=0.3)
    assert "PauseScreen" not in program.log()
    hands.press("Escape", held_s=1.2)
    program.wait_for_log("screen: PauseScreen")
    program.output()
