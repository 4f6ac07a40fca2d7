"""What two players hear, for every song, worked out rather than recorded; a minute for all.

    PYTHONPATH=.:tests/e2e:tests/bench:tools python tests/bench/bench_listening.py [SONG...]

Two bots play each song whole. The game's own song file, drums, voices and peak budget are mixed by
`mixing_desk.py` in place of SDL, whatever else the machine does: `bench_mix.py` listens to the real
program. Prints the same table.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import numpy as np
import pygame
from bench_mix import HEADINGS, SONGS, measures
from mixing_desk import BUFFER_FRAMES, mixed_play

from game.app.files.folders import shipped
from game.audio.rate import FREQUENCY_HZ


def main() -> None:
    # Samples are held by SDL's mixer, though nothing sounds here.
    pygame.mixer.init(FREQUENCY_HZ, -16, 2, BUFFER_FRAMES)
    sys.stdout.write("  ".join(HEADINGS) + "\n")
    for song in sys.argv[1:] or SONGS:
        with tempfile.TemporaryDirectory() as cache:
            chart = shipped() / "charts" / song / f"{song}.duet"
            mix = mixed_play(chart, shipped() / "assets", Path(cache))
        pcm = np.clip(np.round(mix * 32_768), -32_768, 32_767).astype(np.int16)
        sys.stdout.write("  ".join(measures(song, pcm)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
