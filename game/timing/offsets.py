"""Which offsets hold for a player here and now: kept calibrations, and what stands in for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from game.timing.calibration import refinement_us

_BLUETOOTH_WORDS = ("bluetooth", "bluez", "a2dp", "hands-free", "handsfree", "airpods", "earbuds")


class Kind(StrEnum):
    """What a player tapped along with."""

    SOUND = "sound"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Setup:
    """What an offset depends on besides the person."""

    device: str
    """What is tapped on: `keyboard`, or a MIDI device's name."""

    audio_device: str
    buffer_frames: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """The result of one player's test, as it is kept."""

    player: int
    setup: Setup
    kind: Kind
    median_us: int
    """How late the taps came; early is negative."""

    uncertainty_us: int
    robust_sd_us: int
    taps: int
    date: date
    refined_us: int = 0
    """How far the hits of songs have moved it since."""

    songs: int = 0
    """How many songs did."""

    @property
    def offset_us(self) -> int:
        """What is taken out of the player's hits."""
        return self.median_us + self.refined_us


@dataclass(frozen=True, slots=True)
class Offsets:
    """The offsets of one player."""

    input_us: int
    """Taken out of the player's hits. It holds the sound's way out as well."""

    visual_us: int
    """How much later than the hits the picture is drawn, so that it agrees with the sound."""

    is_measured: bool = False
    """Whether the player has tapped to sound here; else something stands in for it."""


def offsets_of(
    calibrations: Sequence[Calibration], player: int, setup: Setup, audio_offset_us: int
) -> Offsets:
    """The offsets of a player.

    Args:
        audio_offset_us: how late the sound is taken to arrive where nobody has tapped.
    """
    sound = find(calibrations, player, setup, Kind.SOUND)
    picture = find(calibrations, player, setup, Kind.PICTURE)
    input_us = sound.offset_us if sound else audio_offset_us
    visual_us = sound.median_us - picture.median_us if sound and picture else audio_offset_us
    return Offsets(input_us, visual_us, is_measured=sound is not None)


def common_visual_us(offsets: Iterable[Offsets], audio_offset_us: int) -> int:
    """One picture for all players: the middle of what each of them would have."""
    own = [each.visual_us for each in offsets]
    return sum(own) // len(own) if own else audio_offset_us


def find(
    calibrations: Sequence[Calibration], player: int, setup: Setup, kind: Kind
) -> Calibration | None:
    """The test that holds here, the one with this very buffer first.

    Another buffer shifts the sound by some milliseconds: better than nothing known. Another audio
    device may shift it by any amount. The picture does not depend on either.
    """
    mine = [
        each
        for each in calibrations
        if each.player == player and each.kind is kind and each.setup.device == setup.device
    ]
    same_device = [each for each in mine if each.setup.audio_device == setup.audio_device]
    same_setup = [each for each in same_device if each.setup == setup]
    fitting = same_setup or same_device or (mine if kind is Kind.PICTURE else [])
    return max(fitting, key=lambda each: each.date, default=None)


def is_outdated(calibrations: Sequence[Calibration], player: int, setup: Setup) -> bool:
    """Whether the player has tapped to sound before, but on another audio device or buffer."""
    sound = [
        each
        for each in calibrations
        if each.player == player and each.kind is Kind.SOUND and each.setup.device == setup.device
    ]
    return bool(sound) and all(each.setup != setup for each in sound)


def with_test(calibrations: Sequence[Calibration], new: Calibration) -> tuple[Calibration, ...]:
    """The calibrations with a new one in the place of the one that it repeats."""
    kept = [each for each in calibrations if _key(each) != _key(new)]
    return (*kept, new)


def without_test(
    calibrations: Sequence[Calibration], player: int, device: str
) -> tuple[Calibration, ...]:
    """The calibrations without any of this player and device."""
    return tuple(
        each for each in calibrations if (each.player, each.setup.device) != (player, device)
    )


def refined(calibration: Calibration, hits_us: Sequence[int]) -> Calibration | None:
    """The calibration after a song; None if the song had too few hits or they agree with it.

    Args:
        hits_us: hit - note of all timed hits, in real time, the offset taken out.
    """
    moved_us = refinement_us(hits_us)
    if not moved_us:
        return None
    return replace(
        calibration,
        refined_us=calibration.refined_us + moved_us,
        songs=calibration.songs + 1,
    )


def as_tested(calibration: Calibration) -> Calibration:
    """The calibration as the test left it, without what songs have done to it."""
    return replace(calibration, refined_us=0, songs=0)


def is_bluetooth(*names: str) -> bool:
    """Whether the name of an audio device tells that the sound goes through the air, and late."""
    text = " ".join(names).lower()
    return any(word in text for word in _BLUETOOTH_WORDS)


def _key(calibration: Calibration) -> tuple[int, Setup, Kind]:
    return calibration.player, calibration.setup, calibration.kind
