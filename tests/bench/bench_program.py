"""The whole program from outside: first frame, memory, share of a core. Linux with Xvfb.

    PYTHONPATH=.:tests/e2e python tests/bench/bench_program.py

Prints `{"name": {"value", "unit", "note"}}`. Run it when nothing else runs: it measures processes.
"""

from __future__ import annotations

import json
import mmap
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from program import ROOT, Program
from x11 import Screen, xvfb

SIZE_PX = (1920, 1080)
STARTS = 7
CLOCK_TICKS_PER_S = 100
SONG = ROOT / "charts" / "two-kits" / "two-kits.duet"
SETTINGS = f"[display]\nwidth_px = {SIZE_PX[0]}\nheight_px = {SIZE_PX[1]}\n"


def start(screen: Screen, *words: str) -> Program:
    """The program in a home of its own, in a window that fills the screen."""
    home = Path(tempfile.mkdtemp())
    settings = home / "config" / "drum-duet" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return Program.start(home, screen.display, *words)


def first_frame_s(screen: Screen) -> float:
    """From the command until the middle of the screen is no longer black."""
    with screen.framebuffer.open("rb") as file:
        pixels = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        middle = len(pixels) // 2
        begun_s = perf_counter()
        program = start(screen)
        while not any(pixels[middle : middle + 64]):
            sleep(0.001)
        taken_s = perf_counter() - begun_s
    sleep(0.5)
    program.output()
    sleep(0.3)
    return taken_s


def used_s(program: Program) -> float:
    """Processor seconds of the process so far."""
    fields = Path(f"/proc/{program.process.pid}/stat").read_text().split()
    return (int(fields[13]) + int(fields[14])) / CLOCK_TICKS_PER_S


def memory_mb(program: Program) -> float:
    """Resident memory of the process."""
    status = Path(f"/proc/{program.process.pid}/status").read_text()
    kb = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kb) / 1024


def share_pct(program: Program, over_s: float = 6.0) -> float:
    """Share of one core over some seconds."""
    before_s = used_s(program)
    sleep(over_s)
    return 100 * (used_s(program) - before_s) / over_s


def main() -> None:
    figures: dict[str, dict[str, object]] = {}

    def note(name: str, value: float, unit: str, text: str) -> None:
        figures[name] = {"value": round(value, 3), "unit": unit, "note": text}

    with xvfb(*SIZE_PX) as screen:
        taken_s = [first_frame_s(screen) for _ in range(STARTS)]
        note("first frame", median(taken_s), "s", f"median of {STARTS}; aim 0.4")
        menu = start(screen)
        sleep(3)
        note("title, share of a core", share_pct(menu), "%", "nothing happens; aim under 10")
        menu.output()
        play = start(screen, "play", str(SONG), "--p1", "bot:0,10", "--p2", "bot:0,10")
        play.song_zero_ns()
        sleep(10)
        note("play, share of a core", share_pct(play), "%", "60 frames a second, 1920x1080")
        note("play, memory", memory_mb(play), "MB", "resident, 1920x1080; aim 120")
        play.output()
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
