"""Getting a play's sound ready in a thread, while the screen shows how far it is."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pygame

from game.app.play.setup import PlaySetup
from game.audio.levels import SONG_LUFS, SONG_PEAK
from game.audio.prepare import PrepareCancelledError, prepare
from game.audio.request import PreparedSong, SongRequest
from game.audio.ticks import Tick, TickKind
from game.charts.compile import compile_timeline
from game.charts.count_in import count_in_us
from game.errors import AudioError

_log = logging.getLogger(__name__)

_READY_US = 1_000_000
_SHORTEST_LEAD_IN_US = 2_500_000
_LONGEST_TAIL_US = 8_000_000


def song_request(
    setup: PlaySetup, *, song_gain: float, click_gain: float, metronome: bool
) -> SongRequest:
    """What is to be heard under a play: the song, the count-in, and a metronome if wanted.

    A chart whose audio is not there is played to the metronome. All times are those of the sound:
    of a player's recording what is needed from the lead-in on.
    """
    chart = setup.chart
    audio = setup.audio_path
    sticks_us = count_in_us(chart)
    ticks = [Tick(at_us, TickKind.STICKS) for at_us in sticks_us]
    timeline = compile_timeline(chart, setup.seats[0].player)
    if metronome or audio is None:
        bar_lines_us = {bar.at_us for bar in timeline.bars}
        ticks += [
            Tick(pulse.at_us, TickKind.ACCENT if pulse.at_us in bar_lines_us else TickKind.BEAT)
            for pulse in timeline.pulses
        ]
    sound_map = setup.sound_map
    return SongRequest(
        audio=audio,
        end_us=sound_map.sound_us(timeline.end_us),
        offset_us=setup.offset_us,
        lead_in_us=max(0, -sound_map.sound_us(-_lead_in_us(setup))),
        rate_pct=setup.rate_pct,
        ticks=tuple(replace(tick, at_us=sound_map.sound_us(tick.at_us)) for tick in ticks),
        song_gain=song_gain,
        song_lufs=SONG_LUFS,
        peak=SONG_PEAK,
        click_gain=click_gain,
    )


def play_span_us(setup: PlaySetup, song: PreparedSong) -> tuple[int, int]:
    """The song times at which a play with this sound begins and ends.

    What a recording has before the lead-in is skipped, and so is what goes on long after the end.
    """
    if setup.from_us is not None:
        return max(song.start_us, setup.from_us), song.end_us
    if setup.recording is None:
        return song.start_us, song.end_us
    sound_map = setup.sound_map
    end_us = compile_timeline(setup.chart, setup.seats[0].player).end_us
    return (
        max(sound_map.song_us(song.start_us), -_lead_in_us(setup)),
        min(sound_map.song_us(song.end_us), end_us + _LONGEST_TAIL_US),
    )


def _lead_in_us(setup: PlaySetup) -> int:
    counted_us = -min(count_in_us(setup.chart), default=0)
    return max(_SHORTEST_LEAD_IN_US, counted_us + _READY_US)


class PlayLoader:
    """One preparation. Whoever waits asks `is_done`; an SDL event ends the loop's wait."""

    def __init__(self, request: SongRequest, cache_folder: Path, assets: Path) -> None:
        self.request = request
        self.progress = 0.0
        self.song: PreparedSong | None = None
        self.fault: AudioError | None = None
        self.is_done = False
        self._cancelled = Event()
        self._thread = Thread(
            target=self._run, args=(cache_folder, assets), name="song", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Give up; returns when nothing of it is left."""
        self._cancelled.set()
        self._thread.join()

    def _run(self, cache_folder: Path, assets: Path) -> None:
        try:
            self.song = prepare(
                self.request,
                cache_folder,
                assets,
                progress=self._follow,
                is_cancelled=self._cancelled.is_set,
            )
        except PrepareCancelledError:
            return
        except AudioError as error:
            self.fault = error
        except Exception as error:
            # Whoever waits must not wait for ever, whatever went wrong in here.
            _log.exception("the song was not prepared")
            found = f"{type(error).__name__}: {error}"
            path = self.request.audio or cache_folder
            self.fault = AudioError(path, "", found, "a song that can be prepared")
        self.is_done = True
        pygame.event.post(pygame.Event(pygame.USEREVENT))

    def _follow(self, done: float) -> None:
        self.progress = done
