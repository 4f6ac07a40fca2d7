"""What the story of a pair with 1,000 plays costs to open; run it by hand.

    PYTHONPATH=.:tests:tests/app/screens python tests/bench/bench_story.py

Prints `{"name": {"value", "unit", "note"}}`: medians of many runs. A run opens the file anew, reads
the plays and draws the page for the first time, as after a click; the system has the file at hand.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter_ns

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
from kept_plays import fill, many_plays, play
from menu_rig import services_in

from game.app.files import folders
from game.app.screens.story import StoryScreen
from game.view.canvas import Canvas, Fonts

PLAYS = 1_000
RUNS = 21
SIZE_PX = (1920, 1080)
NS_PER_MS = 1_000_000


def main() -> None:
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(SIZE_PX)
    fonts = Fonts(folders.shipped() / "assets" / "fonts")
    opened_ms, drawn_ms, written_ms = [], [], []
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        services = services_in(home)
        fill(services.database, many_plays(PLAYS))
        services.database.close()
        for _ in range(RUNS):
            services, canvas = services_in(home), Canvas(surface, fonts)
            start_ns = perf_counter_ns()
            screen = StoryScreen(services)
            screen.enter()
            read_ns = perf_counter_ns()
            screen.draw(canvas, screen.snapshot(0))
            pygame.display.flip()
            end_ns = perf_counter_ns()
            services.database.close()
            opened_ms.append((end_ns - start_ns) / NS_PER_MS)
            drawn_ms.append((end_ns - read_ns) / NS_PER_MS)
        for _ in range(RUNS):
            start_ns = perf_counter_ns()
            services.history.add(play())
            written_ms.append((perf_counter_ns() - start_ns) / NS_PER_MS)
    note = f"median of {RUNS} runs, {PLAYS:,} plays of one pair, {SIZE_PX[0]}x{SIZE_PX[1]}"
    figures = {
        "story_opened": (opened_ms, note),
        "story_drawn": (drawn_ms, f"{note}; the part of it that draws"),
        "play_written": (written_ms, f"median of {RUNS} plays added to them, each on the disk"),
    }
    json.dump(
        {
            name: {"value": round(median(values), 1), "unit": "ms", "note": said}
            for name, (values, said) in figures.items()
        },
        sys.stdout,
        indent=1,
    )
    print()


if __name__ == "__main__":
    main()
