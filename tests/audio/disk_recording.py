"""What the mixer plays, frame by frame: SDL's disk driver writes it to a file.

A script of its own process plays; `recorder.wait(frames)` inside it waits until that much more has
been mixed, so nothing depends on how fast this machine is.
"""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"

_PROLOGUE = """
import os
from pathlib import Path
import pygame
from game.audio.mixer import Mixer

ASSETS = Path({assets!r})
TMP = Path({tmp!r})

class Recorder:
    def frames(self):
        return os.path.getsize(os.environ["SDL_DISKAUDIOFILE"]) // 4

    def wait(self, frames):
        until = self.frames() + frames
        while self.frames() < until:
            pygame.time.wait(1)

recorder = Recorder()
mixer = Mixer.open()
"""


def record(script: str, tmp_path: Path) -> tuple[NDArray[np.int64], str]:
    """Run a script beside an open `mixer`; returns what was mixed, frames x 2, and its output."""
    raw = tmp_path / "mixed.raw"
    source = _PROLOGUE.format(assets=str(ASSETS), tmp=str(tmp_path)) + textwrap.dedent(script)
    run = subprocess.run(
        [sys.executable, "-c", source + "\nmixer.close()\n"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ
        | {
            "SDL_AUDIODRIVER": "disk",
            "SDL_DISKAUDIOFILE": str(raw),
            "SDL_DISKAUDIODELAY": "1",
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        },
    )
    assert run.returncode == 0, run.stderr
    return np.fromfile(raw, np.int16).reshape(-1, 2).astype(np.int64), run.stdout
