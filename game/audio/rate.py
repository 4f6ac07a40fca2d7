"""The mixer's rate, and what song time is in frames: whole numbers only."""

from __future__ import annotations

FREQUENCY_HZ = 48_000
CHANNELS = 2

MIN_RATE_PCT = 40
MAX_RATE_PCT = 150


def frames_of(song_us: int, rate_pct: int = 100) -> int:
    """How many frames a stretch of song time lasts at a practice speed, to the nearest one."""
    divisor = 1_000_000 * rate_pct
    return (song_us * FREQUENCY_HZ * 100 + divisor // 2) // divisor


def song_us_of(frames: int, rate_pct: int = 100) -> int:
    """How much song time passes in that many frames, to the nearest microsecond."""
    divisor = FREQUENCY_HZ * 100
    return (frames * 1_000_000 * rate_pct + divisor // 2) // divisor
