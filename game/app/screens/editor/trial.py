"""A play out of the editor: from the cursor on, and back to it; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Change, Pop
from game.app.screens.play import PlayScreen
from game.app.services import Services
from game.audio.request import PreparedSong
from game.charts.model import FULL_LEVEL, PLAYERS, Chart
from game.input.raw_hit import KEYBOARD
from game.timing.units import Beats

_RUNWAY_US = 2_000_000
"""Before the first note."""


class TrialScreen(PlayScreen):
    """Ends where it would pause, and where the song ends."""

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        song: PreparedSong,
        rescue: Callable[[], Path | None],
    ) -> None:
        """`rescue` saves the editor's work after a crash."""
        super().__init__(services, setup, song)
        self._rescue_work = rescue

    def _pause(self, now_ns: int, reason_key: str = "") -> Change:
        self._session.pause(now_ns)
        return Pop()

    def _finish(self) -> Change:
        return Pop()

    def _rescue(self) -> Path | None:
        return self._rescue_work()


def trial_setup(path: Path, chart: Chart, from_beat: Beats, rate_pct: int) -> PlaySetup:
    """Both players at the keyboard, with everything from a beat on."""
    parts = tuple(
        replace(
            part, notes=tuple(note for note in part.notes if note.beat >= from_beat), overrides={}
        )
        for part in chart.parts
    )
    seats = tuple(
        SeatSetup(player, f"P{player}", KEYBOARD, FULL_LEVEL, "four", "standard")
        for player in PLAYERS
    )
    return PlaySetup(
        path,
        replace(chart, parts=parts),
        seats,
        rate_pct,
        from_us=chart.tempo_map.us(from_beat) - _RUNWAY_US,
    )
