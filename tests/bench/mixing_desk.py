"""A play's whole sound without a device: the game's own song file, drums, voices and peak budget.

Only SDL's part is stood in for: channels whose sounds and gains start with the next buffer, and
the sum of all. So a whole song is mixed in seconds, the same each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import numpy.typing as npt
import pygame

from game.app.play.loader import song_request
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.settings.values import Volumes
from game.app.sound.sound import levels_of
from game.audio.drums import DrumKit
from game.audio.pcm import to_frames
from game.audio.peak_budget import PeakBudget
from game.audio.prepare import prepare
from game.audio.rate import FREQUENCY_HZ, frames_of
from game.audio.request import PreparedSong
from game.audio.samples import Samples
from game.audio.voices import Voices
from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.duet import Duet
from game.duet.seat import Seat
from game.duet.simulate import play_bots
from game.duet.sounding import Sounding
from game.judge.rules import RULES

Mix = npt.NDArray[np.float32]
"""Frames x 2, full scale ±1; what would be clipped is beyond."""

BUFFER_FRAMES = 256
_VOICES = 20
_NS_PER_S = 1_000_000_000


@dataclass
class Desk:
    """Adds up what its channels play; its clock is told the time."""

    mix: Mix
    frame: int = 0
    """Now."""

    def now_ns(self) -> int:
        return self.frame * _NS_PER_S // FREQUENCY_HZ

    @property
    def next_buffer(self) -> int:
        """The frame at which what is asked for now takes effect."""
        return -(-self.frame // BUFFER_FRAMES) * BUFFER_FRAMES


@dataclass
class Channel:
    """What `Voices` and `PeakBudget` ask of a channel of pygame's."""

    desk: Desk
    _frames: Mix | None = None
    _start: int = 0
    _end: int = 0
    _gains: list[tuple[int, float, float]] = field(default_factory=list)
    _fade: tuple[int, int] | None = None

    def get_busy(self) -> bool:
        return self._frames is not None and self.desk.frame < self._end

    def set_volume(self, left: float, right: float) -> None:
        # The mixer keeps a gain in steps of 1/255.
        self._gains.append((self.desk.next_buffer, int(left * 255) / 255, int(right * 255) / 255))

    def play(self, sound: pygame.mixer.Sound) -> None:
        asked = self._gains[-1]
        self.settle()
        self._gains = [asked]
        self._frames = to_frames(pygame.sndarray.samples(sound))
        self._start = self.desk.next_buffer
        self._end = self._start + len(self._frames)

    def fadeout(self, fade_ms: int) -> None:
        start = self.desk.next_buffer
        self._end = min(self._end, start + fade_ms * FREQUENCY_HZ // 1000)
        self._fade = self._fade or (start, self._end)

    def stop(self) -> None:
        self._end = min(self._end, self.desk.next_buffer)
        self.settle()

    def settle(self) -> None:
        """Add what this channel has played to the mix."""
        end = min(self._end, len(self.desk.mix))
        if self._frames is not None and end > self._start:
            part = self._frames[: end - self._start].copy()
            for index, (frame, *gains) in enumerate(self._gains):
                first = max(0, frame - self._start)
                following = self._gains[index + 1 :]
                last = max(first, following[0][0] - self._start) if following else len(part)
                part[first:last] *= np.array(gains, np.float32)
            if self._fade is not None:
                at = np.arange(self._start, end)
                part *= np.interp(at, self._fade, (1, 0)).astype(np.float32)[:, np.newaxis]
            self.desk.mix[self._start : end] += part
        self._frames, self._fade = None, None
        self._gains = self._gains[-1:]


def mixed_play(chart_path: Path, assets: Path, cache: Path, spread_ms: float = 5) -> Mix:
    """Two bots play a song whole, at level 5, all faders full."""
    setup = _setup(chart_path)
    levels = levels_of(Volumes())
    request = song_request(
        setup, song_gain=levels.song_gain, click_gain=levels.click_gain, metronome=False
    )
    song = prepare(request, cache, assets)
    desk = Desk(_song_frames(song))
    channels = [Channel(desk) for _ in range(2 * _VOICES)]
    budget = PeakBudget(slack_ms=BUFFER_FRAMES * 1000 / FREQUENCY_HZ, now_ns=desk.now_ns)
    voices = {1: Voices(channels[:_VOICES], budget), 2: Voices(channels[_VOICES:], budget)}
    kit = DrumKit(SimpleNamespace(drum_voices=voices), Samples.load(assets), levels)
    timelines = [
        compile_timeline(setup.chart, seat.player, seat.level, seat.layout) for seat in setup.seats
    ]
    sounding = {timeline.player: Sounding(timeline) for timeline in timelines}
    seats = [Seat(timeline, RULES["standard"], calibrated=True) for timeline in timelines]
    bots = [Bot(seat, BotSpec.parse(f"bot:0,{spread_ms}"), 1) for seat in seats]
    for event in play_bots(Duet(seats), bots, None):
        desk.frame = frames_of(event.at_us - song.start_us)
        voice = sounding[event.player].voice(event.lane, event.at_us)
        kit.strike(
            event.player,
            voice.piece,
            event.velocity,
            open=voice.open,
            accent=voice.accent,
            ghost=voice.ghost,
        )
    for channel in channels:
        channel.settle()
    return desk.mix


def _setup(path: Path) -> PlaySetup:
    seats = tuple(
        SeatSetup(player, f"P{player}", "bot", 5, "four", "standard") for player in (1, 2)
    )
    return PlaySetup(path, Document.read(path).chart(), seats)


def _song_frames(song: PreparedSong) -> Mix:
    import wave

    with wave.open(str(song.path), "rb") as file:
        return to_frames(
            np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)
        ).copy()
