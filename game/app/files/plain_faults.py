"""What the system and the TOML reader say, in words that fit into one of our sentences."""

from __future__ import annotations

import errno
import re
import tomllib
from dataclasses import dataclass

_OS_WORDS = {
    errno.EACCES: "that it may not be touched",
    errno.EPERM: "that it may not be touched",
    errno.EROFS: "a disk that cannot be written",
    errno.ENOSPC: "a full disk",
    errno.EISDIR: "a folder",
    errno.ENOTDIR: "a file in the place of its folder",
    errno.EEXIST: "a file in the place of its folder",
    errno.ENOENT: "nothing",
}
_TOML = re.compile(r"(?P<reason>.*) \(at (?P<place>.*)\)", re.DOTALL)
_EXPECTED = "Expected "


@dataclass(frozen=True, slots=True)
class TextFault:
    """Why a text is no TOML."""

    place: str
    """Such as "line 2, column 9"; "" if it is not known."""

    found: str
    expected: str


def found_by(error: OSError) -> str:
    """What was found where a file should be read or written."""
    words = _OS_WORDS.get(error.errno or 0)
    return words or f"a fault of the system ({error.strerror or error})"


def text_fault(error: ValueError | RecursionError) -> TextFault:
    """What `tomllib` or a decoder says about a text."""
    if isinstance(error, UnicodeDecodeError):
        return TextFault(f"byte {error.start + 1}", "bytes that are no text", "text in UTF-8")
    if isinstance(error, RecursionError):
        return TextFault("", "brackets within brackets without end", "TOML")
    if not isinstance(error, tomllib.TOMLDecodeError):
        return TextFault("", f"a value that cannot be read ({error})", "TOML")
    match = _TOML.fullmatch(str(error))
    place, reason = (match["place"], match["reason"]) if match else ("", str(error))
    if reason.startswith(_EXPECTED):
        return TextFault(place, "text that is no TOML", reason.removeprefix(_EXPECTED))
    return TextFault(place, f"text that is no TOML ({reason[:1].lower()}{reason[1:]})", "TOML")
