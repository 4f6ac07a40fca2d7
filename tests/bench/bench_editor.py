"""What editing a chart of 200 bars costs; run it by hand.

    PYTHONPATH=.:tests:tests/app/screens python tests/bench/bench_editor.py

Prints `{"name": {"value", "unit", "note"}}`: medians and the slowest of many edits, each of one
note that is put in or taken away, on SDL's dummy driver. A frame is a tick, a snapshot and its
drawing; the edit itself comes before its first frame.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
import pytest
from editor_rig import Rig
from menu_rig import services_in

from game.app.files import folders
from game.view.canvas import Canvas, Fonts

BARS_EACH, SYSTEMS = 4, 50
EDITS = 60
SIZE_PX = (1920, 1080)
_NS_PER_MS = 1_000_000
_FRAME_NS = 16 * _NS_PER_MS

SYSTEM = """
P1 hat   |x-x-x-x-x-x-x-o-|x-x-x-x-x-x-x-o-|x-x-x-x-x-x-x-o-|x-x-x-x---------|
P1 snare |----X-------X---|----X--g----X---|----X-------X---|--------X--xX---|
P1 kick  |o---o-o-o--oo-o-|o---o-o-o--oo-o-|o---o-o-o--oo-o-|o---o-o-o-------|
P2 tom1  |----x-------x---|----x-------x---|----x-------x---|--------x-xx----|
P2 snare |----X----g--X---|----X-------X---|----X----g--X---|----X-------X---|
P2 kick  |o-----o-o--o----|o-----o-o--o----|o-----o-o--o----|o-----o---------|
"""


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    canvas = Canvas(pygame.display.set_mode(SIZE_PX), Fonts(folders.shipped() / "assets" / "fonts"))
    edit_ms, first_ms, still_ms, saved_ms = [], [], [], []
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        path = Path(name) / "long.duet"
        text = f"#duet 1\ntitle: Long\nbpm: 120\n{SYSTEM * SYSTEMS}"
        path.write_text(text, encoding="utf-8")
        rig = Rig(services_in(Path(name)), path, patch)
        random = Random(1)
        for _ in range(EDITS):
            steps = random.choice((["RIGHT"] * 3, ["CTRL+RIGHT"], ["TAB"], ["UP", "RIGHT"]))
            rig.press(*steps)
            for _ in range(3):
                frame_ms(rig, canvas)
            edit_ms.append(timed_ms(lambda: rig.press("RETURN")))
            first_ms.append(frame_ms(rig, canvas))
            still_ms += [frame_ms(rig, canvas) for _ in range(3)]
            saved_ms.append(timed_ms(lambda: rig.press("CTRL+S")))
    figures = {
        "the edit": figure(edit_ms),
        "the first frame after it": figure(first_ms),
        "each frame after that": figure(still_ms),
        "saving": figure(saved_ms),
    }
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def frame_ms(rig: Rig, canvas: Canvas) -> float:
    rig.now_ns += _FRAME_NS

    def frame() -> None:
        rig.screen.tick(rig.now_ns)
        rig.screen.draw(canvas, rig.screen.snapshot(rig.now_ns))

    return timed_ms(frame)


def timed_ms(run) -> float:  # type: ignore[no-untyped-def]
    start_ns = perf_counter_ns()
    run()
    return (perf_counter_ns() - start_ns) / _NS_PER_MS


def figure(values_ms: list[float]) -> dict[str, object]:
    note = f"median of {len(values_ms)}, the slowest {max(values_ms):.1f} ms, 200 bars"
    return {"value": round(median(values_ms), 1), "unit": "ms", "note": note}


if __name__ == "__main__":
    main()
