"""Write a chart: begin a new one, or go on with a song."""

from __future__ import annotations

from game.app.files.chart_folders import begin_chart, is_shipped
from game.app.library.song import Song
from game.app.screens.base import Change, Pop
from game.app.screens.editor.opening import open_editor
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey, list_steps
from game.app.screens.song_card import title_in
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.errors import FileFaultError
from game.view.screens import write as view
from game.view.widgets.area import Target

_STEPS = list_steps(view.ROWS)


class WriteScreen(Menu):
    """A list whose first row is a new chart."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.field_target = Target(view.FIELD)
        self._chosen = 0
        self._first = 0

    def enter(self) -> None:
        self.services.library.step()
        super().enter()

    def leave(self) -> None:
        super().leave()
        self.field = None
        self.services.library.rest()

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._choose()
        if key is MenuKey.BACK:
            self.sound.back()
            if self.field is None:
                return Pop()
            self.field = None
        elif key in _STEPS and self.field is None:
            self._focus(self._chosen + _STEPS[key])
        return None

    def point(self, target: Target) -> None:
        if target.name == view.ROW and self.field is None:
            self._focus(self._first + target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name != view.ROW or self.field is not None:
            return None
        self._focus(self._first + target.index)
        return self._choose()

    def wheel(self, steps: int, at_ns: int) -> None:
        self._first = max(0, min(len(self._songs) + 1 - view.ROWS, self._first - steps))

    def tick(self, now_ns: int) -> Change | None:
        self.services.library.step()
        return super().tick(now_ns)

    def snapshot(self, now_ns: int) -> view.WriteSnapshot:
        rows = (self._new_row(), *(self._row(song) for song in self._songs))
        shown = range(self._first, min(len(rows), self._first + view.ROWS))
        return view.WriteSnapshot(
            heading=self.strings("editor.write_heading"),
            rows=tuple(view.WriteRow(*rows[index], index == self._chosen) for index in shown),
            first=self._first,
            total=len(rows),
            question=self.strings("editor.ask_new") if self.field else "",
            hint=self.strings("editor.ask_new_hint"),
            field=self.field.field("") if self.field else None,
            frame=self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("editor.hint_open", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    @property
    def _songs(self) -> tuple[Song, ...]:
        return self.services.library.songs

    def _new_row(self) -> tuple[str, str]:
        return self.strings("editor.new"), self.strings("editor.new_row_hint")

    def _row(self, song: Song) -> tuple[str, str]:
        if song.summary is None:
            return song.title, self.strings("editor.song_row_broken")
        is_ours = is_shipped(song.path, self.services.shipped)
        kind = self.strings("editor.song_row_shipped" if is_ours else "editor.song_row")
        return title_in(song.summary, self.strings.language), kind

    def _focus(self, index: int) -> None:
        index = max(0, min(len(self._songs), index))
        if index != self._chosen:
            self._chosen = index
            self.sound.move()
        self._first = max(index - view.ROWS + 1, min(index, self._first))

    def _choose(self) -> Change | None:
        self.sound.choose()
        if self.field is not None:
            return self._begin(self.field)
        if self._chosen == 0:
            self.field = TextField()
            self.field.focus()
            return None
        return open_editor(self.services, self._songs[self._chosen - 1].path)

    def _begin(self, field: TextField) -> Change | None:
        """Make the new chart's file, and open it."""
        field.blur()
        title = field.text.strip()
        field.focus()
        if not title:
            return None
        try:
            path = begin_chart(title, self.services.folders.songs)
        except FileFaultError as error:
            self.services.notices.append(str(error))
            return None
        self.services.library.rescan()
        self._chosen = self._first = 0
        return open_editor(self.services, path)
