"""Hundreds of real presses by both players at once: each is recorded when the server stamped it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median

import pytest
from program import Program
from witness import Witness
from x11 import Hands, KeyPress, Screen

from game.app.cli import main
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import cap_of

pytestmark = [pytest.mark.x11, pytest.mark.quiet]

NS_PER_MS = 1_000_000
BARS = 8
BAR_S = 2
MOMENTS = 380
LEAST_PRESSES = 500
ATTEMPTS = 4
HELD_NS = 25 * NS_PER_MS
AGAIN_NS = 150 * NS_PER_MS
"""A key comes again after this at the earliest. Should the hands be held up, its release and next
press must not fall together: SDL would take them for the keyboard's own repetition."""

CHART = "#duet 1\ntitle: Key times\nbpm: 120\n\n" + "\n\n".join(
    ["P1 snare |x---|\nP2 snare |x---|"] * BARS
)

DRUMS = {
    cap_of(name).lower(): (player, lane)
    for player, keys in DEFAULT_KEYS["four"].items()
    for lane, name in keys.items()
}
"""What stands on a key -> player and lane."""

SETTINGS = """
[display]
width_px = {width_px}
height_px = {height_px}
"""

CALIBRATION = """
[[calibrations]]
player = {player}
device = "keyboard"
audio_device = "default"
buffer_frames = 256
kind = "sound"
median_us = {median_us}
uncertainty_us = 6000
robust_sd_us = 15000
taps = 32
date = 2026-07-04
"""


def plan(song_zero_ns: int, seed: int) -> list[KeyPress]:
    """Presses of both players in no rhythm at all, many of them at the same moment."""
    random = Random(seed)
    moments_ns = sorted(
        song_zero_ns + random.randrange((BARS * BAR_S - 1) * 1_000) * NS_PER_MS
        for _ in range(MOMENTS)
    )
    free_at_ns = dict.fromkeys(DRUMS, 0)
    presses: list[KeyPress] = []
    for at_ns in moments_ns:
        free = [key for key, free_ns in free_at_ns.items() if free_ns <= at_ns]
        for key in random.sample(free, min(len(free), random.choice([1, 2, 2, 3]))):
            presses.append(KeyPress(at_ns, key, HELD_NS))
            free_at_ns[key] = at_ns + AGAIN_NS
    return presses


@contextmanager
def both_cores_busy() -> Iterator[None]:
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def start(home: Path, screen: Screen, size_px: tuple[int, int], settings: str) -> Program:
    chart = home / "key-times.duet"
    chart.write_text(CHART, encoding="utf-8")
    path = home / "config" / "drum-duet" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        SETTINGS.format(width_px=size_px[0], height_px=size_px[1]) + settings, encoding="utf-8"
    )
    replay = str(home / "replay.json")
    words = ["play", str(chart), "--replay", replay, "--quit-at-end"]
    return Program.start(home, screen.display, *words)


def play(
    folder: Path,
    screen: Screen,
    hands: Hands,
    witness: Witness,
    size_px: tuple[int, int],
    settings: str,
    others: Callable[[], AbstractContextManager[None]],
) -> tuple[Path, list[KeyPress], int]:
    """Play to the end; gives the home folder, the presses, and the host time of the first bar.

    A game that is held up for a quarter of a second pauses, as it should: such a play says nothing
    about stamps, and is begun anew.
    """
    for attempt in range(ATTEMPTS):
        home = folder / str(attempt)
        home.mkdir()
        witness.stamps_ns.clear()
        program = start(home, screen, size_px, settings)
        song_zero_ns = program.song_zero_ns()
        presses = plan(song_zero_ns, seed=7)
        with others():
            hands.play(presses)
        if "pause:" not in program.log():
            assert program.finish(within_s=30) == 0, program.output()
            return home, presses, song_zero_ns
        program.output()
    raise AssertionError(f"the machine has held the game up in each of {ATTEMPTS} plays")


def recorded_offsets_us(home: Path) -> dict[int, int]:
    replay = json.loads((home / "replay.json").read_text(encoding="utf-8"))
    return {each["player"]: each["input_offset_us"] for each in replay["players"]}


def recorded_ns(home: Path, song_zero_ns: int) -> dict[str, list[int]]:
    """Key -> the host time that the game took for each press, the offsets put back in."""
    replay = json.loads((home / "replay.json").read_text(encoding="utf-8"))
    offsets_us = recorded_offsets_us(home)
    keys = {drum: key for key, drum in DRUMS.items()}
    times_us = accumulate(event[0] for event in replay["events"])
    recorded: dict[str, list[int]] = {}
    for at_us, (_, player, lane, _) in zip(times_us, replay["events"], strict=True):
        host_ns = song_zero_ns + (at_us + offsets_us[player]) * 1_000
        recorded.setdefault(keys[player, lane], []).append(host_ns)
    return recorded


def stamp_errors_ms(home: Path, song_zero_ns: int, witness: Witness) -> list[float]:
    """Recorded time minus the server's own stamp of each press, their median taken out."""
    names = {"semicolon": ";"}
    stamps = {names.get(key, key): each for key, each in witness.stamps_ns.items()}
    recorded = recorded_ns(home, song_zero_ns)
    assert {key: len(each) for key, each in recorded.items()} == {
        key: len(each) for key, each in stamps.items()
    }
    differences_ns = [
        game_ns - server_ns
        for key in recorded
        for game_ns, server_ns in zip(recorded[key], stamps[key], strict=True)
    ]
    middle_ns = median(differences_ns)
    return sorted((each - middle_ns) / NS_PER_MS for each in differences_ns)


@pytest.fixture
def witness(screen: Screen) -> Iterator[Witness]:
    client = Witness(screen.display)
    yield client
    client.close()


@pytest.mark.parametrize(
    ("screen", "offsets_us", "others"),
    [
        ((1280, 720), {}, nullcontext),
        ((1920, 1080), {1: -40_000, 2: 40_000}, nullcontext),
        ((1920, 1080), {}, both_cores_busy),
    ],
    ids=["small and idle", "large, offsets 80 ms apart", "large, both cores busy"],
    indirect=["screen"],
)
def test_every_press_is_recorded_when_the_server_stamped_it(
    screen: Screen,
    offsets_us: dict[int, int],
    others: Callable[[], AbstractContextManager[None]],
    hands: Hands,
    witness: Witness,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    size_px = request.node.callspec.params["screen"]
    settings = "".join(
        CALIBRATION.format(player=player, median_us=median_us)
        for player, median_us in offsets_us.items()
    )
    home, presses, song_zero_ns = play(tmp_path, screen, hands, witness, size_px, settings, others)
    errors_ms = stamp_errors_ms(home, song_zero_ns, witness)
    assert len(errors_ms) == len(presses) >= LEAST_PRESSES
    print(f"recorded - stamped: {errors_ms[0]:+.3f} to {errors_ms[-1]:+.3f} ms")
    assert errors_ms[0] >= -1.0
    assert errors_ms[-1] <= 1.0
    assert recorded_offsets_us(home) == {1: 0, 2: 0} | offsets_us
    assert main(["verify", str(home / "replay.json")]) == 0
