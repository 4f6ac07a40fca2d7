"""What comes out of the loudspeakers when two play: loudness, peaks, silences.

    PYTHONPATH=.:tests/e2e:tools python tests/bench/bench_mix.py [SONG...]

Two bots play each song whole, in real time, in the real program, on a sound server of its own
whose output is recorded. Needs pulseaudio (with parec) and Xvfb. Prints a table.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench_sound import log_of_whole_song, sound_server
from listen import longest_silence_s
from music.loudness import integrated_lufs, true_peak_db
from program import ROOT, Program
from x11 import xvfb

SONGS = ("two-kits", "dynamite", "golden", "lantern-shuffle", "arirang-road", "first-minute")
HEADINGS = ("song", "LUFS", "peak", "true peak dB", "clipped", "longest silence")
_FULL_SCALE = 32_767
_AUDIBLE = 0.01


def main() -> None:
    sys.stdout.write("  ".join(HEADINGS) + "\n")
    for song in sys.argv[1:] or SONGS:
        pcm = played(song)
        sys.stdout.write("  ".join(measures(song, pcm)) + "\n")
        sys.stdout.flush()


def played(song: str) -> npt.NDArray[np.int16]:
    """A whole play by two bots who hit within 5 ms, as the server heard it."""
    chart = ROOT / "charts" / song / f"{song}.duet"
    with tempfile.TemporaryDirectory() as home, sound_server(home), xvfb(1280, 720) as screen:
        raw = Path(home) / "heard.raw"
        variables = {"SDL_AUDIODRIVER": "pulseaudio", "XDG_RUNTIME_DIR": home}
        with raw.open("wb") as file:
            recorder = subprocess.Popen(
                ("parec", "--format=s16le", "--rate=48000", "--channels=2",
                 "--device=@DEFAULT_MONITOR@"),
                stdout=file, env={**variables, "HOME": home, "PATH": "/usr/bin:/bin"},
            )  # fmt: skip
            program = Program.start(
                Path(home), screen.display, "play", str(chart), "--p1", "bot:0,5", "--p2",
                "bot:0,5", "--quit-at-end", variables=variables,
            )  # fmt: skip
            log_of_whole_song(program, screen.display)
            recorder.terminate()
            recorder.wait()
        return np.fromfile(raw, np.int16).reshape(-1, 2)


def measures(song: str, pcm: npt.NDArray[np.int16]) -> tuple[str, ...]:
    """One row of the table; loudness over what sounds, silence between the first and last sound."""
    frames = pcm.astype(np.float64) / 32_768
    sounding = np.flatnonzero(np.abs(frames).max(axis=1) > _AUDIBLE)
    heard = frames[sounding[0] : sounding[-1]]
    return (
        song,
        f"{integrated_lufs(heard):.2f}",
        f"{np.abs(frames).max():.3f}",
        f"{true_peak_db(frames):.2f}",
        str(int((np.abs(pcm.astype(np.int32)) >= _FULL_SCALE).sum())),
        f"{longest_silence_s(heard.mean(axis=1)):.2f} s",
    )


if __name__ == "__main__":
    main()
