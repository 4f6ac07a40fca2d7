"""The words of the song list around the card."""

from __future__ import annotations

from game.app.history.story import local_time
from game.app.library.song import Song
from game.app.screens.song_card import byline, length_text, tempo_text, title_in
from game.app.screens.song_list import Entry, Order, SongList
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.view.screens import songs as view
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint


class SongTexts:
    """Says what the list has, in the players' language."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._strings = services.strings

    def orders(self, songs: SongList) -> tuple[Button, ...]:
        if not songs.total:
            return ()
        return tuple(
            Button(self._strings(f"songs.order_{order}"), order is songs.order) for order in Order
        )

    def count(self, songs: SongList, is_loading: bool) -> str:
        shown, total = len(songs.entries), songs.total
        if not total:
            return ""
        expected = self._services.library.total
        if is_loading and expected is not None:
            return self._strings("songs.reading", count=total, total=expected)
        if shown < total:
            return self._strings("songs.count_of", shown=shown, total=total)
        return self._strings("songs.count_one" if total == 1 else "songs.count", count=total)

    def rows(self, songs: SongList, first: int) -> tuple[view.SongRow, ...]:
        return tuple(
            self._row(songs, entry, index == songs.index)
            for index, entry in enumerate(songs.entries)
            if first <= index < first + view.ROWS
        )

    def message(self, songs: SongList, search: str, is_loading: bool) -> view.Message | None:
        """What to say where there is no list."""
        if songs.entries:
            return None
        is_complete = self._services.library.is_complete
        if songs.total and not is_complete:
            return view.Message(self._strings("songs.still_looking"), "")
        if songs.total:
            return view.Message(
                self._strings("songs.no_match", search=search),
                self._strings("songs.no_match_hint"),
            )
        if not is_complete:
            return view.Message(self._strings("songs.looking"), "") if is_loading else None
        return view.Message(
            self._strings("songs.empty"),
            self._strings("songs.empty_hint"),
            str(self._services.folders.songs),
        )

    def hints(self, songs: SongList, search: TextField) -> tuple[Hint, ...]:
        enter, escape = self._strings("common.enter"), self._strings("common.escape")
        back = "songs.hint_clear" if search.text or search.is_focused else "common.hint_back"
        last = Hint((escape,), self._strings(back))
        if not songs.total:
            return Hint(("F5",), self._strings("songs.hint_rescan")), last
        return (
            Hint(("↑", "↓"), self._strings("songs.hint_choose")),
            Hint(("←", "→"), self._strings("songs.hint_sort")),
            Hint((), self._strings("songs.hint_search")),
            Hint((enter,), self._strings("songs.hint_play")),
            Hint(("F2",), self._strings("recording.hint")),
            Hint(("F4",), self._strings("songs.hint_edit")),
            last,
        )

    def _row(self, songs: SongList, entry: Entry, is_chosen: bool) -> view.SongRow:
        summary = entry.song.summary
        if summary is None:
            return view.SongRow(
                entry.song.title, self._strings("songs.broken_row"), "", "", is_chosen, True
            )
        return view.SongRow(
            title_in(summary, self._strings.language),
            byline(self._strings, summary),
            self._sorted_by(songs, entry.song) or tempo_text(self._strings, summary.facts),
            length_text(self._strings, summary.facts),
            is_chosen,
        )

    def _sorted_by(self, songs: SongList, song: Song) -> str:
        """What the list is sorted by, where a row does not show it anyway."""
        past = songs.past(song)
        if songs.order is Order.LEVEL and song.summary is not None:
            return self._strings(f"songs.busy_{max(song.summary.figure.busyness)}")
        if songs.order is Order.PLAYED and past.last_played_at_s is not None:
            played = local_time(past.last_played_at_s)
            return self._strings(
                "songs.played_on", year=played.year, month=played.month, day=played.day
            )
        if songs.order is Order.BEST and past.best is not None:
            return f"{past.best.duet_score:,}"
        return self._strings("songs.never") if songs.order in (Order.PLAYED, Order.BEST) else ""
