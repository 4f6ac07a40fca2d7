"""Typing into a field: any script, with or without an input method."""

from __future__ import annotations

import unicodedata

import pygame

from game.view.widgets.field import Field


class TextField:
    """One line of text with the caret at its end. Text input is on only while it has the focus."""

    def __init__(self, text: str = "", max_length: int = 60) -> None:
        self.text = text
        self.composition = ""
        """What an input method is still composing."""

        self.is_focused = False
        self._max_length = max_length

    def focus(self) -> None:
        self.is_focused = True

    def blur(self) -> None:
        """Let go; what was still being composed is kept."""
        self._append(self.composition)
        self.composition = ""
        self.is_focused = False

    def clear(self) -> None:
        self.text = self.composition = ""

    def handle(self, event: pygame.Event) -> bool:
        """Take an event of typing; True if it was one. Only while the field has the focus."""
        if not self.is_focused:
            return False
        if event.type == pygame.TEXTINPUT:
            self._append(event.text)
            self.composition = ""
        elif event.type == pygame.TEXTEDITING:
            self.composition = event.text
        elif event.type != pygame.KEYDOWN:
            return False
        elif self.composition:
            # Keys belong to the input method until it is done.
            return True
        elif event.scancode == pygame.KSCAN_BACKSPACE:
            self._delete(whole=bool(event.mod & pygame.KMOD_CTRL))
        else:
            return False
        return True

    def start(self, event: pygame.Event) -> bool:
        """Take the focus if a key with a character was pressed, and that character with it."""
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        typed = event.unicode or _character(event)
        if not typed or not typed.isprintable() or typed.isspace():
            return False
        self.focus()
        self._append(typed)
        return True

    def field(self, placeholder: str) -> Field:
        """As the view draws it."""
        return Field(self.text, self.composition, placeholder, self.is_focused)

    def _append(self, typed: str) -> None:
        shown = "".join(char for char in typed if char.isprintable())
        self.text = unicodedata.normalize("NFC", self.text + shown)[: self._max_length]

    def _delete(self, whole: bool) -> None:
        """Take away the last character with its combining marks, or everything."""
        kept = "" if whole else self.text[:-1]
        if not whole:
            removed = self.text[-1:]
            while kept and removed and unicodedata.combining(removed):
                kept, removed = kept[:-1], kept[-1]
        self.text = kept


def _character(event: pygame.Event) -> str:
    """What a key types while text input is off and the event itself does not say."""
    name = pygame.key.name(event.key)
    if len(name) != 1:
        return ""
    return name.upper() if event.mod & pygame.KMOD_SHIFT else name
