"""What the editor asks: by typing, and by choosing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.app.screens.menu_keys import MenuKey
from game.app.screens.text_field import TextField
from game.view.screens.editor.snapshot import Prompt, Question
from game.view.widgets.button import Button

Answer = Callable[[str], str]
"""Takes what was typed; gives back why it cannot be taken, or ""."""


@dataclass(slots=True)
class Asking:
    """A question with a field."""

    title: str
    hint: str
    answer: Answer
    text: str = ""
    fault: str = ""
    entry: TextField = field(init=False)

    def __post_init__(self) -> None:
        self.entry = TextField(self.text)
        self.entry.focus()

    def overlay(self) -> Prompt:
        return Prompt(self.title, self.entry.field(""), self.fault or self.hint)

    def accept(self) -> bool:
        """Whether the answer was taken, and the question is over."""
        self.entry.blur()
        self.entry.focus()
        self.fault = self.answer(self.entry.text.strip())
        return not self.fault


@dataclass(slots=True)
class Choosing:
    """A question with buttons; the first one is chosen at first."""

    title: str
    text: str
    choices: Sequence[tuple[str, Callable[[], object]]]
    """What stands on each button, and what it does; its result is what the screen does then."""

    chosen: int = 0
    dismissed: int | None = None
    """What Esc chooses; None where a choice has to be made."""

    def overlay(self) -> Question:
        buttons = tuple(
            Button(text, index == self.chosen) for index, (text, _) in enumerate(self.choices)
        )
        return Question(self.title, self.text, buttons)

    def press(self, key: MenuKey) -> bool:
        """Move the choice; True if it was made."""
        if key in (MenuKey.LEFT, MenuKey.UP):
            self.chosen = max(0, self.chosen - 1)
        elif key in (MenuKey.RIGHT, MenuKey.DOWN, MenuKey.NEXT):
            self.chosen = min(len(self.choices) - 1, self.chosen + 1)
        elif key is MenuKey.BACK and self.dismissed is not None:
            self.chosen = self.dismissed
            return True
        return key is MenuKey.CHOOSE

    def do(self) -> object:
        return self.choices[self.chosen][1]()
