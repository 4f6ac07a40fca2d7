"""The results: how the duet went, how each player did, and once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from game.app.history.recording import Standing
from game.app.library.facts import figure_of
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens import result_files
from game.app.screens.base import Change, Pop, Push, Replace
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.pad_keys import PLAYED_OUT_NS
from game.app.screens.practice import PracticeScreen
from game.app.screens.result_bests import duet_label, together_label
from game.app.screens.result_leaves import leaves_of
from game.app.screens.result_texts import ResultTexts
from game.app.services import Services
from game.app.shelf.occasion import occasion_of
from game.charts.model import PLAYERS
from game.duet.analysis import Analysis
from game.duet.result import DuetResult
from game.errors import GameError
from game.view.screens import results as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.button_rows import beside
from game.view.widgets.frame import Hint

_AGAIN = "results.again"
_SIGN = "results.sign"
_SEEDS = 1 << 31
_ARROWS = {
    MenuKey.LEFT: (-1, 0),
    MenuKey.RIGHT: (1, 0),
    MenuKey.UP: (0, -1),
    MenuKey.DOWN: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the buttons."""

    key: str
    """Of its text."""

    act: Callable[[int], Change | None]
    """What it does, told the host time."""

    is_possible: bool = True


class ResultsScreen(Menu):
    """Enter plays again; Tab leafs through the pages."""

    pads_rest_ns = PLAYED_OUT_NS

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        result: DuetResult,
        replay_path: Path | None,
        analysis: Analysis | None = None,
        standing: Standing | None = None,
    ) -> None:
        super().__init__(services)
        self._setup = setup
        self._result = result
        self._standing = standing
        self._replay_path = replay_path
        self._trouble = analysis.trouble if analysis else None
        report = analysis.report if analysis else None
        self._texts = ResultTexts(services.strings, setup, result, report)
        self._leaves = leaves_of(services.strings, analysis, self._texts)
        self._butterfly = figure_of(setup.chart).butterfly
        is_duet = occasion_of(setup, result) is not None
        sign: tuple[Choice, ...] = (Choice(_SIGN, self._sign),) if is_duet else ()
        self._choices = (
            Choice("results.swap", self._swap),
            Choice(_AGAIN, self._again),
            Choice("results.songs", self._songs),
            # A play that could not be kept cannot be turned into another file.
            Choice("results.midi", self._save_midi, replay_path is not None),
            *sign,
            Choice("results.story", self._story),
            Choice("results.picture", self._save_picture),
            Choice("pause.practise", self._practise),
        )
        self._chosen = next(i for i, each in enumerate(self._choices) if each.key == _AGAIN)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.PICTURE:
            self._save_picture(at_ns)
        elif key is MenuKey.NEXT:
            self._rustle(self._leaves.turn_on())
        elif self._leaves.open:
            self._leaf(key)
        elif key is MenuKey.CHOOSE:
            return self._choices[self._chosen].act(at_ns)
        elif key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        elif key in _ARROWS:
            self._focus(beside(self._chosen, len(self._choices), *_ARROWS[key]))
        return None

    def _leaf(self, key: MenuKey) -> None:
        """Arrows leaf through the pages; Enter and Escape lead back to the first one."""
        across = sum(_ARROWS.get(key, (0, 0)))
        if across:
            self._rustle(self._leaves.turn_to(self._leaves.open + across))
        elif key in (MenuKey.CHOOSE, MenuKey.BACK):
            self._rustle(self._leaves.turn_to(0))

    def point(self, target: Target) -> None:
        if target.name == view.BUTTON:
            self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        if target.name == view.TAB:
            self._rustle(self._leaves.turn_to(target.index))
            return None
        self._focus(target.index)
        return self._choices[self._chosen].act(at_ns)

    def snapshot(self, now_ns: int) -> view.ResultsSnapshot:
        return self._snapshot(self._leaves.open)

    def _snapshot(self, page: int) -> view.ResultsSnapshot:
        return view.ResultsSnapshot(
            title=self._texts.title(),
            sentence=self._texts.sentence(),
            duet=duet_label(self.strings, self._result, self._standing),
            score=self._texts.score(),
            together=replace(
                self._texts.together(),
                label=together_label(self.strings, self._result, self._standing),
            ),
            butterfly=self._butterfly,
            cards=self._texts.cards(),
            buttons=tuple(
                Button(
                    self.strings(each.key),
                    index == self._chosen,
                    each.is_possible,
                    is_offered=each.key == _SIGN,
                )
                for index, each in enumerate(self._choices)
            ),
            replay=self._texts.replay(self._replay_path),
            frame=self.frame(*self._hints()),
            tabs=self._leaves.tabs(self.strings, page),
            details=self._leaves.pages[page].details,
        )

    def _hints(self) -> list[Hint]:
        is_score = self._leaves.open == 0
        back = "results.hint_songs" if is_score else "results.hint_first_page"
        hints = [
            self.hint("results.hint_picture", "F12"),
            self.hint(back, self.strings("common.escape")),
        ]
        if len(self._leaves.pages) > 1:
            hints.insert(0, self.hint("results.hint_page", self.strings("common.tab")))
        if is_score:
            hints.insert(0, self.hint("common.hint_choose", self.strings("common.enter")))
            hints.insert(0, self.hint("common.hint_move", "←", "→"))
        return hints

    def picture(self) -> Picture:
        return view

    def _rustle(self, is_another_page: bool) -> None:
        if is_another_page:
            self.sound.move()

    def _focus(self, choice: int) -> None:
        if choice != self._chosen:
            self._chosen = choice
            self.sound.move()

    def _again(self, at_ns: int) -> Change:
        # Imported here: a play leads to its results, and they lead to the next play.
        from game.app.screens.loading import LoadingScreen  # noqa: PLC0415

        self.sound.choose()
        again = replace(self._setup, seed=at_ns % _SEEDS, replay_path=None)
        return Replace(LoadingScreen(self.services, again))

    def _swap(self, at_ns: int) -> Change:
        # Imported here for the same reason.
        from game.app.screens.lobby import LobbyScreen  # noqa: PLC0415

        self.sound.choose()
        seats = swapped(self._setup.seats)
        return Replace(LobbyScreen(self.services, self._setup.path, self._setup.chart, seats))

    def _practise(self, at_ns: int) -> Change:
        self.sound.choose()
        return Push(PracticeScreen(self.services, self._setup, trouble=self._trouble))

    def _songs(self, at_ns: int) -> Change:
        self.sound.choose()
        return Pop()

    def _sign(self, at_ns: int) -> Change | None:
        # Imported here: sticks are not signed after every song.
        from game.app.screens.signing import SigningScreen  # noqa: PLC0415

        occasion = occasion_of(self._setup, self._result)
        if occasion is None:
            return None
        self.sound.choose()
        return Push(SigningScreen(self.services, occasion))

    def _story(self, at_ns: int) -> Change:
        # Imported here: few plays are looked back on at once.
        from game.app.screens.story import StoryScreen  # noqa: PLC0415

        self.sound.choose()
        return Push(StoryScreen(self.services, self._standing.pair if self._standing else None))

    def _save_picture(self, at_ns: int) -> None:
        pages = [self._snapshot(page) for page in range(len(self._leaves.pages))]
        try:
            path = result_files.save_picture(self.services, pages)
        except OSError as error:
            self.sound.back()
            reason = error.strerror or str(error)
            self.services.notices.append(self.strings("results.picture_failed", reason=reason))
            return
        self.sound.choose()
        self.services.notices.append(self.strings("results.picture_saved", path=path))

    def _save_midi(self, at_ns: int) -> None:
        if self._replay_path is None:
            self.sound.back()
            return
        try:
            path = result_files.save_midi(self._setup, self._replay_path)
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
