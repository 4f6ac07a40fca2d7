"""A hand on the mouse and the other one on the keyboard of an X server."""

from __future__ import annotations

from time import sleep

from Xlib import XK, X, display
from Xlib.ext import xtest

_PAUSE_S = 0.05
_KEYSYMS = {" ": "space", ".": "period", "-": "minus"}
_LEFT = 1


class DeskHands:
    """Slow enough that each event is one of its own."""

    def __init__(self, display_name: str) -> None:
        self._display = display.Display(display_name)

    def close(self) -> None:
        self._display.close()

    def press(self, *chords: str) -> None:
        """Keys such as `Return` or `Control_L+z`."""
        for chord in chords:
            names = chord.split("+")
            for name in names:
                self._key(X.KeyPress, name)
            for name in reversed(names):
                self._key(X.KeyRelease, name)
            sleep(_PAUSE_S)

    def type(self, text: str) -> None:
        """A word in small letters and digits."""
        for char in text:
            self.press(_KEYSYMS.get(char, char))

    def click(self, x_px: float, y_px: float) -> None:
        self.drag((x_px, y_px), (x_px, y_px))

    def drag(self, start_px: tuple[float, float], end_px: tuple[float, float]) -> None:
        """From one place to another with the left button down."""
        self._move(*start_px)
        self._fake(X.ButtonPress, _LEFT)
        if start_px != end_px:
            for step in range(1, 5):
                share = step / 4
                self._move(
                    start_px[0] + (end_px[0] - start_px[0]) * share,
                    start_px[1] + (end_px[1] - start_px[1]) * share,
                )
        self._fake(X.ButtonRelease, _LEFT)
        sleep(_PAUSE_S)

    def _move(self, x_px: float, y_px: float) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=round(x_px), y=round(y_px))
        self._display.sync()
        sleep(_PAUSE_S)

    def _key(self, kind: int, name: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        assert code, name
        self._fake(kind, code)

    def _fake(self, kind: int, detail: int) -> None:
        xtest.fake_input(self._display, kind, detail)
        self._display.sync()
