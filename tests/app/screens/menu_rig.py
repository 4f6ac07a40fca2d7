"""What tests of menus share: events as SDL sends them, and services without devices."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pygame

from game.app.files import folders
from game.app.files.folders import Folders
from game.app.library.song import Song
from game.app.screens.base import Change, Screen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.settings.values import Volumes
from game.charts.pieces import Piece
from game.errors import AudioError
from game.input.key_names import scancode_of
from game.input.keyboard import Keyboard
from game.view.canvas import Canvas, Fonts
from game.view.strings import Strings
from game.view.theme import Theme
from game.view.widgets.area import Target

MS = 1_000_000
FONTS = Fonts(folders.shipped() / "assets" / "fonts")
STRINGS = Strings.load(folders.shipped() / "assets" / "strings")


class SilentSound:
    """Writes down what would be heard."""

    def __init__(self) -> None:
        self.strikes: list[tuple[int, Piece]] = []
        self.previews: list[tuple[Path, float]] = []
        self.unplayable: set[str] = set()
        self.is_previewing = False
        self.interface: list[str] = []
        self.ticks: list[bool] = []
        self.volumes: Volumes | None = None
        self.wanted_frames = 256
        self.drum_lead_ns = 0

    def move(self) -> None:
        self.interface.append("move")

    def choose(self) -> None:
        self.interface.append("choose")

    def back(self) -> None:
        self.interface.append("back")

    def click(self) -> None:
        self.interface.append("click")

    def tick(self, accent: bool = False) -> None:
        self.ticks.append(accent)

    def strike(self, player: int, piece: Piece, velocity: int = 100, *, open: bool = False) -> None:
        self.strikes.append((player, piece))

    def preview(self, path: Path, from_s: float) -> AudioError | None:
        self.previews.append((path, from_s))
        self.is_previewing = path.name not in self.unplayable
        if self.is_previewing:
            return None
        return AudioError(path, "", "noise", "sound")

    def stop_preview(self) -> None:
        self.is_previewing = False

    def set_volumes(self, volumes: Volumes) -> None:
        self.volumes = volumes


class Shelf:
    """A library whose songs come one by one."""

    def __init__(self, songs: Iterable[Song] = ()) -> None:
        self._all = tuple(songs)
        self.songs: tuple[Song, ...] = ()
        self.is_complete = False
        self.rescans = self.rests = 0

    @property
    def total(self) -> int:
        return len(self._all)

    def step(self) -> bool:
        if len(self.songs) == len(self._all):
            self.is_complete = True
            return False
        self.songs = self._all[: len(self.songs) + 1]
        return True

    def rest(self) -> None:
        self.rests += 1

    def rescan(self) -> None:
        self.rescans += 1
        self.songs, self.is_complete = (), False


def services_in(folder: Path, songs: Iterable[Song] = ()) -> Services:
    """Real settings and strings, no sound, and these songs."""
    own = Folders(folder / "config", folder / "data", folder / "cache", folder / "log")
    shipped = folders.shipped()
    return Services(
        shipped=shipped,
        folders=own,
        store=SettingsStore(own.settings),
        strings=STRINGS,
        sound=SilentSound(),  # type: ignore[arg-type]  # stands in for it
        keyboard=Keyboard(),
        library=Shelf(songs),  # type: ignore[arg-type]  # stands in for it
    )


def down(name: str, unicode: str = "", mod: int = 0) -> pygame.Event:
    """A key goes down, by its stable name."""
    code = scancode_of(name)
    assert code is not None, name
    return pygame.Event(pygame.KEYDOWN, scancode=code, key=0, mod=mod, unicode=unicode)


def up(name: str) -> pygame.Event:
    """A key is let go."""
    return pygame.Event(pygame.KEYUP, scancode=scancode_of(name), key=0, mod=0)


def typed(text: str) -> pygame.Event:
    """Text from the keyboard's layout or from an input method."""
    return pygame.Event(pygame.TEXTINPUT, text=text)


def press(screen: Screen, *names: str, at_ns: int = 0) -> Change | None:
    """Press and let go of keys, one after another; returns what the last one led to."""
    change = None
    for name in names:
        change = screen.handle(down(name), at_ns)
        screen.handle(up(name), at_ns)
    return change


def canvas_of(size_px: tuple[int, int] = (960, 540), theme: Theme | None = None) -> Canvas:
    """A canvas on a window of that size."""
    return Canvas(pygame.display.set_mode(size_px), FONTS, theme)


def draw(screen: Screen, canvas: Canvas | None = None, now_ns: int = 0) -> Canvas:
    """Draw a screen as it is."""
    canvas = canvas or canvas_of()
    screen.draw(canvas, screen.snapshot(now_ns))
    return canvas


def point_px(screen: Screen, canvas: Canvas, target: Target, share: float = 0.5) -> tuple[int, int]:
    """The pixel of a target, `share` of the way from its left end to its right."""
    picture = screen.picture()  # type: ignore[attr-defined]  # all menus have one
    area = dict(picture.places(screen.snapshot(0)))[target]
    return canvas.x_px(area.x + share * area.width), canvas.y_px(area.center_y)


def click(screen: Screen, target: Target, share: float = 0.5) -> Change | None:
    """Press and let go of the left button over a target."""
    pos = point_px(screen, draw(screen), target, share)
    change = screen.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=pos), 0)
    screen.handle(pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=pos), 0)
    return change


def hover(screen: Screen, target: Target) -> None:
    """Move the mouse onto a target."""
    pos = point_px(screen, draw(screen), target)
    screen.handle(pygame.Event(pygame.MOUSEMOTION, pos=pos, buttons=(0, 0, 0)), 0)
