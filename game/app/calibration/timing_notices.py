"""What the players are told about their timing without having asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.app.calibration.refinement import Moved, Untested, refine
from game.app.play.offsets import setup_of
from game.app.play.setup import SeatSetup
from game.app.screens.timing_texts import TimingTexts
from game.app.services import Services
from game.charts.model import PLAYERS
from game.input.raw_hit import KEYBOARD
from game.timing.offsets import is_outdated

_US_PER_MS = 1_000


def of_sound(services: Services) -> Iterator[str]:
    """When the sound has been opened: that it is wireless, or goes another way than it did."""
    output = services.sound.output
    if output.is_silent:
        return
    setup = setup_of(output, KEYBOARD)
    calibrations = services.settings.calibrations
    if any(is_outdated(calibrations, player, setup) for player in PLAYERS):
        yield services.strings("calibration.outdated", device=output.device)
    elif output.is_bluetooth and not calibrations:
        yield services.strings("calibration.wireless", device=output.device)


def after_song(
    services: Services, seats: Sequence[SeatSetup], hits_us: Mapping[int, Sequence[int]]
) -> Iterator[str]:
    """Let a song refine the offsets, and say so."""
    settings, news = refine(services.settings, services.sound.output, seats, hits_us)
    if settings != services.settings:
        fault = services.store.save(settings)
        if fault is not None:
            yield str(fault)
    names = {seat.player: seat.name for seat in seats}
    texts = TimingTexts(services.strings)
    for each in news:
        name = names[each.player] or services.strings(f"common.p{each.player}")
        if isinstance(each, Moved):
            if abs(each.by_us) >= _US_PER_MS:
                yield services.strings(
                    "calibration.refined", name=name, offset=texts.offset(each.by_us)
                )
        elif isinstance(each, Untested):
            yield services.strings(
                "calibration.uncalibrated", name=name, offset=texts.offset(each.median_us)
            )
