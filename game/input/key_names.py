"""Names of scancodes: stable ones for files, short ones for keycaps."""

from __future__ import annotations

import pygame

_PREFIX = "KSCAN_"
_NUMBERED = "CODE"

SCANCODES: dict[str, int] = {
    name.removeprefix(_PREFIX): getattr(pygame, name)
    for name in dir(pygame)
    if name.startswith(_PREFIX)
}
"""`A` -> 4, `SEMICOLON` -> 51: what settings files write, for keys by their place."""

RESERVED = frozenset(
    {
        "ESCAPE", "BACKSPACE", "RETURN", "KP_ENTER", "TAB", "F5", "F11", "PRINTSCREEN", "PAUSE",
        "CAPSLOCK", "NUMLOCKCLEAR", "SCROLLLOCK", "MENU", "POWER",
        "LSHIFT", "RSHIFT", "LCTRL", "RCTRL", "LALT", "RALT", "LGUI", "RGUI", "MODE",
    }
)  # fmt: skip
"""Keys that are never a drum: what steers the game and the window, and all modifiers."""

_RESERVED_CODES = frozenset(SCANCODES[name] for name in RESERVED)
_NAMES = {code: name for name, code in SCANCODES.items()}

_CAPS = {
    "SEMICOLON": ";",
    "APOSTROPHE": "'",
    "COMMA": ",",
    "PERIOD": ".",
    "SLASH": "/",
    "BACKSLASH": "\\",
    "LEFTBRACKET": "[",
    "RIGHTBRACKET": "]",
    "MINUS": "-",
    "EQUALS": "=",
    "GRAVE": "`",
    "SPACE": "Space",
}


def name_of(scancode: int) -> str:
    """The stable name of a key; one without a name is `CODE` and its number."""
    return _NAMES.get(scancode, f"{_NUMBERED}{scancode}")


def scancode_of(name: str) -> int | None:
    """The key of a stable name; None if there is none."""
    upper = name.upper()
    number = upper.removeprefix(_NUMBERED)
    if number != upper and number.isdecimal():
        return int(number)
    return SCANCODES.get(upper)


def is_reserved(name: str) -> bool:
    """Whether a key is never a drum, under whichever of its names."""
    return scancode_of(name) in _RESERVED_CODES


def cap_of(name: str) -> str:
    """What to print on a keycap: short, as on a US keyboard."""
    if name.startswith("KP_"):
        return "#" + cap_of(name.removeprefix("KP_"))
    return _CAPS.get(name, name.title() if len(name) > 1 else name)
