"""What is asked of the song's preparation, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from game.audio.rate import MAX_RATE_PCT, MIN_RATE_PCT, song_us_of
from game.audio.ticks import Tick, TickKind


@dataclass(frozen=True, slots=True)
class SongRequest:
    """One song at one speed, with its count-in. Equal requests give the same file.

    All times are song time in microseconds; song time 0 is the start of the first bar.
    """

    audio: Path | None
    """The song; None for a chart without audio, which gets silence and its ticks."""

    end_us: int
    """The end of the chart's last bar. The file lasts at least that long."""

    offset_us: int = 0
    """Microsecond of the audio at song time 0; may be negative."""

    lead_in_us: int = 2_000_000
    """How long before song time 0 the file starts, or earlier if the audio does."""

    rate_pct: int = 100
    """Practice speed, 40 to 150; the pitch is kept."""

    ticks: tuple[Tick, ...] = ()
    """Count-in sticks and metronome."""

    song_gain: float = 1.0
    """See `Levels.song_gain`."""

    song_lufs: float | None = None
    """The loudness to which the song is brought before that gain; None leaves it as it is."""

    peak: float = 1.0
    """Song and ticks are limited to it."""

    click_gain: float = 1.0
    """See `Levels.click_gain`."""

    def __post_init__(self) -> None:
        if not MIN_RATE_PCT <= self.rate_pct <= MAX_RATE_PCT:
            raise ValueError(f"rate_pct is {self.rate_pct}, not {MIN_RATE_PCT} to {MAX_RATE_PCT}")

    @property
    def start_us(self) -> int:
        """Song time of the file's first frame."""
        audio_start_us = -self.offset_us if self.audio else 0
        return min(-self.lead_in_us, audio_start_us)

    def as_json(self) -> dict[str, Any]:
        """The request in plain values; `from_json` reads it back."""
        return asdict(self) | {"audio": str(self.audio) if self.audio else None}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> SongRequest:
        ticks = tuple(Tick(tick["at_us"], TickKind(tick["kind"])) for tick in plain["ticks"])
        audio = Path(plain["audio"]) if plain["audio"] else None
        return cls(**{**plain, "audio": audio, "ticks": ticks})


@dataclass(frozen=True, slots=True)
class PreparedSong:
    """A WAV in the cache folder, ready to be played from its path."""

    path: Path
    start_us: int
    """Song time of its first frame."""

    frames: int
    rate_pct: int

    @property
    def length_us(self) -> int:
        """How much song time it holds."""
        return song_us_of(self.frames, self.rate_pct)

    @property
    def end_us(self) -> int:
        """Song time at which it ends."""
        return self.start_us + self.length_us
