"""FluidSynth and oggenc: from a MIDI file to samples, from samples to an OGG file."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]
"""Shape (frames, 2), full scale ±1."""

RATE_HZ = 48_000
SOUNDFONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
LATENCY_FRAMES = 192
"""How late FluidSynth begins a note (4 ms): it looks at its events once a block, and the samples
begin a little before their attack. Measured where bass and electric piano come out of silence.
"""

OGG_SERIAL = 114
"""A fixed stream number: without one, each encoding of the same sound differs."""

_SETTINGS = {
    "synth.polyphony": "512",
    "synth.cpu-cores": "1",
    "synth.reverb.room-size": "0.55",
    "synth.reverb.damp": "0.35",
    "synth.reverb.width": "0.8",
    "synth.reverb.level": "0.55",
    "synth.chorus.level": "0.8",
}


class MissingToolError(RuntimeError):
    """A program or file without which nothing can be rendered."""


def require_tools(soundfont: Path = SOUNDFONT) -> None:
    """Say in one sentence everything that is missing here.

    Raises:
        MissingToolError: names the programs and files, and how Debian and Ubuntu call them.
    """
    missing = []
    if shutil.which("fluidsynth") is None:
        missing.append("the program fluidsynth (apt-get install fluidsynth)")
    if shutil.which("oggenc") is None:
        missing.append("the program oggenc (apt-get install vorbis-tools)")
    if not soundfont.is_file():
        missing.append(f"the soundfont {soundfont} (apt-get install fluid-soundfont-gm)")
    if missing:
        raise MissingToolError("cannot render: missing " + ", ".join(missing))


def play_midi(midi: Path, soundfont: Path = SOUNDFONT, gain: float = 0.35) -> Samples:
    """Render a MIDI file as fast as the machine can; the same file gives the same samples."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "out.raw"
        settings = [part for key, value in _SETTINGS.items() for part in ("-o", f"{key}={value}")]
        output = ["-T", "raw", "-O", "float", "-E", "little", "-F", str(raw)]
        rate = ["-r", str(RATE_HZ), "-g", str(gain)]
        _run(["fluidsynth", "-n", "-i", "-q", *settings, *rate, *output, str(soundfont), str(midi)])
        played = np.fromfile(raw, dtype="<f4").astype(np.float64).reshape(-1, 2)
        return played[LATENCY_FRAMES:]


def write_ogg(path: Path, samples: Samples, quality: float, comments: Sequence[str] = ()) -> None:
    """Encode 16-bit samples as Ogg Vorbis; `comments` are `KEY=value` tags."""
    pcm = np.round(np.clip(samples, -1, 1) * 32767).astype("<i2")
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "in.raw"
        raw.write_bytes(pcm.tobytes())
        tags = [part for comment in comments for part in ("-c", comment)]
        form = ["-r", "-B", "16", "-C", "2", "-R", str(RATE_HZ), "-s", str(OGG_SERIAL)]
        _run(["oggenc", "-Q", *form, "-q", str(quality), *tags, "-o", str(path), str(raw)])


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise MissingToolError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
