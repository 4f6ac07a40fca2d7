"""What is lost when the editor is killed in the middle of the work; run it by hand.

    PYTHONPATH=.:tests/e2e python tests/bench/bench_killed_editor.py [TIMES]

Somebody writes a note each quarter of a second with real keys, in a real program in an Xvfb of its
own, until it is killed (SIGKILL) at a time drawn by lot. Prints `{"name": {"value", "unit",
"note"}}`: how old the first lost note was, and how often a file was not whole. Needs Xvfb.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import monotonic, sleep

from desk_hands import DeskHands
from program import Program
from title_way import way_to
from x11 import xvfb

from game.charts.document import Document

TIMES = 50
EACH_S = 0.25
SHORTEST_S, LONGEST_S = 2.0, 12.0


@dataclass(frozen=True, slots=True)
class Killed:
    """One kill."""

    lost_s: float
    """How long before it the first note was written that is nowhere any more; 0 without any."""

    are_whole: bool
    """Whether the chart and what was kept beside it can be read, and the chart is as it was."""


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with xvfb(1280, 720) as screen:
        killed = [once(screen.display, Random(seed)) for seed in range(times)]
    lost_s = [each.lost_s for each in killed]
    broken = sum(not each.are_whole for each in killed)
    note = f"median {median(lost_s):.1f} s, {times} kills after {SHORTEST_S} to {LONGEST_S} s"
    figures = {
        "oldest lost note": {"value": round(max(lost_s), 2), "unit": "s", "note": note},
        "files not whole": {"value": broken, "unit": "", "note": f"of {times} kills"},
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def once(display: str, random: Random) -> Killed:
    """Write a new chart until the program is killed."""
    with tempfile.TemporaryDirectory() as folder:
        program = Program.start(Path(folder), display)
        hands = DeskHands(display)
        open_new_chart(program, hands)
        path = next(program.home.rglob("songs/*/*.duet"))
        before = path.read_bytes()
        end_s = monotonic() + random.uniform(SHORTEST_S, LONGEST_S)
        written_s: list[float] = []
        while monotonic() < end_s:
            hands.press("Return", "Right")
            written_s.append(monotonic())
            sleep(max(0.0, min(EACH_S, end_s - monotonic())))
        program.process.kill()
        killed_s = monotonic()
        program.process.wait()
        program.output()
        hands.close()
        kept, is_whole = notes_kept(path)
        lost = written_s[kept:]
        are_whole = is_whole and path.read_bytes() == before
        return Killed(killed_s - lost[0] if lost else 0.0, are_whole)


def open_new_chart(program: Program, hands: DeskHands) -> None:
    program.wait_for_log("the sound is open")
    sleep(0.5)
    hands.press(*way_to("write"))
    program.wait_for_log("screen: WriteScreen")
    hands.press("Return")
    sleep(0.3)
    hands.type("ours")
    hands.press("Return")
    program.wait_for_log("screen: EditorScreen")
    sleep(0.5)


def notes_kept(path: Path) -> tuple[int, bool]:
    """How many notes stand beside the chart, and whether that text is one without errors."""
    asides = list(path.parent.glob(".*.unsaved"))
    if not asides:
        return 0, True
    document = Document.parse(asides[0].read_bytes(), path)
    errors = [issue for issue in document.issues() if issue.severity == "error"]
    return 0 if errors else len(document.chart().parts[0].notes), not errors


if __name__ == "__main__":
    main()
