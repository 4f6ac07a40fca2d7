"""Pause: the play stands still underneath; go on, begin again, practise, or leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from game.app.screens.base import Change, Pop
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.pad_keys import PLAYED_OUT_NS
from game.app.services import Services
from game.view.canvas import Canvas
from game.view.screens import pause as view
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings
from game.view.widgets.area import Area, Target
from game.view.widgets.frame import Hint


class Wish(IntEnum):
    """What the players want of a pause, in the order of the buttons."""

    RESUME = 0
    RESTART = 1
    PRACTISE = 2
    LEAVE = 3


@dataclass(frozen=True, slots=True)
class Break:
    """A player who may leave in mid-song, or come back."""

    text: str
    """What the button says."""

    act: Callable[[], None]


class PauseScreen(Menu):
    """Tells the play underneath what was chosen, and goes."""

    pads_rest_ns = PLAYED_OUT_NS

    def __init__(
        self,
        services: Services,
        play: PlaySnapshot,
        choose: Callable[[Wish], None],
        missing: Sequence[str] = (),
        reason: str = "",
        breaks: Sequence[Break] = (),
    ) -> None:
        """
        Args:
            play: the frame at which the play stands.
            missing: kits whose plug was pulled; the song goes on when they are back.
            reason: a sentence for a pause that nobody asked for.
            breaks: who may leave or come back; after each of them the song goes on.
        """
        super().__init__(services)
        self._play = play
        self._choose_wish = choose
        self._missing = tuple(missing)
        self._reason = reason
        # Resuming first, leaving last, the players in between.
        self._choices: tuple[Wish | Break, ...] = (Wish.RESUME, *breaks, *tuple(Wish)[1:])
        self._chosen = 0
        self._asked = False
        """Whether leaving was asked for once."""

    def tick(self, now_ns: int) -> Change | None:
        if self._missing and not self._still_missing():
            return self._go(Wish.RESUME)
        return super().tick(now_ns)

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK and not self._still_missing():
            return self._go(Wish.RESUME)
        if key in (MenuKey.UP, MenuKey.LEFT):
            self._focus(max(0, self._chosen - 1))
        elif key in (MenuKey.DOWN, MenuKey.RIGHT, MenuKey.NEXT):
            self._focus(min(len(self._choices) - 1, self._chosen + 1))
        elif key is MenuKey.CHOOSE:
            return self._choose()
        return None

    def point(self, target: Target) -> None:
        self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._focus(target.index)
        return self._choose()

    def snapshot(self, now_ns: int) -> view.PauseSnapshot:
        missing = self._still_missing()
        message = self.strings("pause.gone", kit=missing[0]) if missing else self._reason
        foot = self.frame(*self._pad_hints())
        texts = tuple(self._text(choice) for choice in self._choices)
        return view.PauseSnapshot(self._play, texts, self._chosen, self._asked, message, foot)

    def picture(self) -> Picture:
        return _Picture(self.strings)

    def _pad_hints(self) -> tuple[Hint, ...]:
        """Keys need no words here; pads do."""
        if not self.shows_pads:
            return ()
        return (
            self.hint("common.hint_move", "↑", "↓"),
            self.hint("common.hint_choose", self.strings("common.enter")),
            self.hint("pause.hint_resume", self.strings("common.escape")),
        )

    def _still_missing(self) -> tuple[str, ...]:
        there = self.services.midi.devices
        return tuple(kit for kit in self._missing if kit not in there)

    def _focus(self, index: int) -> None:
        if index != self._chosen:
            self._chosen = index
            self._asked = False
            self.sound.move()

    def _text(self, choice: Wish | Break) -> str:
        if isinstance(choice, Break):
            return choice.text
        waits = choice is Wish.LEAVE and self._asked
        return self.strings("pause.leave_again" if waits else f"pause.{choice.name.lower()}")

    def _choose(self) -> Change | None:
        choice = self._choices[self._chosen]
        if choice is Wish.LEAVE and not self._asked:
            self._asked = True
            self.sound.move()
            return None
        if choice is not Wish.LEAVE and self._still_missing():
            self.sound.back()
            return None
        if isinstance(choice, Break):
            choice.act()
            choice = Wish.RESUME
        return self._go(choice)

    def _go(self, wish: Wish) -> Change:
        self.sound.choose()
        self._choose_wish(wish)
        return Pop()


class _Picture:
    """The view of the pause, with the strings that it needs besides."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.PauseSnapshot)
        view.draw(canvas, snapshot, self._strings)

    def places(self, snapshot: object) -> Iterable[tuple[Target, Area]]:
        assert isinstance(snapshot, view.PauseSnapshot)
        return view.places(snapshot)
