"""A real X server without a screen, real key presses, and what is to be seen."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter_ns, sleep

import pygame
from Xlib import XK, X, display
from Xlib.ext import xtest

NS_PER_S = 1_000_000_000
_COLOR_BYTES = 12
_MEMORY = Path("/dev/shm")
_KEYSYMS = {";": "semicolon", " ": "space"}


@dataclass(frozen=True, slots=True)
class Screen:
    """A running X server."""

    display: str
    """Its name, such as `:7`."""

    framebuffer: Path
    """The file that holds what is to be seen, in the format of xwd."""

    def screenshot(self, path: Path) -> pygame.Surface:
        """What is to be seen now, also written to `path` as a PNG."""
        return save_picture(self.look(), path)

    def look(self) -> bytes:
        """What is to be seen now, as the server has it in memory: asking it would hold it up."""
        return self.framebuffer.read_bytes()


def save_picture(data: bytes, path: Path) -> pygame.Surface:
    """A look at the screen as a picture, also written to `path` as a PNG."""
    header = struct.unpack_from(">25I", data)
    header_bytes, width_px, height_px, line_bytes = header[0], header[4], header[5], header[12]
    pixels = data[header_bytes + _COLOR_BYTES * header[19] :][: line_bytes * height_px]
    picture = pygame.image.frombuffer(pixels, (line_bytes // 4, height_px), "BGRA")
    opaque = pygame.Surface((width_px, height_px), 0, 24)
    opaque.blit(picture.convert(opaque), (0, 0))
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(opaque, path)
    return opaque


@contextmanager
def xvfb(width_px: int, height_px: int) -> Iterator[Screen]:
    """An X server of this size."""
    # In memory: a disk that writes the framebuffer back would hold up the server.
    with TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield from _xvfb(width_px, height_px, Path(folder))


def _xvfb(width_px: int, height_px: int, folder: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{width_px}x{height_px}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    try:
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait()


@dataclass(frozen=True, slots=True)
class KeyPress:
    """One key, pressed at a host time (perf_counter, which processes share on Linux)."""

    at_ns: int
    key: str
    held_ns: int = 30_000_000


class Hands:
    """Fingers on the keyboard of an X server: a client of its own beside the game."""

    def __init__(self, display_name: str) -> None:
        self._display = display.Display(display_name)

    def close(self) -> None:
        self._display.close()

    def press(self, key: str, held_s: float = 0.03) -> None:
        """Press and release one key now."""
        self._fake(X.KeyPress, key)
        sleep(held_s)
        self._fake(X.KeyRelease, key)

    def play(self, presses: Iterable[KeyPress]) -> None:
        """Press all keys at their times; returns when the last is released."""
        moves = []
        for press in presses:
            moves.append((press.at_ns, X.KeyPress, press.key))
            moves.append((press.at_ns + press.held_ns, X.KeyRelease, press.key))
        for at_ns, kind, key in sorted(moves):
            left_ns = at_ns - perf_counter_ns()
            if left_ns > 0:
                sleep(left_ns / NS_PER_S)
            self._fake(kind, key)

    def _fake(self, kind: int, key: str) -> None:
        keysym = XK.string_to_keysym(_KEYSYMS.get(key, key))
        xtest.fake_input(self._display, kind, self._display.keysym_to_keycode(keysym))
        self._display.sync()
