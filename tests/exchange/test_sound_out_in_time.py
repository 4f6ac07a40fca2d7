"""The exported sound of a whole song against what went into it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from game.app.files.folders import shipped
from game.audio.decode import decode
from game.audio.pcm import Frames, to_frames
from game.audio.rate import FREQUENCY_HZ
from game.charts.document import Document
from game.exchange.sound_out import mixed

TWO_KITS = shipped() / "charts" / "two-kits"
ASSETS = shipped() / "assets"
MS_FRAMES = FREQUENCY_HZ // 1_000
HEARD_FRAMES = 30 * FREQUENCY_HZ
FARTHEST_FRAMES = FREQUENCY_HZ // 5
"""Less than a beat: from beat to beat music is like itself."""


def mono(frames: Frames) -> NDArray[np.float32]:
    return frames[:HEARD_FRAMES].mean(axis=1)


def lag_frames(mix: Frames, own: Frames) -> int:
    """By how much later a sound is heard in a mix than it has it itself, to the frame."""
    size = 2 * HEARD_FRAMES
    spectrum = np.fft.rfft(mono(mix), size) * np.conj(np.fft.rfft(mono(own), size))
    likeness = np.fft.irfft(spectrum, size)
    lags = range(-FARTHEST_FRAMES, FARTHEST_FRAMES + 1)
    return max(lags, key=lambda lag: likeness[lag])


@pytest.fixture(scope="module")
def export() -> Frames:
    chart = Document.read(TWO_KITS / "two-kits.duet").chart()
    return mixed(chart, TWO_KITS / "two-kits.ogg", ASSETS)


def test_the_backing_is_heard_where_its_file_has_it(export: Frames) -> None:
    backing = to_frames(decode(TWO_KITS / "two-kits.ogg"))
    assert abs(lag_frames(export, backing)) <= MS_FRAMES


def test_the_drums_are_heard_where_the_chart_has_them(export: Frames) -> None:
    chart = Document.read(TWO_KITS / "two-kits.duet").chart()
    start = int(chart.meta.offset_s * FREQUENCY_HZ)
    drums = mixed(chart, None, ASSETS)
    assert abs(lag_frames(export[start:], drums)) <= MS_FRAMES


def test_a_backing_that_is_late_is_found_late(export: Frames) -> None:
    # The measure itself: 3 ms is told as 3 ms.
    late = np.concatenate([np.zeros((3 * MS_FRAMES, 2), np.float32), export])
    assert lag_frames(late, export) == 3 * MS_FRAMES
