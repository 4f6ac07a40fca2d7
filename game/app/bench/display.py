"""A display to draw on: the one at hand, else an X server without a screen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SIZE_PX = (1920, 1080)
_XVFB = "Xvfb"
_SEEN_BY = ("DISPLAY", "WAYLAND_DISPLAY")


@contextmanager
def display_at_hand() -> Iterator[Mapping[str, str] | None]:
    """Variables for a process that is to open a window; None where no window can be opened."""
    if not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _SEEN_BY):
        yield {}
        return
    with own_display() as variables:
        yield variables


@contextmanager
def own_display() -> Iterator[Mapping[str, str] | None]:
    """The same on an X server of its own, where keys can be pressed that reach nobody else."""
    if shutil.which(_XVFB) is None:
        yield None
        return
    reading, writing = os.pipe()
    screen = f"{SIZE_PX[0]}x{SIZE_PX[1]}x24"
    server = subprocess.Popen(
        [_XVFB, "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        yield {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11"} if number else None
    finally:
        server.terminate()
        server.wait()
