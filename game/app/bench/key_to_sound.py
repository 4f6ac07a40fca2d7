"""From a press to its drum: the mixer writes into a file, which is searched for each drum's start.

SDL's disk driver mixes buffer by buffer, at the pace of a sound card. A quiet hum plays as the song
does: its position at the press is compared with the place beside it where the drum then begins.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from random import Random
from time import sleep

from game.app.bench.figure import Figure, Figures, middle, not_measured

_NAMES = ("key_to_sound_median", "key_to_sound_worst")
_HUM = 3
"""The value of every sample of the hum; a drum is whatever differs from it."""

_HZ = 48_000
_GAP_S = (0.06, 0.1)
_TAIL_S = 0.1
_SEARCHED_FRAMES = 4_800


def measure(hits: int) -> Figures:
    """That many hits, drum after drum, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="drum-duet-bench-") as folder:
        raw = Path(folder) / "mixed.raw"
        variables = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw)}
        run = subprocess.run(
            [sys.executable, "-m", "game.app.bench.key_to_sound", folder, str(hits)],
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            return not_measured(_NAMES, "ms", "no sound could be written to a file")
        played = json.loads(run.stdout)
        ahead_ms = _ahead_ms(raw, played["positions_ms"])
    buffer_ms = 1_000 * played["buffer_frames"] / _HZ
    # The position has run on since the last buffer was mixed; the next one is due when it has run
    # on by a whole buffer. That much is left.
    waits_ms = [buffer_ms + each for each in ahead_ms]
    buffer = f"a buffer of {buffer_ms:.1f} ms"
    note = f"{len(waits_ms)} hits of all drums until they are mixed, to 1 ms, with {buffer}"
    return {
        "key_to_sound_median": Figure(middle(waits_ms), "ms", note),
        "key_to_sound_worst": Figure(max(waits_ms), "ms", note),
    }


def main(arguments: list[str]) -> int:
    """Strike and note where the hum was; prints what `measure` needs."""
    import pygame  # noqa: PLC0415 - only where it sounds

    from game.app.files.folders import shipped  # noqa: PLC0415
    from game.audio.drums import DrumKit  # noqa: PLC0415
    from game.audio.mixer import Mixer  # noqa: PLC0415
    from game.audio.samples import KIT  # noqa: PLC0415

    folder, hits = Path(arguments[0]), int(arguments[1])
    mixer = Mixer.open()
    if mixer.driver != "disk":
        return 1
    kit = DrumKit.load(mixer, shipped() / "assets")
    pygame.mixer.music.load(str(_hum(folder / "hum.wav", hits * max(_GAP_S) * 2 + 2)))
    pygame.mixer.music.play()
    random, pieces, positions_ms = Random(1), tuple(KIT), []
    for hit in range(hits):
        mixer.stop()
        sleep(random.uniform(*_GAP_S))
        positions_ms.append(pygame.mixer.music.get_pos())
        kit.strike(1 + hit % 2, pieces[hit % len(pieces)])
        sleep(_TAIL_S)
    mixer.close()
    found = {"positions_ms": positions_ms, "buffer_frames": mixer.buffer_frames}
    sys.stdout.write(json.dumps(found))
    return 0


def _hum(path: Path, length_s: float) -> Path:
    sample = _HUM.to_bytes(2, "little")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(_HZ)
        file.writeframes(sample * 2 * round(length_s * _HZ))
    return path


def _ahead_ms(raw: Path, positions_ms: list[int]) -> list[float]:
    """How far ahead of the hum's position at each press its drum begins."""
    import numpy as np  # noqa: PLC0415

    mixed = np.fromfile(raw, np.int16).reshape(-1, 2)
    hum_from = int(np.flatnonzero(mixed.any(axis=1))[0])
    differs = (mixed[hum_from:] != mixed[hum_from]).any(axis=1)
    ahead_ms = []
    for position_ms in positions_ms:
        # A position runs on until the next buffer is mixed, so it may be one buffer ahead.
        start = max(0, position_ms * _HZ // 1_000 - _HZ // 100)
        heard = np.flatnonzero(differs[start : start + _SEARCHED_FRAMES])
        frame = start + (int(heard[0]) if len(heard) else _SEARCHED_FRAMES)
        ahead_ms.append(frame * 1_000 / _HZ - position_ms)
    return ahead_ms


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
