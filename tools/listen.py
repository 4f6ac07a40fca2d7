"""Listens to the backings by measurement: loudness, peaks, joins, and where the bar lines lie.

    python tools/listen.py [SONG...]

Without an argument: every song in charts/ that has its own music.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402
from music.loudness import integrated_lufs, true_peak_db  # noqa: E402
from music.onsets import deviations_ms  # noqa: E402

from game.audio.decode import decode  # noqa: E402
from game.audio.pcm import to_frames  # noqa: E402
from game.audio.rate import FREQUENCY_HZ  # noqa: E402
from game.charts.document import Document  # noqa: E402

HEADINGS = ("song", "LUFS", "true peak dB", "clipped", "longest silence", "biggest step", "bars")
_BLOCK_FRAMES = FREQUENCY_HZ // 20
_SILENCE = 10 ** (-55 / 20)
_FULL_SCALE = 32_767


def main() -> int:
    """Print a table of all songs; returns the exit status."""
    songs = sys.argv[1:] or sorted(path.stem for path in (ROOT / "charts").glob("*/*.ogg"))
    rows = [HEADINGS, *(measures(ROOT / "charts" / song / f"{song}.ogg") for song in songs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
    return 0


def measures(audio: Path) -> tuple[str, ...]:
    """One row of the table; silences and steps count from bar 1 to the last bar line."""
    pcm = decode(audio)
    frames = to_frames(pcm).astype(np.float64)
    mono = frames.mean(axis=1)
    chart = Document.read(audio.with_suffix(".duet")).chart()
    offset_s = float(chart.meta.offset_s)
    bars_s = [offset_s + chart.tempo_map.us(bar.beat) / 1e6 for bar in chart.bars]
    song = mono[round(bars_s[0] * FREQUENCY_HZ) : round(bars_s[-1] * FREQUENCY_HZ)]
    low, middle, high = np.percentile(deviations_ms(mono, FREQUENCY_HZ, bars_s), (10, 50, 90))
    return (
        audio.stem,
        f"{integrated_lufs(frames):.2f}",
        f"{true_peak_db(frames):.2f}",
        str(int((np.abs(pcm.astype(np.int32)) >= _FULL_SCALE).sum())),
        f"{longest_silence_s(song):.2f} s",
        f"{np.abs(np.diff(song)).max():.2f}",
        f"{middle:+.1f} ms ({low:+.1f} to {high:+.1f})",
    )


def longest_silence_s(mono: npt.NDArray[np.float64]) -> float:
    """The longest time that stays below -55 dB, in steps of 50 ms."""
    blocks = mono[: len(mono) // _BLOCK_FRAMES * _BLOCK_FRAMES].reshape(-1, _BLOCK_FRAMES)
    is_silent = np.sqrt((blocks**2).mean(axis=1)) < _SILENCE
    longest = run = 0
    for silent in is_silent:
        run = run + 1 if silent else 0
        longest = max(longest, run)
    return longest * _BLOCK_FRAMES / FREQUENCY_HZ


if __name__ == "__main__":
    sys.exit(main())
