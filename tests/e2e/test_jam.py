"""A jam in the real program: real key presses stand in the MIDI file as they were played."""

from __future__ import annotations

from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns, sleep

import mido
import pytest
from jam_takes import strikes
from program import Program
from x11 import Hands, KeyPress, Screen

pytestmark = pytest.mark.x11

MS = 1_000_000
HELD_NS = 25 * MS
FIRST_NS = 400 * MS
NOTES = {"a": 48, "s": 38, "d": 42, "f": 36, "j": 36, "k": 42, "l": 38, ";": 48}
TRACKS = {key: 1 if key in "asdf" else 2 for key in NOTES}
PRESSES = 120
WITHIN_MS = 2.0


def no_rhythm(from_ns: int, seed: int) -> list[KeyPress]:
    """Presses of both players in no rhythm at all; no key twice within 200 ms."""
    random = Random(seed)
    at_ns, free_ns, plan = from_ns, dict.fromkeys(NOTES, from_ns), []
    for _ in range(PRESSES):
        at_ns += random.randrange(20 * MS, 90 * MS)
        key = random.choice([key for key in NOTES if free_ns[key] <= at_ns])
        free_ns[key] = at_ns + 200 * MS
        plan.append(KeyPress(at_ns, key, HELD_NS))
    return plan


def jam(hands: Hands, program: Program) -> None:
    """From the title into a jam."""
    program.wait_for_log("the sound is open")
    for key in ("Down", "Down", "Down", "Return"):
        hands.press(key)
    program.wait_for_log("screen: JamScreen")
    sleep(0.3)


def saved(home: Path, within_s: float = 5.0) -> Path:
    """The file of the only recording, as soon as it is there."""
    end_ns = perf_counter_ns() + round(within_s * 1_000 * MS)
    while perf_counter_ns() < end_ns:
        found = list((home / "data" / "drum-duet" / "jams").glob("*.mid"))
        if found:
            return found[0]
        sleep(0.02)
    raise AssertionError("nothing was saved")


def errors_ms(path: Path, plan: list[KeyPress]) -> list[float]:
    """Recorded minus played, from the median on, of every press; all are there and none twice."""
    file = mido.MidiFile(path)
    errors = []
    for track in (1, 2):
        found = strikes(file, track)
        mine = [press for press in plan if TRACKS[press.key] == track]
        assert [note for _, note, _ in found] == [NOTES[press.key] for press in mine]
        pairs = zip(found, mine, strict=True)
        errors += [at_ms - press.at_ns / MS for (at_ms, _, _), press in pairs]
    middle = median(errors)
    return [error - middle for error in errors]


@pytest.mark.parametrize("way", ["stopped", "left"])
def test_a_recorded_jam_is_what_was_played(
    tmp_path: Path, screen: Screen, hands: Hands, shots: Path, way: str
) -> None:
    program = Program.start(tmp_path, screen.display)
    jam(hands, program)
    # With the metronome: the file has its bars, and its ticks hold nothing up.
    for key in ("Down", "Right", "r"):
        hands.press(key)
    plan = no_rhythm(perf_counter_ns() + FIRST_NS, seed=4)
    hands.play(plan)
    screen.screenshot(shots / f"jam-{way}.png")
    hands.press("r" if way == "stopped" else "Escape")
    path = saved(tmp_path)
    errors = sorted(abs(each) for each in errors_ms(path, plan))
    print(f"{len(errors)} hits, 95 % within {errors[len(errors) * 95 // 100]:.2f} ms,",
          f"all within {errors[-1]:.2f} ms")  # fmt: skip
    assert errors[len(errors) * 95 // 100] <= WITHIN_MS
    program.process.terminate()
