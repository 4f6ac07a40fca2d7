"""The editor without devices: what tests of it share."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from menu_rig import SilentSound, canvas_of, down, up

from game.app.files.chart_file import ChartFile
from game.app.screens.base import Change
from game.app.screens.editor.playback import Playback
from game.app.screens.editor.screen import EditorScreen
from game.app.services import Services
from game.app.sound.audio_output import NO_OUTPUT
from game.audio.levels import Levels
from game.audio.request import PreparedSong
from game.view.canvas import Canvas

HEADER = "#duet 1\ntitle: Test\nbpm: 120\n"
TWO_BARS = """\
P1 snare |----x-------x---|                |
P1 kick  |o-------o-------|%               |
P2 kick  |o---            |                |
"""


class StudioSound(SilentSound):
    """A song that plays without a sound."""

    levels = Levels()
    output = NO_OUTPUT
    is_silent = True

    def strike(self, player, piece, velocity=100, *, open=False, accent=False, ghost=False):  # type: ignore[no-untyped-def,override]
        self.strikes.append((player, piece))

    def load_song(self, song: PreparedSong) -> None:
        """It is always there."""

    def play(self, from_us: int, sticks_us: object = (), rate_pct: int = 100) -> int:
        return from_us

    def stop(self) -> None:
        """It is silent already."""

    def position_us(self) -> None:
        return None


class Rig:
    """The editor with a chart on the desk, and hands on it."""

    def __init__(self, services: Services, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        services.sound = StudioSound()  # type: ignore[assignment]  # stands in for it
        monkeypatch.setattr(Playback, "prepare", _be_ready)
        self.services = services
        self.path = path
        self.now_ns = 0
        self.open()

    def open(self) -> None:
        """Come to the editor (once more)."""
        file = ChartFile(self.path)
        self.screen = EditorScreen(self.services, file, file.read())
        self.screen.enter()

    @property
    def text(self) -> str:
        """The body of the chart as it is."""
        return self.screen._desk.work.document.text().removeprefix(HEADER)

    def press(self, *keys: str) -> Change | None:
        """Keys such as `G`, `CTRL+Z`, `SHIFT+RIGHT`."""
        change = None
        for name in keys:
            *held, key = name.split("+")
            mod = pygame.KMOD_LCTRL * ("CTRL" in held) | pygame.KMOD_LSHIFT * ("SHIFT" in held)
            change = self.screen.handle(down(key, mod=mod), self.now_ns) or change
            self.screen.handle(up(key), self.now_ns)
        return change

    def type(self, text: str) -> None:
        """Into the field that is open, in the place of what is there."""
        self.screen.handle(down("BACKSPACE", mod=pygame.KMOD_LCTRL), self.now_ns)
        self.screen.handle(pygame.Event(pygame.TEXTINPUT, text=text), self.now_ns)
        self.press("RETURN")

    def wait(self, ms: int) -> None:
        self.now_ns += ms * 1_000_000
        self.screen.tick(self.now_ns)

    def look(self):  # type: ignore[no-untyped-def]
        return self.screen.snapshot(self.now_ns)

    def draw(self, canvas: Canvas | None = None) -> Canvas:
        canvas = canvas or canvas_of()
        self.screen.draw(canvas, self.look())
        return canvas

    def mouse(self, kind: int, x: float, y: float, button: int = 1) -> None:
        """At a place in layout units."""
        canvas = self.draw()
        pos = canvas.x_px(x), canvas.y_px(y)
        self.screen.handle(pygame.Event(kind, button=button, pos=pos), self.now_ns)


def _be_ready(playback: Playback, chart: object) -> None:
    playback.song = PreparedSong(Path("nothing.wav"), -4_000_000, 1, playback.rate_pct)
