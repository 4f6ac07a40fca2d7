"""The screens of the players' own recordings: a folder with all that can lie in one, alignments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from menu_rig import SilentSound, press, services_in
from song_shelf import JAPANESE, KOREAN, song

from game.alignment.result import Confidence
from game.alignment.waveform import Waveform, waveform_of
from game.app.recordings.recording import FileFacts, Recording, song_key
from game.app.screens.alignment import AlignmentScreen
from game.app.screens.files import FilesScreen
from game.app.screens.menu import Menu
from game.app.services import Services
from game.app.sound.audio_output import AudioOutput
from game.audio.request import PreparedSong
from game.audio.survey import Survey
from game.charts.model import Chart
from game.timing.sound_map import SoundMap

RATE_HZ = 48_000
LONG_FILE = f"{KOREAN[:40]} {JAPANESE[:40]}.mp3"


def song_chart(title: str = "Ash", recording: str = "") -> Chart:
    """Forty seconds at 120 in five sections; bar 3 begins at 4 s."""
    shown = song(title, header=f"recording: {recording}\nlength: 40" if recording else "")
    return shown.read()


class Player(SilentSound):
    """A sound whose position can be set."""

    def __init__(self) -> None:
        super().__init__()
        self.output = AudioOutput("pulseaudio", "Speakers", 256, RATE_HZ, is_silent=False)
        self.played: list[tuple[int, tuple[int, ...]]] = []
        self.position: int | None = None

    def load_song(self, song: PreparedSong) -> None:
        """Takes any."""

    def play(self, from_us: int, sticks_us: Iterable[int] = (), rate_pct: int = 100) -> int:
        self.played.append((from_us, tuple(sticks_us)))
        self.position = from_us
        return from_us

    def stop(self) -> None:
        self.position = None

    def position_us(self) -> int | None:
        return self.position


@cache
def waveform(length_s: int = 70) -> Waveform:
    at_s = np.arange(length_s * RATE_HZ, dtype=np.float32) / RATE_HZ
    return waveform_of(np.sin(at_s * 900) * (0.2 + 0.8 * np.exp(-(at_s % 0.5) * 8)))


def recording(file: Path, chart: Chart, confidence: str = "sure") -> Recording:
    """A file made on the spot, with bar 1 at 3 s."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"ID3 and so on")
    pins = SoundMap.of([(0, 3_000_000), (8_000_000, 11_040_000)])
    return Recording(FileFacts.of(file), song_key(chart), chart.meta.title, 1, pins, confidence)


def services_with_music(folder: Path, *names: str, used_for: Chart | None = None) -> Services:
    """Services that open the file list in a folder with these files."""
    services = services_in(folder)
    services.sound = Player()  # type: ignore[assignment]  # stands in for it
    kept = recording(folder / "music" / "first.mp3", used_for or song_chart("Another"))
    services.recordings.use(kept)
    for name in names:
        (folder / "music" / name).write_bytes(b"" if "empty" in name else b"ID3 and so on")
    return services


def files(folder: Path, *names: str, used: bool = False, keys: tuple[str, ...] = ()) -> FilesScreen:
    chart = song_chart()
    services = services_with_music(folder, *names, used_for=chart if used else None)
    screen = FilesScreen(services, Path("ash/song.duet"), chart)
    screen.enter()
    press(screen, *keys)
    return screen


def alignment(
    folder: Path,
    *keys: str,
    name: str = "mine.mp3",
    confidence: Confidence = Confidence.SURE,
    pins: tuple[tuple[int, int], ...] = ((0, 3_000_000), (8_000_000, 11_024_000)),
    title: str = "Ash",
    length_s: int = 70,
    others_us: tuple[int, ...] = (),
) -> AlignmentScreen:
    chart = song_chart(title, recording="Somebody's")
    services = services_with_music(folder, name)
    shape = waveform(length_s)
    prepared = PreparedSong(folder / "mine.wav", 0, length_s * RATE_HZ, 100)
    survey = Survey(prepared, shape, shape.length_us, pins, confidence, others_us)
    file = FileFacts.of(folder / "music" / name)
    screen = AlignmentScreen(services, chart, file, survey)
    screen.enter()
    press(screen, *keys)
    return screen


def _playing(folder: Path) -> AlignmentScreen:
    screen = alignment(folder, "SPACE")
    screen.services.sound.position = 4_700_000  # type: ignore[attr-defined]  # the test's own
    return screen


OTHERS = ("empty.mp3", "golden.m4a", "film.webm", "song.wma")
MANY = (LONG_FILE, *OTHERS, "a.ogg", "b.ogg", "c.ogg", "d.ogg")

RECORDING_SCENES: Mapping[str, Callable[[Path], Menu]] = {
    "files": lambda folder: files(folder, "one.ogg", "two.flac"),
    "files, full": lambda folder: files(folder, *MANY, used=True),
    "files, one that is of no use": lambda folder: files(folder, *MANY, keys=("END", "UP")),
    "files, an empty one": lambda folder: files(folder, "empty.mp3", keys=("HOME", "DOWN")),
    "alignment": alignment,
    "alignment, playing": _playing,
    "alignment, moved": lambda folder: alignment(folder, "LEFT", "TAB", "ESCAPE"),
    "alignment, another place": lambda folder: alignment(
        folder, "O", confidence=Confidence.UNSURE, others_us=(19_000_000, 3_500_000)
    ),
    "alignment, tapping": lambda folder: alignment(folder, "PAGEDOWN", "T"),
    "alignment, far away": lambda folder: alignment(folder, *["DOWN"] * 9),
    "alignment, near": lambda folder: alignment(folder, *["UP"] * 9),
    "alignment, long": lambda folder: alignment(
        folder, name=LONG_FILE, title=KOREAN, confidence=Confidence.UNSURE, length_s=20
    ),
}
