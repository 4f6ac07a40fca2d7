"""The header: `key: value` lines before the first bars."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from game.charts.model import Meta
from game.charts.reader.faults import Faults, quoted
from game.charts.reader.meters import EXPECTED, parse_meter
from game.charts.reader.near_miss import did_you_mean, near_miss
from game.charts.reader.numbers import decimal, decimal_hint
from game.charts.syntax.lines import Line
from game.timing.meter import COMMON_TIME, Meter

AUDIO_SUFFIXES = (".ogg", ".mp3", ".flac", ".opus", ".wav")
MIN_BPM, MAX_BPM = 20, 400
DOTTED = "dotted"

_TEXTS = ("title", "artist", "charter", "source", "license", "recording")
_SECONDS = ("length", "offset", "preview")
_REQUIRED = ("title", "bpm")
KEYS = (*_TEXTS, "audio", *_SECONDS, "bpm", "meter")

_OWN_KEY = re.compile(r"x-\S*")
_TITLE = re.compile(r"title\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
_NOT_IN_A_NAME = re.compile(r"[/\\:\x00-\x1f]")


class Value(NamedTuple):
    """The value of one key, and where it stands."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says. Where it is wrong or silent, a value to go on reading with."""

    meta: Meta
    bpm: Fraction
    """As written: quarters a minute, or pulses if it is dotted."""

    is_dotted: bool
    """Whether this and every other `bpm` counts the pulse."""

    meter: Meter
    values: dict[str, Value]
    """By key, for messages that point into the header."""


def read_header(lines: Iterable[Line], stray_keys: set[str], faults: Faults) -> Header:
    """Read the header's lines, all of the kind HEADER.

    `stray_keys` stand further down, which is a fault already: they are not missed here.
    """
    values: dict[str, Value] = {}
    misspelt = {_take(line, values, faults) for line in lines}
    for key in _REQUIRED:
        if key not in values and key not in stray_keys | misspelt:
            faults.add(1, 1, f'the header has no "{key}"', f'write a line "{key}: …"')
    bpm, is_dotted = _bpm(values, faults)
    return Header(_meta(values, faults), bpm, is_dotted, _meter(values, faults), values)


def _take(line: Line, values: dict[str, Value], faults: Faults) -> str | None:
    """Take a line's value; returns the key that an unknown one was probably meant to be."""
    before, _, after = line.content.partition(":")
    key = before.strip()
    key_column = len(before) - len(before.lstrip()) + 1
    if not (key in KEYS or _OWN_KEY.fullmatch(key) or _TITLE.fullmatch(key)):
        meant = near_miss(key, (*KEYS, "title.ko"))
        hint = f'did you mean "{meant}"?' if meant else 'keys of your own begin with "x-"'
        faults.add(line.number, key_column, f"unknown key {quoted(key)}", hint)
        return meant
    if key in values:
        first = f"it stands in line {values[key].line} already"
        faults.add(line.number, key_column, f'a second "{key}"', first)
    else:
        column = len(before) + 2 + len(after) - len(after.lstrip())
        values[key] = Value(after.strip(), line.number, column)
    return None


def _meta(values: dict[str, Value], faults: Faults) -> Meta:
    def text(key: str) -> str:
        return values[key].text if key in values else ""

    if "title" in values and not text("title"):
        faults.add(*values["title"][1:], "the title is empty")
    seconds = {key: _seconds(values[key], key, faults) for key in _SECONDS if key in values}
    return Meta(
        title=text("title"),
        artist=text("artist"),
        charter=text("charter"),
        source=text("source"),
        license=text("license"),
        titles={key.partition(".")[2]: text(key) for key in values if _TITLE.fullmatch(key)},
        audio=_audio(values, faults),
        recording=text("recording") or None,
        length_s=seconds.get("length"),
        offset_s=seconds.get("offset") or Fraction(0),
        preview_s=seconds.get("preview"),
        bpm_text=text("bpm"),
        extra={key: text(key) for key in values if _OWN_KEY.fullmatch(key)},
    )


def _audio(values: dict[str, Value], faults: Faults) -> str | None:
    if "audio" not in values or not values["audio"].text:
        return None
    name, line, column = values["audio"]
    if _NOT_IN_A_NAME.search(name) or name in (".", ".."):
        expected = "expected the name of a file beside the chart"
        faults.add(line, column, f"found the path {quoted(name)}, {expected}")
        return None
    if not name.lower().endswith(AUDIO_SUFFIXES):
        expected = "expected a name that ends in .ogg, .mp3, .flac, .opus or .wav"
        faults.add(line, column, f"found {quoted(name)}, {expected}")
        return None
    return name


def _seconds(value: Value, key: str, faults: Faults) -> Fraction | None:
    seconds = decimal(value.text)
    if seconds is None:
        message = f"found {quoted(value.text)}, expected seconds such as 12.5"
        faults.add(value.line, value.column, message, decimal_hint(value.text))
    elif seconds < 0 and key != "offset":
        faults.add(value.line, value.column, f"found {value.text}, expected 0 or more seconds")
        return None
    return seconds


def _bpm(values: dict[str, Value], faults: Faults) -> tuple[Fraction, bool]:
    fallback = Fraction(120)
    if "bpm" not in values:
        return fallback, False
    text, line, column = values["bpm"]
    number, *rest = text.split() or [""]
    if rest not in ([], [DOTTED]):
        found = quoted(" ".join(rest))
        hint = did_you_mean(rest[0], (DOTTED,), 'such as "114" or "123 dotted"')
        faults.add(line, column, f'found {found} after the bpm, expected nothing or "dotted"', hint)
    bpm = parse_bpm(number, line, column, faults.add)
    return bpm or fallback, rest == [DOTTED]


def parse_bpm(
    text: str, line: int, column: int, add: Callable[[int, int, str, str], None]
) -> Fraction | None:
    """A number of beats a minute; `add` is told what is wrong with it."""
    bpm = decimal(text)
    if bpm is None:
        add(line, column, f"found {quoted(text)}, expected a bpm such as 114", decimal_hint(text))
    elif not MIN_BPM <= bpm <= MAX_BPM:
        add(line, column, f"found {text} bpm, expected {MIN_BPM} to {MAX_BPM}", "")
        return None
    return bpm


def _meter(values: dict[str, Value], faults: Faults) -> Meter:
    if "meter" not in values:
        return COMMON_TIME
    text, line, column = values["meter"]
    meter = parse_meter(text)
    if meter is None:
        faults.add(line, column, f"found the meter {quoted(text)}, {EXPECTED}")
    return meter or COMMON_TIME
