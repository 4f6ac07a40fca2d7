"""The words of the lobby."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from game.app.library.facts import facts_of
from game.app.screens.lobby_kits import Share
from game.app.screens.lobby_seat import BOTS, Line, Seat, can_start
from game.app.screens.music_texts import music_text
from game.app.screens.player_keys import keys_of
from game.app.screens.player_pads import pads_of
from game.app.screens.song_card import byline, length_text, tempo_text, title_in
from game.app.screens.text_field import TextField
from game.app.services import Services
from game.app.settings.values import CHOICES, RANGES
from game.charts.model import Chart
from game.input.bindings import Binding
from game.view.screens import lobby as view
from game.view.widgets.button import Button
from game.view.widgets.frame import Hint
from game.view.widgets.kit import Key
from game.view.widgets.rows import Row


class LobbyTexts:
    """Says who sits where and how they play, in the players' language."""

    def __init__(self, services: Services, chart: Chart) -> None:
        self._services = services
        self._chart = chart
        self._strings = strings = services.strings
        facts = facts_of(chart)
        self.title = title_in(chart.meta, strings.language)
        self.facts = strings(
            "lobby.facts" if byline(strings, chart.meta) else "lobby.facts_alone",
            byline=byline(strings, chart.meta),
            tempo=tempo_text(strings, facts),
            length=length_text(strings, facts),
        )

    def facts_with_music(self, path: Path) -> str:
        """The facts, and what the song of the chart at this path is played to."""
        recording = self._services.recordings.in_use(self._chart)
        music = music_text(self._strings, recording, path, self._chart.meta.audio)
        return self._strings("lobby.facts_and_music", facts=self.facts, music=music)

    def name(self, seat: Seat) -> str:
        """What a seat is called in play."""
        if seat.is_bot:
            return self._strings(f"lobby.{BOTS[seat.device]}")
        return seat.choices.name or self._strings(f"common.p{seat.player}")

    def card(
        self,
        seat: Seat,
        focus: Line | None,
        lit: Collection[Binding],
        typed: TextField | None,
        partner: str,
        share: Share | None,
        *,
        invites: bool,
    ) -> view.SeatCard:
        """
        Args:
            partner: the name on the other side.
            share: of a kit at which both players sit.
            invites: whether an empty seat says how to join; else the start button does.
        """
        return view.SeatCard(
            name=self.name(seat),
            status=self._status(seat, invites),
            is_taken=seat.is_human or seat.is_bot,
            keys=self._drums(seat, lit),
            rows=tuple(
                # The field stands in the place of what it changes.
                Row(self._strings("lobby.name"), "", is_focused=True, is_stepped=False)
                if typed and line is Line.NAME
                else self._row(seat, line, line is focus, partner)
                for line in Line
                if line is not Line.SHARE
            )
            + ((self._shared(share, focus is Line.SHARE),) if share else ()),
            name_field=typed.field(self._strings("lobby.name_empty")) if typed else None,
        )

    def start(self, seats: Sequence[Seat], is_focused: bool) -> Button:
        if not can_start(seats):
            return Button(self._strings("lobby.start_waiting"), is_focused, is_enabled=False)
        if all(seat.is_bot for seat in seats):
            return Button(self._strings("lobby.watch"), is_focused)
        is_alone = any(not seat.is_human and not seat.is_bot for seat in seats)
        return Button(self._strings("lobby.start_alone" if is_alone else "lobby.start"), is_focused)

    def practice(self, is_focused: bool) -> Button:
        return Button(self._strings("practice.heading"), is_focused)

    def hints(self, is_typing: bool, line: int, by_pads: bool = False) -> tuple[Hint, ...]:
        enter, escape = self._strings("common.enter"), self._strings("common.escape")
        if is_typing:
            return (
                Hint((enter,), self._strings("lobby.hint_keep")),
                Hint((escape,), self._strings("lobby.hint_cancel")),
            )
        choose = "lobby.hint_type" if line == Line.NAME else "lobby.hint_start"
        return (
            Hint(("↑", "↓"), self._strings("common.hint_move")),
            Hint(("←", "→"), self._strings("common.hint_change")),
            Hint((self._strings("common.tab"),), self._strings("lobby.hint_side")),
            Hint((enter,), self._strings(choose)),
            Hint((escape,), self._strings("common.hint_back")),
            *([Hint((), self._strings("lobby.hint_alone"))] if by_pads else []),
        )

    def _drums(self, seat: Seat, lit: Collection[Binding]) -> tuple[Key, ...]:
        drums_of = keys_of if seat.kit is None else pads_of
        return drums_of(self._services, seat.player, seat.choices.layout, lit)

    def _status(self, seat: Seat, invites: bool) -> str:
        if seat.is_human or seat.is_bot:
            return self._strings("lobby.ready" if seat.is_human else "lobby.bot_sits")
        return self._strings("lobby.join") if invites else ""

    def _row(self, seat: Seat, line: Line, is_focused: bool, partner: str) -> Row:
        label = self._strings(f"lobby.{line.name.lower()}")
        choices = seat.choices
        if line is Line.DEVICE:
            return self._choice(label, self._device(seat), is_focused, seat.devices, seat.device)
        if line is Line.LEVEL:
            least, most = RANGES["players.level"]
            return Row(
                label,
                self._strings(f"levels.level_{choices.level}"),
                is_focused,
                dots=choices.level,
                has_less=choices.level > least,
                has_more=choices.level < most,
            )
        if line is Line.NAME:
            value = self.name(seat) if seat.is_bot or choices.name else ""
            value = value or self._strings("lobby.name_empty")
            names = seat.names_beside(partner)
            if seat.is_bot or len(names) == 1:
                return Row(label, value, is_focused, is_stepped=False)
            return self._choice(label, value, is_focused, names, choices.name)
        chosen = choices.layout if line is Line.LAYOUT else choices.rules
        key = "layouts" if line is Line.LAYOUT else "rules"
        text = self._strings(f"{key}.{chosen}")
        return self._choice(
            label, text, is_focused, CHOICES[f"players.{line.name.lower()}"], chosen
        )

    def _shared(self, share: Share, is_focused: bool) -> Row:
        has_less, has_more = share.is_by_channel, not share.is_by_channel
        label = self._strings("lobby.share")
        return Row(label, share.text, is_focused, has_less=has_less, has_more=has_more)

    def _choice(
        self, label: str, text: str, is_focused: bool, choices: Sequence[str], chosen: str
    ) -> Row:
        return Row(
            label,
            text,
            is_focused,
            has_less=chosen != choices[0],
            has_more=chosen != choices[-1],
        )

    def _device(self, seat: Seat) -> str:
        if seat.kit is not None:
            return seat.kit
        if seat.is_human:
            return self._strings("lobby.keyboard")
        return self.name(seat) if seat.is_bot else self._strings("lobby.nobody")
