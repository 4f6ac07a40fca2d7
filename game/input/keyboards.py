"""The keyboards that are plugged in, as far as the system tells their names.

SDL mixes all of them into one: two keyboards are one device with twice the keys.
"""

from __future__ import annotations

from pathlib import Path

_LINUX_LIST = Path("/proc/bus/input/devices")
_LETTERS = (*range(16, 26), *range(30, 39), *range(44, 51))
"""Codes of the kernel for the keys Q to P, A to L and Z to M: what else has them all?"""

_WORD_BITS = 64


def keyboard_names(listed_in: Path = _LINUX_LIST) -> tuple[str, ...]:
    """Their names; empty where the system keeps no such list."""
    try:
        text = listed_in.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(name for block in text.split("\n\n") if (name := _keyboard_in(block)))


def _keyboard_in(block: str) -> str | None:
    """The name of one device of the kernel's list, if it has letters."""
    name, keys = None, 0
    for line in block.splitlines():
        if line.startswith("N: Name="):
            name = line.removeprefix("N: Name=").strip('"')
        elif line.startswith("B: KEY="):
            keys = _bits(line.removeprefix("B: KEY="))
    return name if all(keys >> code & 1 for code in _LETTERS) else None


def _bits(words: str) -> int:
    """The kernel's bitmap: hexadecimal words, the highest first."""
    value = 0
    for word in words.split():
        value = value << _WORD_BITS | int(word, 16)
    return value
