"""How long a saved text takes until it is seen in `watch`; run it by hand.

    PYTHONPATH=.:tests/e2e python tests/bench/bench_watch.py

Prints `{"name": {"value", "unit", "note"}}`: medians and the slowest of many saves of shipped
charts, beside a real program in an Xvfb of its own. From the end of the save to the end of the
drawing, as the log has it; the frame is on the screen at the next refresh. The aim is 200 ms.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter_ns, sleep

from program import ROOT, Program
from x11 import xvfb

CHARTS = ("first-steps", "dynamite", "two-kits")
SAVES = 20
SIZES_PX = ((1280, 720), (1920, 1080))
_DRAWN = re.compile(r"the text is drawn at host (\d+) ns")
_LONGEST_S = 10


def main() -> None:
    figures = {}
    for width_px, height_px in SIZES_PX:
        for name in CHARTS:
            took_ms = saves_ms(name, width_px, height_px)
            figures[f"{name}, {width_px}x{height_px}"] = {
                "value": round(median(took_ms)),
                "unit": "ms",
                "note": f"median of {len(took_ms)} saves, the slowest {round(max(took_ms))} ms",
            }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def saves_ms(name: str, width_px: int, height_px: int) -> list[float]:
    """Saves a chart again and again, each time with another note."""
    with tempfile.TemporaryDirectory() as folder, xvfb(width_px, height_px) as screen:
        home = Path(folder)
        settings = home / "config" / "drum-duet" / "settings.toml"
        settings.parent.mkdir(parents=True)
        display = f"[display]\nwidth_px = {width_px}\nheight_px = {height_px}\n"
        settings.write_text(f"version = 1\n{display}", encoding="utf-8")
        chart = home / f"{name}.duet"
        for source in (ROOT / "charts" / name).iterdir():
            (home / source.name).write_bytes(source.read_bytes())
        program = Program.start(home, screen.display, "watch", str(chart))
        program.wait_for_log("bar 1 is next")
        sleep(2)
        text = chart.read_text(encoding="utf-8")
        took_ms = [save_ms(program, chart, one_note_more(text, nth)) for nth in range(SAVES)]
        program.output()
    return took_ms


def one_note_more(text: str, nth: int) -> str:
    """A bass drum stroke in place of a rest, in another line of the full parts each time."""
    lines = text.split("\n")
    rows = [n for n, line in enumerate(lines) if line.startswith("P2 kick") and "o-" in line]
    row = rows[nth % len(rows)]
    lines[row] = lines[row].replace("o-", "oo", 1)
    return "\n".join(lines)


def save_ms(program: Program, chart: Path, text: str) -> float:
    before = len(_DRAWN.findall(program.log()))
    new = chart.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(chart)
    saved_ns = perf_counter_ns()
    while len(drawn := _DRAWN.findall(program.log())) == before:
        assert perf_counter_ns() - saved_ns < _LONGEST_S * 1e9, program.log()
        sleep(0.05)
    sleep(0.7)
    return (int(drawn[before]) - saved_ns) / 1e6


if __name__ == "__main__":
    main()
