"""How long a four-minute song takes from being chosen to its play; run it by hand.

    PYTHONPATH=.:tests/e2e python tests/bench/bench_loading.py

Prints `{"name": {"value", "unit", "note"}}`: medians of a few starts of the real program in an Xvfb
of its own. It needs Xvfb, and ffmpeg to make a song of four minutes from one of ours. The times are
those of the log: from the loading screen to the play's, whose first frame is the next one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import median

from program import ROOT, Program
from x11 import xvfb

SONG = ROOT / "charts" / "golden"
LENGTH_S = 240
STARTS = 5
SIZE_PX = (1920, 1080)
_SHOWN = r"(?m)^(\S+ \S+) INFO \S+ screen: {}$"
_SCREENS = ("LoadingScreen", "PlayScreen")


def main() -> None:
    with tempfile.TemporaryDirectory() as name, xvfb(*SIZE_PX) as screen:
        chart = four_minutes(Path(name))
        homes = [Path(name) / f"home{number}" for number in range(STARTS)]
        cold_ms = [loading_ms(home, screen.display, chart) for home in homes]
        warm_ms = [loading_ms(homes[0], screen.display, chart) for _ in homes]
    sys.stdout.write(json.dumps(figures(cold_ms, warm_ms), indent=2) + "\n")


def four_minutes(folder: Path) -> Path:
    """A chart over an audio file of four minutes, in a folder of its own."""
    audio = folder / f"{SONG.name}.ogg"
    source = SONG / audio.name
    length = ("-t", str(LENGTH_S), "-c:a", "libvorbis", "-q:a", "3", str(audio))
    command = ("ffmpeg", "-v", "error", "-stream_loop", "1", "-i", str(source), *length)
    subprocess.run(command, check=True)
    chart = folder / f"{SONG.name}.duet"
    chart.write_bytes((SONG / chart.name).read_bytes())
    return chart


def loading_ms(home: Path, display: str, chart: Path) -> int:
    """One start of the program with a chart, until its play is on the screen."""
    for log in home.rglob("drum-duet.log"):
        log.unlink()
    program = Program.start(home, display, "play", str(chart), "--p1", "bot", "--p2", "bot")
    try:
        program.wait_for_log("song time 0 at host", 60)
        shown = [program.wait_for_log(_SHOWN.format(name))[1] for name in _SCREENS]
    finally:
        program.process.kill()
        program.process.wait()
    asked, played = (datetime.strptime(each, "%Y-%m-%d %H:%M:%S,%f") for each in shown)
    return round((played - asked).total_seconds() * 1000)


def figures(cold_ms: list[int], warm_ms: list[int]) -> dict[str, object]:
    return {
        "loading, cold": figure(cold_ms, "nothing prepared yet"),
        "loading, warm": figure(warm_ms, "prepared by an earlier play"),
    }


def figure(values_ms: list[int], note: str) -> dict[str, object]:
    return {"value": round(median(values_ms)), "unit": "ms", "note": f"{note}, {values_ms}"}


if __name__ == "__main__":
    main()
