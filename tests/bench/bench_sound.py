"""A whole song on a sound server of its own: dropouts of the sound, pauses of the play.

PulseAudio with a sink that leads nowhere keeps time like hardware; SDL's dummy driver does not.
Needs pulseaudio and Xvfb. Arguments: the chart to play (charts/golden, 3.6 minutes).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from program import ROOT, Program
from x11 import Hands, xvfb

_SERVER = (
    "pulseaudio", "-n", "--exit-idle-time=-1", "-L", "module-null-sink",
    "-L", "module-native-protocol-unix",
)  # fmt: skip


def main() -> None:
    words = sys.argv[1:] or [str(ROOT / "charts" / "golden" / "golden.duet")]
    with tempfile.TemporaryDirectory() as home, sound_server(home), xvfb(1920, 1080) as screen:
        program = Program.start(
            Path(home), screen.display, "play", *words, "--p1", "bot:0,10", "--p2", "bot:0,10",
            "--quit-at-end",
            variables={"SDL_AUDIODRIVER": "pulseaudio", "XDG_RUNTIME_DIR": home},
        )  # fmt: skip
        log = log_of_whole_song(program, screen.display)
    dropouts = re.search(r"the sound stumbled (\d+) times", log)
    figures = {
        "sound_dropouts": _figure(int(dropouts[1]) if dropouts else None, "times"),
        "pauses": _figure(len(re.findall("pause: ", log)), "times"),
    }
    print(json.dumps(figures, indent=1))


def log_of_whole_song(program: Program, display_name: str) -> str:
    """Pauses are gone on from, so that a machine that is busy is measured too."""
    hands = Hands(display_name)
    pauses = 0
    while program.process.poll() is None:
        sleep(1)
        if program.log().count("pause: ") > pauses:
            pauses += 1
            hands.press("Return")
    hands.close()
    return program.log()


def _figure(value: int | None, unit: str) -> dict[str, object]:
    return {"value": value, "unit": unit, "note": "one song, PulseAudio null sink, 1920x1080"}


@contextmanager
def sound_server(home: str) -> Iterator[None]:
    server = subprocess.Popen(
        _SERVER,
        env={**os.environ, "XDG_RUNTIME_DIR": home, "HOME": home},
        stderr=subprocess.DEVNULL,
    )
    sleep(2)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
