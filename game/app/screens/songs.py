"""The song list: search, sort, listen, choose."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter_ns

import pygame

from game.app.library.song import Song
from game.app.screens.base import Change, Pop, Push
from game.app.screens.files import choose_music, is_about_music
from game.app.screens.lobby import LobbyScreen
from game.app.screens.menu import Menu, Picture, earliest
from game.app.screens.menu_keys import MenuKey, list_steps
from game.app.screens.music_texts import SongMusic
from game.app.screens.song_card import card_of
from game.app.screens.song_list import Entry, Order, Past, SongList
from game.app.screens.song_texts import SongTexts
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.charts.model import Chart
from game.errors import ChartError
from game.view.screens import songs as view
from game.view.widgets.area import Target

NS_PER_MS = 1_000_000
_REST_NS = 450 * NS_PER_MS
"""How long a song is chosen before it is heard."""

_LOADING_SHOWN_NS = 300 * NS_PER_MS
_ORDERS = tuple(Order)
_STEPS = list_steps(view.ROWS)


class SongsScreen(Menu):
    """The list on the left, the chosen song's card on the right."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._library = services.library
        self._list = SongList()
        self._texts = SongTexts(services)
        self._music = SongMusic(services.strings, services.recordings)
        self._search = self.field = TextField()
        self.field_target = Target(view.SEARCH)
        self._first = 0
        self._reading_since_ns = 0
        self._is_loading_shown = False
        self._rests_at_ns: int | None = None
        self._heard: Song | None = None
        self._mute: set[Path] = set()
        """Songs whose sound files could not be played when they were to be heard."""

    def enter(self) -> None:
        now_ns = perf_counter_ns()
        self._reading_since_ns = now_ns
        self._list.remember(self._past())
        self._rest(now_ns)
        self._read(now_ns)
        super().enter()

    def leave(self) -> None:
        super().leave()
        self._library.rest()
        self._silence()
        self._rests_at_ns = None

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if is_about_music(event):
            return self._choose_music(event, at_ns)
        if event.type == pygame.KEYDOWN:
            if event.scancode == pygame.KSCAN_F5:
                self._look_again(at_ns)
            elif event.scancode == pygame.KSCAN_F4:
                return self._edit()
            elif not self._search.is_focused and self._search.start(event):
                self.text_input = True
                self.typed(at_ns)
                return None
        return super().handle(event, at_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._play(at_ns)
        if key is MenuKey.BACK:
            return self._back(at_ns)
        if key is MenuKey.NEXT:
            self._search.blur() if self._search.is_focused else self._search.focus()
        elif key is MenuKey.LEFT:
            self._sort_by(_ORDERS.index(self._list.order) - 1)
        elif key is MenuKey.RIGHT:
            self._sort_by(_ORDERS.index(self._list.order) + 1)
        else:
            self._choose(self._list.index + _STEPS[key], at_ns)
        return None

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.PLAY:
            return self._play(at_ns)
        if target.name == view.MUSIC:
            event = pygame.Event(pygame.KEYDOWN, scancode=pygame.KSCAN_F2)
            return self._choose_music(event, at_ns)
        if target.name == view.SEARCH:
            self._search.focus()
        elif target.name == view.ORDER:
            self._sort_by(target.index)
        elif target.name == view.ROW:
            is_second = self._list.index == self._first + target.index
            if is_second:
                return self._play(at_ns)
            self._choose(self._first + target.index, at_ns)
        return None

    def wheel(self, steps: int, at_ns: int) -> None:
        self._scroll_to(self._first - steps)

    def typed(self, at_ns: int) -> None:
        before = self._list.chosen
        self._list.search(self._search.text + self._search.composition)
        self._show_chosen()
        if self._list.chosen != before:
            self._rest(at_ns)

    def tick(self, now_ns: int) -> Change | None:
        if not self._library.is_complete:
            self._read(now_ns)
        if self._rests_at_ns is not None and now_ns >= self._rests_at_ns:
            self._rests_at_ns = None
            self._listen()
        return super().tick(now_ns)

    def wake_ns(self, now_ns: int) -> int | None:
        is_said_later = not self._library.is_complete and not self._is_loading_shown
        said_at_ns = self._reading_since_ns + _LOADING_SHOWN_NS if is_said_later else None
        return earliest(super().wake_ns(now_ns), self._rests_at_ns, said_at_ns)

    def snapshot(self, now_ns: int) -> view.SongsSnapshot:
        chosen = self._list.chosen
        return view.SongsSnapshot(
            heading=self.strings("songs.heading"),
            field=self._search.field(self.strings("songs.search")) if self._list.total else None,
            orders=self._texts.orders(self._list),
            count=self._texts.count(self._list, self._is_loading_shown),
            rows=self._texts.rows(self._list, self._first),
            first=self._first,
            total=len(self._list.entries),
            card=self._card(chosen) if chosen else None,
            message=self._texts.message(self._list, self._search.text, self._is_loading_shown),
            frame=self.frame(*self._texts.hints(self._list, self._search)),
        )

    def picture(self) -> Picture:
        return view

    def _card(self, chosen: Entry) -> view.Card:
        song = chosen.song
        card = card_of(
            self.strings,
            song,
            self._list.past(song).best,
            is_heard=self._heard is not None,
            is_mute=song.path in self._mute,
        )
        return self._music.on_card(card, song)

    def _past(self) -> dict[str, Past]:
        history = self.services.history
        best = history.best_by_digest()
        played = history.last_played_by_digest()
        return {digest: Past(at_s, best.get(digest)) for digest, at_s in played.items()}

    def _read(self, now_ns: int) -> None:
        """Show the charts that have been read by now; an event comes with each."""
        self._library.step()
        late = now_ns - self._reading_since_ns >= _LOADING_SHOWN_NS
        self._is_loading_shown = late and not self._library.is_complete
        self._refresh(now_ns)

    def _refresh(self, now_ns: int) -> None:
        before = self._list.chosen
        self._list.use(self._library.songs)
        self._show_chosen()
        if self._list.chosen != before:
            self._rest(now_ns)

    def _look_again(self, at_ns: int) -> None:
        self._library.rescan()
        self._mute.clear()
        self._reading_since_ns = at_ns
        self.sound.move()

    def _play(self, at_ns: int) -> Change | None:
        song = self._readable()
        if song is None:
            return None
        chart = self._chart_of(song, at_ns)
        if chart is None:
            return None
        self.sound.choose()
        return Push(LobbyScreen(self.services, song.path, chart))

    def _choose_music(self, event: pygame.Event, at_ns: int) -> Change | None:
        """A recording for the chosen song."""
        song = self._readable()
        chart = None if song is None else self._chart_of(song, at_ns)
        if song is None or chart is None:
            return None
        return choose_music(self.services, song.path, chart, event)

    def _readable(self) -> Song | None:
        """The chosen song, if it can be played; from now on it stays chosen."""
        chosen = self._list.chosen
        if chosen is None or chosen.song.summary is None:
            self.sound.back()
            return None
        self._list.choose(self._list.index)
        return chosen.song

    def _chart_of(self, song: Song, at_ns: int) -> Chart | None:
        """The chart as its file is now; one that was broken meanwhile is told, and read again."""
        try:
            return song.read()
        except ChartError as error:
            self.services.notices.append(str(error))
            self._look_again(at_ns)
            return None

    def _edit(self) -> Change | None:
        """Open the chosen chart in the editor."""
        # Imported here: few who come for a song want to write one.
        from game.app.screens.editor.opening import open_editor  # noqa: PLC0415

        chosen = self._list.chosen
        if chosen is None:
            self.sound.back()
            return None
        self._list.choose(self._list.index)
        self.sound.choose()
        return open_editor(self.services, chosen.song.path)

    def _back(self, at_ns: int) -> Change | None:
        self.sound.back()
        if self._search.is_focused or self._search.text:
            self._search.clear()
            self._search.blur()
            self.typed(at_ns)
            return None
        return Pop()

    def _sort_by(self, index: int) -> None:
        self._list.choose(self._list.index)
        self._list.sort(_ORDERS[index % len(_ORDERS)])
        self._show_chosen()
        self.sound.move()

    def _choose(self, index: int, at_ns: int) -> None:
        if self._list.choose(index):
            self.sound.move()
            self._rest(at_ns)
        self._show_chosen()

    def _show_chosen(self) -> None:
        index = self._list.index
        self._scroll_to(max(index - view.ROWS + 1, min(index, self._first)))

    def _scroll_to(self, first: int) -> None:
        self._first = max(0, min(len(self._list.entries) - view.ROWS, first))

    def _rest(self, at_ns: int) -> None:
        """Another song is chosen: hear it unless the next one follows at once."""
        self._silence()
        self._rests_at_ns = at_ns + _REST_NS

    def _listen(self) -> None:
        chosen = self._list.chosen
        heard = self._music.preview_of(chosen.song) if chosen else None
        if chosen is None or heard is None:
            return
        fault = self.sound.preview(*heard)
        if fault is None:
            self._heard = chosen.song
        else:
            self._mute.add(chosen.song.path)

    def _silence(self) -> None:
        if self._heard is not None:
            self._heard = None
            self.sound.stop_preview()
