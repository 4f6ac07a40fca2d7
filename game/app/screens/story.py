"""Our story: the plays of two people, from the first to the latest."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

from game.app.files.plain_faults import found_by
from game.app.history import table
from game.app.play.record import dated_name
from game.app.screens.base import Change, Pop
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.story_shelf import StoryShelf
from game.app.screens.story_texts import StoryTexts
from game.app.services import Services
from game.errors import HistoryError
from game.view.screens import story as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint
from game.view.widgets.rows import Row


class Place(IntEnum):
    """Where the focus can be."""

    PAIR = 0
    SONG = 1
    PLAYS = 2
    SAVE = 3


class StoryScreen(Menu):
    """Choose a pair and a song; go through the plays, the latest first."""

    def __init__(self, services: Services, pair: str | None = None) -> None:
        """`pair` is the key of the two people to begin with."""
        super().__init__(services)
        self._texts = StoryTexts(services.strings)
        self._shelf = StoryShelf(services.history, pair)
        self._place = Place.PAIR
        self._row = self._first = 0

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if not self._shelf.plays:
            return None
        if key is MenuKey.CHOOSE:
            if self._place is Place.SAVE:
                self._save()
        elif key is MenuKey.NEXT:
            self._focus(Place.PAIR if self._place is Place.SAVE else Place.SAVE)
        elif key in (MenuKey.LEFT, MenuKey.RIGHT):
            self._step(1 if key is MenuKey.RIGHT else -1)
        else:
            self._move(key)
        return None

    def point(self, target: Target) -> None:
        if target.name == view.CHOICE:
            self._focus(Place(target.index))
        elif target.name == view.SAVE:
            self._focus(Place.SAVE)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.CHOICE:
            self._focus(Place(target.index))
            self._step(view.step_at(target.index, x))
        elif target.name == view.PLAY:
            self._choose(self._first + target.index)
        else:
            self._focus(Place.SAVE)
            self._save()
        return None

    def wheel(self, steps: int, at_ns: int) -> None:
        self._first = max(0, min(len(self._shelf.plays) - view.ROWS, self._first - steps))

    def snapshot(self, now_ns: int) -> view.StorySnapshot:
        return view.StorySnapshot(
            heading=self.strings("story.heading"),
            pages=self._pages() if self._shelf.plays else None,
            empty=self.strings("story.empty"),
            empty_hint=self.strings("story.empty_hint"),
            frame=self.frame(*self._hints()),
        )

    def picture(self) -> Picture:
        return view

    def _pages(self) -> view.Pages:
        shelf, texts = self._shelf, self._texts
        assert shelf.pair is not None
        plays, story = shelf.plays, shelf.story
        is_in_list = self._place is Place.PLAYS
        chosen = shelf.point_of(self._index(self._row)) if is_in_list else None
        shown = range(self._first, min(len(plays), self._first + view.ROWS))
        return view.Pages(
            choices=self._choices(),
            rows=tuple(
                texts.row(plays[self._index(row)], is_in_list and row == self._row) for row in shown
            ),
            first=self._first,
            total=len(plays),
            tiles=texts.tiles(story),
            sentence=texts.sentence(story),
            plots=texts.plots(story.points, texts.names(shelf.pair), chosen),
            dates=(texts.date(plays[0]), texts.date(plays[-1]) if len(plays) > 1 else ""),
            note=texts.note(story),
            save=Button(self.strings("story.save"), self._place is Place.SAVE),
        )

    def _choices(self) -> tuple[Row, ...]:
        shelf = self._shelf
        assert shelf.pair is not None
        rows = (
            ("story.pair_label", self._texts.pair(shelf.pair), shelf.pair_ends),
            ("story.song_label", shelf.title or self.strings("story.all_songs"), shelf.song_ends),
        )
        return tuple(
            Row(self.strings(label), value, self._place == index, has_less=less, has_more=more)
            for index, (label, value, (less, more)) in enumerate(rows)
        )

    def _hints(self) -> tuple[Hint, ...]:
        back = self.hint("common.hint_back", self.strings("common.escape"))
        if not self._shelf.plays:
            return (back,)
        move = self.hint("common.hint_move", "↑", "↓")
        if self._place is Place.PLAYS:
            change: tuple[Hint, ...] = ()
        elif self._place is Place.SAVE:
            change = (self.hint("common.hint_choose", self.strings("common.enter")),)
        else:
            change = (self.hint("common.hint_change", "←", "→"),)
        return (move, *change, self.hint("story.hint_save", self.strings("common.tab")), back)

    def _index(self, row: int) -> int:
        """Which play stands in a row: the list has the latest first."""
        return len(self._shelf.plays) - 1 - row

    def _focus(self, place: Place) -> None:
        if place is not self._place:
            self._place = place
            self.sound.move()

    def _step(self, steps: int) -> None:
        shelf = self._shelf
        if self._place is Place.PAIR:
            has_changed = shelf.step_pair(steps)
        else:
            has_changed = self._place is Place.SONG and shelf.step_song(steps)
        if has_changed:
            self._row = self._first = 0
            self.sound.move()

    def _move(self, key: MenuKey) -> None:
        """Up and down: the two choices, then the plays; from the button, back to the plays."""
        last = len(self._shelf.plays) - 1
        leaps = {
            MenuKey.PAGE_UP: -view.ROWS,
            MenuKey.PAGE_DOWN: view.ROWS,
            MenuKey.HOME: -last,
            MenuKey.END: last,
        }
        if key in leaps:
            self._choose(self._row + leaps[key])
        elif self._place is Place.SAVE:
            self._choose(self._row)
        elif key is MenuKey.DOWN:
            if self._place is Place.PLAYS:
                self._choose(self._row + 1)
            elif self._place is Place.SONG:
                self._choose(self._row)
            else:
                self._focus(Place.SONG)
        elif self._place is Place.PLAYS and self._row > 0:
            self._choose(self._row - 1)
        else:
            self._focus(Place.SONG if self._place is Place.PLAYS else Place.PAIR)

    def _choose(self, row: int) -> None:
        row = max(0, min(len(self._shelf.plays) - 1, row))
        if (self._place, self._row) != (Place.PLAYS, row):
            self._place, self._row = Place.PLAYS, row
            self.sound.move()
        self._first = max(row - view.ROWS + 1, min(row, self._first))

    def _save(self) -> None:
        """The plays that are to be seen, for a spreadsheet."""
        shelf = self._shelf
        assert shelf.pair is not None
        title = " ".join((*self._texts.names(shelf.pair), shelf.title))
        path = self.services.folders.tables / dated_name(title, datetime.now(), ".csv")
        try:
            table.save(shelf.plays, path)
        except OSError as error:
            self.sound.back()
            fault = HistoryError(path, "", found_by(error), "a file that can be written")
            self.services.notices.append(str(fault))
            return
        self.sound.choose()
        self.services.notices.append(self.strings("story.saved", path=path))
