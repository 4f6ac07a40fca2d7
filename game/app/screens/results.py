"""The results: how the duet went, how each player did, and once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.app.play_setup import PlaySetup, SeatSetup
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.result_texts import ResultTexts
from game.app.screens.song_facts import figure_of
from game.app.services import Services
from game.charts.model import PLAYERS
from game.duet.replay_reader import read_replay
from game.duet.result import DuetResult
from game.errors import GameError
from game.score.together.report import Report
from game.view.screens import results as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button

_SWAP, _AGAIN, _SONGS, _MIDI = range(4)
_TEXTS = ("results.swap", "results.again", "results.songs", "results.midi")
_SEEDS = 1 << 31


class ResultsScreen(Menu):
    """Enter plays again."""

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        result: DuetResult,
        replay_path: Path | None,
        report: Report | None = None,
    ) -> None:
        super().__init__(services)
        self._setup = setup
        self._replay_path = replay_path
        self._texts = ResultTexts(services.strings, setup, result, report)
        self._butterfly = figure_of(setup.chart).butterfly
        self._chosen = _AGAIN

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._choose(at_ns)
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key in (MenuKey.LEFT, MenuKey.UP):
            self._focus(max(_SWAP, self._chosen - 1))
        elif key in (MenuKey.RIGHT, MenuKey.DOWN, MenuKey.NEXT):
            self._focus(min(_MIDI, self._chosen + 1))
        return None

    def point(self, target: Target) -> None:
        self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._focus(target.index)
        return self._choose(at_ns)

    def snapshot(self, now_ns: int) -> view.ResultsSnapshot:
        return view.ResultsSnapshot(
            title=self._texts.title(),
            sentence=self._texts.sentence(),
            duet=self.strings("results.duet"),
            score=self._texts.score(),
            together=self._texts.together(),
            butterfly=self._butterfly,
            cards=self._texts.cards(),
            buttons=tuple(
                Button(self.strings(text), index == self._chosen, self._is_possible(index))
                for index, text in enumerate(_TEXTS)
            ),
            replay=self._texts.replay(self._replay_path),
            frame=self.frame(
                self.hint("common.hint_move", "←", "→"),
                self.hint("common.hint_choose", self.strings("common.enter")),
                self.hint("results.hint_songs", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _focus(self, choice: int) -> None:
        if choice != self._chosen:
            self._chosen = choice
            self.sound.move()

    def _is_possible(self, choice: int) -> bool:
        """A play that could not be kept cannot be turned into another file."""
        return choice != _MIDI or self._replay_path is not None

    def _choose(self, at_ns: int) -> Change | None:
        if self._chosen == _MIDI:
            self._save_midi()
            return None
        # Imported here: a play leads to its results, and they lead to the next play.
        from game.app.screens.loading import LoadingScreen  # noqa: PLC0415
        from game.app.screens.lobby import LobbyScreen  # noqa: PLC0415

        self.sound.choose()
        setup = self._setup
        if self._chosen == _AGAIN:
            again = replace(setup, seed=at_ns % _SEEDS, replay_path=None)
            return Replace(LoadingScreen(self.services, again))
        if self._chosen == _SWAP:
            seats = swapped(setup.seats)
            return Replace(LobbyScreen(self.services, setup.path, setup.chart, seats))
        return Pop()

    def _save_midi(self) -> None:
        """Beside the replay, under the same name."""
        if self._replay_path is None:
            self.sound.back()
            return
        # Imported here: few plays are saved so, and nobody waits for it.
        from game.app import midi_file  # noqa: PLC0415

        path = self._replay_path.with_suffix(".mid")
        names = [seat.name for seat in self._setup.seats]
        try:
            replay = read_replay(self._replay_path)
            midi_file.save(midi_file.midi_file(replay, self._setup.chart, names), path)
        except (GameError, OSError) as error:
            self.sound.back()
            self.services.notices.append(str(error))
            return
        self.sound.choose()
        self.services.notices.append(self.strings("results.midi_saved", path=path))


def swapped(seats: tuple[SeatSetup, ...]) -> tuple[SeatSetup, ...]:
    """Each player's choices and name on the other side."""
    first, second = seats
    return replace(second, player=PLAYERS[0]), replace(first, player=PLAYERS[1])
