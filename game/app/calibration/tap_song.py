"""The song of the timing tests: even beats, for both players, long enough for the loosest hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.app.calibration.taps import devices_of
from game.app.play.loader import PlayLoader, song_request
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.services import Services
from game.app.settings.values import Settings
from game.charts.document import Document
from game.charts.model import FULL_LEVEL, PLAYERS
from game.timing.calibration import BEAT_US, MOST_TAPS

BEATS = MOST_TAPS + 16
_BEATS_IN_A_BAR = 4
_BPM = 60_000_000 // BEAT_US
_FORGIVING = "relaxed"

_BARS = "\n\n".join(["P1 snare |xxxx|\nP2 snare |xxxx|"] * (BEATS // _BEATS_IN_A_BAR))
_TEXT = f"#duet 1\ntitle: Timing\nbpm: {_BPM}\nmeter: {_BEATS_IN_A_BAR}/4\n\n{_BARS}\n"


def tap_setup(settings: Settings, names: Sequence[str], kits: Sequence[str] = ()) -> PlaySetup:
    """A play of nothing but beats, with both players at the kits that are there, or at the keys."""
    document = Document.parse(_TEXT)
    devices = devices_of(kits)
    seats = tuple(
        SeatSetup(
            player,
            name,
            devices[player],
            FULL_LEVEL,
            settings.player(player).layout,
            _FORGIVING,
        )
        for player, name in zip(PLAYERS, names, strict=True)
    )
    return PlaySetup(Path(document.path), document.chart(), seats)


def tap_loader(services: Services, setup: PlaySetup) -> PlayLoader:
    """Begins to get the beats' sound ready."""
    request = song_request(
        setup, song_gain=0.0, click_gain=services.sound.levels.click_gain, metronome=True
    )
    assets = services.shipped / "assets"
    return PlayLoader(request, services.folders.prepared_songs, assets)
