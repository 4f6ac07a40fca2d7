"""A practice told by hand: a sound that writes down what it plays, and two players."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from helpers import chart

from game.app.play.setup import OwnRecording, PlaySetup, SeatSetup
from game.app.practice.rounds import Rounds
from game.app.settings.values import Settings
from game.app.sound.audio_output import NO_OUTPUT, AudioOutput
from game.audio.cycle import Cycle
from game.audio.rate import frames_of
from game.charts.pieces import Piece
from game.duet.practice.bars import Bars
from game.duet.practice.plan import Plan
from game.duet.sounding import Voice
from game.input.bindings import Binding

MS = 1_000_000
S = 1_000 * MS
START_NS = 100 * S

# Half a second a quarter: bars begin at 0, 2, 4 and 6 s.
FOUR_BARS = """
P1 snare |x---|x---|x---|x---|
P1 kick  |--o-|--o-|--o-|--o-|
P2 kick  |o-o-|o-o-|o-o-|o-o-|
"""

SNARE, KICK = Binding(1, "snare"), Binding(1, "kick")
PARTNER = Binding(2, "kick")


@dataclass
class RoundSounds:
    """Stands in for the sound."""

    cycles: list[tuple[int, int, tuple[int, ...], int]] = field(default_factory=list)
    struck: list[tuple[int, Piece]] = field(default_factory=list)
    clicks: int = 0
    stops: int = 0
    output: AudioOutput = NO_OUTPUT
    drum_lead_ns: int = 0

    def play_cycle(
        self, from_us: int, to_us: int, sticks_us: Iterable[int], rate_pct: int
    ) -> Cycle:
        self.cycles.append((from_us, to_us, tuple(sticks_us), rate_pct))
        return Cycle(from_us, frames_of(to_us - from_us, rate_pct), rate_pct)

    def position_us(self) -> None: ...

    def stop(self) -> None:
        self.stops += 1

    def click(self) -> None:
        self.clicks += 1

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        self.struck.append((player, voice.piece))


def rounds_of(
    sound: RoundSounds,
    plan: Plan | None = None,
    devices: tuple[str, str] = ("keyboard",) * 2,
    recording: OwnRecording | None = None,
) -> Rounds:
    """Bars 2 and 3 of four, unless the plan says otherwise."""
    seats = tuple(
        SeatSetup(player, f"P{player}", device, 5, "four", "standard")
        for player, device in zip((1, 2), devices, strict=True)
    )
    setup = PlaySetup(Path("song.duet"), chart(FOUR_BARS), seats, recording=recording)
    services = SimpleNamespace(settings=Settings(), sound=sound)
    return Rounds(services, setup, plan or Plan(Bars(1, 2)))  # type: ignore[arg-type]  # stands in


def host_ns(song_s: float, start_s: float = 0.0) -> int:
    """When a song second is reached, the run-in beginning at `start_s`."""
    return START_NS + round((song_s - start_s) * S)
