"""Choosing a recording: a list of folders and sound files."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pygame

from game.app.recordings.browse import Kind, Place, first_folder, places_in
from game.app.recordings.obstacles import Obstacle, obstacle
from game.app.screens.aligning import AligningScreen
from game.app.screens.base import Change, Pop, Push
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey, list_steps
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.charts.model import Chart
from game.view.screens import files as view
from game.view.widgets.area import Target

_STEPS = list_steps(view.ROWS)


class FilesScreen(Menu):
    """Above the folder's own lines: what is played to now, and the way back to our own music."""

    def __init__(self, services: Services, path: Path, chart: Chart) -> None:
        """`path` is the chart's file."""
        super().__init__(services)
        self._path, self._chart = path, chart
        self._obstacles: dict[Path, Obstacle | None] = {}
        self._fault = ""
        self._in_use = services.recordings.in_use(chart)
        self._index = self._first = 0
        self._places: tuple[Place, ...] = ()
        self._folder = Path()
        self._open(
            first_folder(services.recordings.last_folder, Path(platformdirs.user_music_dir()))
        )

    def enter(self) -> None:
        super().enter()
        self._obstacles.clear()

    def tick(self, now_ns: int) -> Change | None:
        """With a recording saved, there is nothing more to choose."""
        if self.services.recordings.in_use(self._chart) != self._in_use:
            return Pop()
        return super().tick(now_ns)

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.DROPFILE:
            return dropped(self.services, self._path, self._chart, Path(event.file))
        if event.type == pygame.KEYDOWN and event.scancode == pygame.KSCAN_BACKSPACE:
            self._go_up()
            return None
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key in (MenuKey.CHOOSE, MenuKey.RIGHT):
            return self._choose()
        if key is MenuKey.LEFT:
            self._go_up()
        elif key in _STEPS:
            self._focus(self._index + _STEPS[key])
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        index = self._first + target.index
        if index == self._index:
            return self._choose()
        self._focus(index)
        return None

    def wheel(self, steps: int, at_ns: int) -> None:
        self._scroll_to(self._first - steps)

    def snapshot(self, now_ns: int) -> view.FilesSnapshot:
        shown = range(self._first, min(self._first + view.ROWS, self._count))
        return view.FilesSnapshot(
            heading=self.strings(
                "files.heading", title=title_in(self._chart.meta, self.strings.language)
            ),
            folder=str(self._folder),
            rows=tuple(self._row(index) for index in shown),
            first=self._first,
            total=self._count,
            note=self._fault or self._note(),
            frame=self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("files.hint_choose", self.strings("common.enter")),
                self.hint("files.hint_up", "←"),
                self.hint("files.hint_drop"),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    @property
    def _own_rows(self) -> int:
        """How many lines come before those of the folder."""
        return 2 if self.services.recordings.in_use(self._chart) else 0

    @property
    def _count(self) -> int:
        return self._own_rows + len(self._places)

    def _place(self, index: int) -> Place | None:
        return self._places[index - self._own_rows] if index >= self._own_rows else None

    def _row(self, index: int) -> view.FileRow:
        place, is_chosen = self._place(index), index == self._index
        if place is None:
            recording = self.services.recordings.in_use(self._chart)
            name = recording.file.path.name if recording else ""
            if index == 0:
                text = self.strings("files.present", file=name)
                return view.FileRow(text, self.strings("files.align_again"), is_chosen)
            back = "files.own_music" if self._chart.meta.audio else "files.no_music"
            return view.FileRow(self.strings(back), "", is_chosen)
        if place.kind is Kind.PARENT:
            return view.FileRow(self.strings("files.parent"), "", is_chosen)
        if place.kind is Kind.FOLDER:
            return view.FileRow(place.path.name, self.strings("files.folder"), is_chosen)
        is_lit = self._obstacle(place.path) is None
        detail = "" if is_lit else self.strings("files.not_playable")
        return view.FileRow(place.path.name, detail, is_chosen, is_lit)

    def _note(self) -> str:
        """What speaks against the chosen file, and what to do."""
        place = self._place(self._index) if self._count else None
        if place is None or place.kind is not Kind.FILE:
            if all(each.kind is not Kind.FILE for each in self._places):
                return self.strings("files.nothing_here")
            return ""
        found = self._obstacle(place.path)
        return self.strings(found.key, **found.values) if found else ""

    def _obstacle(self, path: Path) -> Obstacle | None:
        if path not in self._obstacles:
            self._obstacles[path] = obstacle(path)
        return self._obstacles[path]

    def _choose(self) -> Change | None:
        if not self._count:
            return None
        place = self._place(self._index)
        if place is None:
            return self._choose_own(self._index)
        if place.kind is not Kind.FILE:
            self.sound.choose()
            self._open(place.path, came_from=self._folder)
            return None
        if self._obstacle(place.path) is not None:
            self.sound.back()
            return None
        self.sound.choose()
        return Push(AligningScreen(self.services, self._path, self._chart, place.path))

    def _choose_own(self, index: int) -> Change | None:
        recording = self.services.recordings.in_use(self._chart)
        self.sound.choose()
        if index == 0 and recording is not None:
            return Push(AligningScreen(self.services, self._path, self._chart, recording.file.path))
        fault = self.services.recordings.use_own_music(self._chart)
        if fault is not None:
            self.services.notices.append(str(fault))
        return Pop()

    def _go_up(self) -> None:
        if self._folder.parent != self._folder:
            self.sound.back()
            self._open(self._folder.parent, came_from=self._folder)

    def _open(self, folder: Path, came_from: Path | None = None) -> None:
        """Go into a folder; one that cannot be read is told of, and not entered."""
        try:
            places = places_in(folder)
        except OSError as error:
            self._fault = self.strings(
                "files.closed", folder=str(folder), reason=error.strerror or str(error)
            )
            return
        self._fault, self._folder, self._places = "", folder, places
        came_back = [i for i, place in enumerate(places) if place.path == came_from]
        is_up = bool(came_back) and places[came_back[0]].kind is Kind.FOLDER
        first_inside = min(1, len(places) - 1) if places[:1] else 0
        self._index = self._own_rows + (came_back[0] if is_up else max(0, first_inside))
        self._first = 0
        self._show_chosen()

    def _focus(self, index: int) -> None:
        index = max(0, min(self._count - 1, index))
        if index != self._index:
            self._index, self._fault = index, ""
            self.sound.move()
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._scroll_to(max(self._index - view.ROWS + 1, min(self._index, self._first)))

    def _scroll_to(self, first: int) -> None:
        self._first = max(0, min(self._count - view.ROWS, first))


def is_about_music(event: pygame.Event) -> bool:
    """Whether an event asks for another recording: F2, or a file dropped on the window."""
    is_key = event.type == pygame.KEYDOWN and event.scancode == pygame.KSCAN_F2
    return is_key or event.type == pygame.DROPFILE


def choose_music(
    services: Services, path: Path, chart: Chart, event: pygame.Event
) -> Change | None:
    """What such an event leads to."""
    if event.type == pygame.DROPFILE:
        return dropped(services, path, chart, Path(event.file))
    services.sound.choose()
    return Push(FilesScreen(services, path, chart))


def dropped(services: Services, path: Path, chart: Chart, file: Path) -> Change | None:
    """A file was dropped on the window: align it to this song, or say why that cannot be."""
    found = obstacle(file)
    if found is not None:
        services.sound.back()
        services.notices.append(services.strings(found.key, **found.values))
        return None
    services.sound.choose()
    return Push(AligningScreen(services, path, chart, file))
