"""What a play is made of: the song, and who plays it how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.charts.model import Chart


@dataclass(frozen=True, slots=True)
class SeatSetup:
    """One player of a play."""

    player: int
    name: str
    device: str
    """`keyboard`, or a bot as the command line writes it: `bot`, `bot:0,14`."""

    level: int
    layout: str
    rules: str

    @property
    def is_bot(self) -> bool:
        return self.device.split(":")[0] == "bot"


@dataclass(frozen=True, slots=True)
class PlaySetup:
    """A play, ready to be prepared."""

    path: Path
    """The chart's file."""

    chart: Chart
    seats: tuple[SeatSetup, ...]
    rate_pct: int = 100
    seed: int = 1
    """For bots."""

    replay_path: Path | None = None
    """Where the replay goes; None: the player's replay folder."""

    quit_at_end: bool = False

    @property
    def audio_path(self) -> Path | None:
        """The song's sound file, if the chart names one that is there."""
        if self.chart.meta.audio is None:
            return None
        audio = self.path.parent / self.chart.meta.audio
        return audio if audio.is_file() else None
