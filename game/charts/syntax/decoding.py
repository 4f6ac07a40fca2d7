"""From bytes to text and back to the same bytes, whatever they are."""

from __future__ import annotations

from dataclasses import dataclass

from game.charts.issues import Issue

MAX_FILE_BYTES = 2_000_000
_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text. Bytes that are not UTF-8 stand in it as lone surrogates."""

    text: str
    has_bom: bool
    faults: tuple[Issue, ...]
    is_readable: bool
    """Whether it makes sense to look for further faults in the text."""


def decode(data: bytes) -> Decoded:
    """The text of a file, with a fault if it is too long or not UTF-8."""
    has_bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if has_bom else data
    text = body.decode("utf-8", "surrogateescape")
    if len(data) > MAX_FILE_BYTES:
        return Decoded(text, has_bom, (_too_long(len(data)),), is_readable=False)
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            fault = _not_utf8(text, 0, f"save the file as UTF-8; this looks like {name}")
            return Decoded(text, has_bom, (fault,), is_readable=False)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        place = len(body[: error.start].decode("utf-8"))
        fault = _not_utf8(text, place, "save the file as UTF-8")
        return Decoded(text, has_bom, (fault,), is_readable=True)
    return Decoded(text, has_bom, (), is_readable=True)


def encode(text: str, has_bom: bool) -> bytes:
    """The bytes that `decode` was given."""
    return (_BOM if has_bom else b"") + text.encode("utf-8", "surrogateescape")


def undecoded_byte(char: str) -> int | None:
    """The byte that a lone surrogate stands for, None for any other character."""
    return ord(char) - 0xDC00 if "\udc80" <= char <= "\udcff" else None


def _too_long(length_bytes: int) -> Issue:
    found = f"found a file of {length_bytes:,} bytes"
    return Issue(0, 0, "error", f"{found}, expected at most {MAX_FILE_BYTES:,}")


def _not_utf8(text: str, index: int, hint: str) -> Issue:
    byte = undecoded_byte(text[index]) or 0
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Issue(line, column, "error", f"found the byte 0x{byte:02X}, expected UTF-8", hint)
