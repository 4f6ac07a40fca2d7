"""Lines that are out of place: the first line, header lines further down, lines of no kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.charts.reader.faults import Faults, quoted, shortened
from game.charts.reader.header import KEYS
from game.charts.reader.labels import LabelError, parse_label
from game.charts.syntax.lines import Line, LineKind

MAGIC = "#duet 1"
_MAGIC = re.compile(r"#duet ([0-9]{1,9})")
_BODY = (LineKind.SECTION, LineKind.RULER, LineKind.LANE)


def split_header(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines before the first section or bars, and the rest."""
    first = next((i for i, line in enumerate(lines) if line.kind in _BODY), len(lines))
    return lines[:first], lines[first:]


def check_first_line(lines: Sequence[Line], faults: Faults) -> bool:
    """Whether the text is meant to be a chart at all."""
    first = lines[0].content if lines else ""
    if first == MAGIC:
        return True
    expected = f'expected "{MAGIC}"'
    match = _MAGIC.fullmatch(first)
    if match:
        hint = "a newer Drum Duet may read it" if int(match[1]) > 1 else ""
        faults.add(1, 1, f"found version {match[1]} of the format, {expected}", hint)
        return True
    found = quoted(lines[0].text.strip()) if lines else "an empty file"
    later = next((line.number for line in lines if line.content.strip() == MAGIC), None)
    hint = f"move line {later} to the top" if later else ""
    faults.add(1, 1, f"found {found}, {expected} as the first line", hint)
    return later is not None or any(line.kind in _BODY for line in lines)


def check_other_hashes(lines: Sequence[Line], faults: Faults) -> None:
    """Complain about lines further down that begin with `#`, but for a first line to be moved."""
    is_first_right = lines[0].content == MAGIC
    for line in lines[1:]:
        if line.kind is LineKind.MAGIC and (is_first_right or line.content.strip() != MAGIC):
            found = f"found {quoted(line.content.strip())} in line {line.number}"
            message = f"{found}, expected # in the first line alone"
            faults.add(line.number, _column(line), message, "a comment begins with //")


def check_header_lines(lines: Sequence[Line], faults: Faults) -> None:
    """Complain about lines before the body that are no `key: value`."""
    for line in lines:
        if line.kind is LineKind.UNKNOWN:
            key, is_assigned, value = line.content.partition("=")
            has_key = is_assigned and key.strip() in KEYS
            hint = f'write "{key.strip()}: {shortened(value.strip())}"' if has_key else ""
            found = f"found {quoted(line.content.strip())}"
            message = f'{found}, expected a header line "key: value"'
            faults.add(line.number, _column(line), message, hint)


def check_body_lines(lines: Sequence[Line], faults: Faults) -> set[str]:
    """Complain about lines of the body that are neither sections nor bars.

    Returns the keys of header lines that stand there.
    """
    stray_keys: set[str] = set()
    for line in lines:
        if line.kind is LineKind.HEADER:
            _refuse_header_line(line, faults)
            stray_keys.add(line.content.partition(":")[0].strip())
        elif line.kind is LineKind.UNKNOWN:
            found = f"found {quoted(line.content.strip())}"
            message = f'{found}, expected a lane such as "P1 kick |o---|"'
            faults.add(line.number, _column(line), message)
    return stray_keys


def _refuse_header_line(line: Line, faults: Faults) -> None:
    key, _, value = (part.strip() for part in line.content.partition(":"))
    hint = "move it up"
    if key in ("bpm", "meter"):
        hint = f'to change it here, write a lane "{key} |{shortened(value)}|"'
    elif "|" in value and _is_label(key):
        hint = f'write "{key}" without the colon'
    message = f"found {quoted(key + ':')} below the first section or bars"
    faults.add(line.number, _column(line), f"{message}, expected header lines above", hint)


def _is_label(text: str) -> bool:
    try:
        return bool(text and parse_label(text))
    except LabelError:
        return False


def _column(line: Line) -> int:
    return len(line.content) - len(line.content.lstrip()) + 1
