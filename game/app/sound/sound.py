"""All that sounds, as screens ask for it; silent until opened, so that the picture is first.

The audio room, and numpy with it, is imported when the sound is opened: after the first frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from game.app.settings.values import Volumes
from game.app.sound.audio_output import NO_OUTPUT, AudioOutput, output_of
from game.audio.levels import Levels
from game.charts.pieces import Piece
from game.duet.sounding import Voice
from game.errors import AudioError

if TYPE_CHECKING:
    from game.audio.click import Click
    from game.audio.cycle import Cycle
    from game.audio.drums import DrumKit
    from game.audio.mixer import Message, Mixer
    from game.audio.pcm import Frames
    from game.audio.preview import Preview
    from game.audio.request import PreparedSong
    from game.audio.song import SongPlayer
    from game.audio.ui_sounds import UiSounds

_NS_PER_MS = 1_000_000


class Sound:
    """The mixer and everything that plays through it."""

    def __init__(self, assets: Path, volumes: Volumes) -> None:
        self._assets = assets
        self._levels = levels_of(volumes)
        self._mixer: Mixer | None = None
        self._song: SongPlayer | None = None
        self._preview: Preview | None = None
        self._kit: DrumKit | None = None
        self._ui: UiSounds | None = None
        self._click: Click | None = None
        self._loading: Thread | None = None
        self.wanted_frames = 0
        """The buffer that was asked for when the device was opened."""

    def open(
        self, tell_missing: Callable[[Path], None] | None = None, *, buffer_frames: int = 256
    ) -> Message | None:
        """Open the device and load the drums in a thread; returns what the players should know.

        A device that is open is closed before, with everything that sounds.

        Args:
            tell_missing: called in that thread for every sample that cannot be loaded.
            buffer_frames: the buffer to try first; the shorter, the sooner a drum answers.
        """
        from game.audio.mixer import Mixer
        from game.audio.preview import Preview
        from game.audio.song import SongPlayer

        self.close()
        self.wanted_frames = buffer_frames
        self._mixer = Mixer.open(buffer_frames)
        self._song = SongPlayer(self._mixer)
        self._preview = Preview(self._mixer)
        self._apply_levels()
        self._loading = Thread(
            target=self._load, args=(tell_missing,), name="drum samples", daemon=True
        )
        self._loading.start()
        return self._mixer.message

    def wait_until_loaded(self) -> None:
        """Return when the drums can sound: at once, usually."""
        if self._loading is not None:
            self._loading.join()

    def close(self) -> None:
        """Fall silent and give the device back."""
        self.wait_until_loaded()
        if self._song is not None:
            self._song.close()
        # Their sounds end with the mixer.
        self._song = self._preview = self._kit = self._ui = self._click = None
        if self._mixer is not None:
            self._mixer.close()
            self._mixer = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard on this machine."""
        return self._mixer is None or self._mixer.is_silent

    @property
    def driver(self) -> str:
        """What plays the sound, for the record."""
        return self._mixer.driver if self._mixer else "none"

    @property
    def output(self) -> AudioOutput:
        """What the sound goes through, named as the system names it now."""
        return output_of(self._mixer) if self._mixer else NO_OUTPUT

    @property
    def drum_lead_ns(self) -> int:
        """How far before the song's position a drum lies that is struck now, on average.

        It begins with the buffer that is mixed next, while the position runs on from the start of
        that buffer until it is mixed: half a buffer. The position is whole milliseconds, cut off.
        """
        if self._mixer is None or self._mixer.is_silent:
            return 0
        return max(0, round(self._mixer.buffer_ms * _NS_PER_MS / 2) - _NS_PER_MS // 2)

    @property
    def levels(self) -> Levels:
        return self._levels

    def set_volumes(self, volumes: Volumes) -> None:
        """Follow the faders; a song that is already prepared keeps its balance."""
        self._levels = levels_of(volumes)
        self._apply_levels()

    def move(self) -> None:
        if self._ui:
            self._ui.move()

    def choose(self) -> None:
        if self._ui:
            self._ui.choose()

    def back(self) -> None:
        if self._ui:
            self._ui.back()

    def click(self) -> None:
        """One stroke of the sticks."""
        if self._click:
            self._click.sticks()

    def tick(self, accent: bool = False) -> None:
        """One tick of the metronome."""
        if self._click:
            self._click.beat(accent)

    def strike(
        self,
        player: int,
        piece: Piece,
        velocity: int = 100,
        *,
        open: bool = False,
        accent: bool = False,
        ghost: bool = False,
    ) -> None:
        """Sound one drum of a player now."""
        if self._kit:
            self._kit.strike(player, piece, velocity, open=open, accent=accent, ghost=ghost)

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        """Sound what a press in play sounds."""
        self.strike(
            player,
            voice.piece,
            velocity,
            open=voice.open,
            accent=voice.accent,
            ghost=voice.ghost,
        )

    def preview(self, path: Path, from_s: float) -> AudioError | None:
        """Let a song be heard from one of its seconds; returns why it cannot be."""
        if self._preview:
            try:
                self._preview.play(path, from_s)
            except AudioError as error:
                self._preview.stop_now()
                return error
        return None

    def stop_preview(self) -> None:
        if self._preview:
            self._preview.stop()

    def load_song(self, song: PreparedSong) -> None:
        """Take a song to be played.

        Raises:
            AudioError: its file is gone or broken.
        """
        if self._song:
            self._song.hush()
            self._song.load(song)

    def play(self, from_us: int, sticks_us: Iterable[int] = (), rate_pct: int = 100) -> int | None:
        """Play the song from a song time, with sticks at these times over it.

        Returns:
            The song time at which it did start; None if nothing plays.

        Raises:
            AudioError: the song's file is gone.
        """
        if self._song is None:
            return None
        self._song.hush()
        count_in = self._count_in(from_us, sticks_us, rate_pct)
        return self._song.play(from_us, alongside=count_in, is_soft=True)

    def play_cycle(
        self, from_us: int, to_us: int, sticks_us: Iterable[int] = (), rate_pct: int = 100
    ) -> Cycle | None:
        """Play a part of the song over and over, each time with sticks at these song times.

        Returns:
            What is played over and over; None if nothing plays.

        Raises:
            AudioError: the song's file is gone, or the part cannot be written.
        """
        if self._song is None:
            return None
        self._song.hush()
        count_in = self._count_in(from_us, sticks_us, rate_pct)
        return self._song.play_cycle(from_us, to_us, alongside=count_in)

    def stop(self) -> None:
        """Silence the song and a count-in over it, without a crack."""
        if self._song:
            self._song.hush()
        if self._click:
            self._click.stop()

    def position_us(self) -> int | None:
        """Song time that the mixer has got to; None where nothing plays or nothing is heard."""
        return self._song.position_us() if self._song and not self.is_silent else None

    def _count_in(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> Frames | None:
        if self._click is None:
            return None
        from game.audio.ticks import Tick, TickKind

        ticks = [Tick(at_us, TickKind.STICKS) for at_us in sticks_us]
        return self._click.count_in(ticks, from_us, rate_pct)

    def _load(self, tell_missing: Callable[[Path], None] | None) -> None:
        from game.audio.click import Click
        from game.audio.drums import DrumKit
        from game.audio.samples import Samples
        from game.audio.ui_sounds import UiSounds

        assert self._mixer is not None
        samples = Samples.load(self._assets)
        self._kit = DrumKit(self._mixer, samples)
        self._ui = UiSounds(self._mixer, samples)
        self._click = Click(self._mixer, samples)
        self._apply_levels()
        if tell_missing is not None:
            for path in samples.missing:
                tell_missing(path)

    def _apply_levels(self) -> None:
        for voice in (self._preview, self._kit, self._ui, self._click):
            if voice is not None:
                voice.levels = self._levels
        if self._song is not None:
            self._song.set_volume(self._levels.master_gain)


def levels_of(volumes: Volumes) -> Levels:
    """The mixer's faders as the settings have them."""
    return Levels(
        master=volumes.master_pct,
        music=volumes.music_pct,
        p1=volumes.p1_pct,
        p2=volumes.p2_pct,
        click=volumes.click_pct,
        ui=volumes.interface_pct,
    )
