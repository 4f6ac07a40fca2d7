"""What was played between the start and the stop of a recording."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from game.app.jam.grid import Grid
from game.app.kits.struck_pads import WAIT_NS
from game.charts.pieces import Piece
from game.input.raw_hit import KEYBOARD


@dataclass(frozen=True, slots=True)
class JamHit:
    """One stroke, at the time that its device gave it."""

    host_ns: int
    player: int
    piece: Piece
    is_open: bool = False
    velocity: int = 100
    device: str = KEYBOARD
    """`KEYBOARD`, or `midi:` and the name of a kit."""


@dataclass(slots=True)
class Take:
    """All strokes of a recording, and the grid that went with it."""

    start_ns: int
    grid: Grid
    hits: list[JamHit] = field(default_factory=list)
    """By `host_ns`."""

    def count(self, player: int) -> int:
        """How many strokes are a player's."""
        return sum(hit.player == player for hit in self.hits)


class Recorder:
    """Starts and stops takes. A pad's soft hit comes up to 12 ms after its own time: a take that
    was stopped waits for it."""

    def __init__(self) -> None:
        self.take: Take | None = None
        self._stop_ns: int | None = None

    @property
    def is_recording(self) -> bool:
        """Whether strokes are still taken up; not while a stopped take waits for late ones."""
        return self.take is not None and self._stop_ns is None

    def start(self, now_ns: int, grid: Grid) -> None:
        """Begin a take; none is open."""
        self.take, self._stop_ns = Take(now_ns, grid), None

    def add(self, hit: JamHit) -> None:
        """Take a stroke up, if it was struck while recording."""
        take = self.take
        if take is None or hit.host_ns < take.start_ns:
            return
        if self._stop_ns is None or hit.host_ns <= self._stop_ns:
            insort(take.hits, hit, key=lambda each: each.host_ns)

    def stop(self, now_ns: int) -> None:
        """Take up nothing that is struck from now on."""
        if self.is_recording:
            self._stop_ns = now_ns

    def due_ns(self) -> int | None:
        """When a stopped take is complete."""
        return None if self._stop_ns is None else self._stop_ns + WAIT_NS

    def finished(self, now_ns: int) -> Take | None:
        """A stopped take that is complete; it is given once."""
        due_ns = self.due_ns()
        return self.taken() if due_ns is not None and now_ns >= due_ns else None

    def taken(self) -> Take | None:
        """The take as it is, if there is one; it is given once."""
        take, self.take, self._stop_ns = self.take, None, None
        return take
