"""What becomes of an alignment: where the song lies, how sure that is, where else it may lie."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """Why a recording cannot be aligned."""

    SILENT = "silent"
    TOO_SHORT = "too_short"


class Confidence(StrEnum):
    """How sure an alignment is."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where the song lies in the recording."""

    pins: tuple[tuple[int, int], ...]
    """(song us, recording us), both rising; two or more. Between them, and beyond, straight lines.
    """

    margin: float
    """How far this place stands out from the second best, 0 to 1."""

    agreement: float
    """The share of the song that is heard where it should be, 0 to 1."""

    confidence: Confidence
    others_us: tuple[int, ...] = ()
    """Where else bar 1 may be, the likeliest first."""
