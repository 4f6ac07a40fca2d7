"""What is heard by measurement: silences are found where they are."""

from __future__ import annotations

import numpy as np
import pytest
from listen import longest_silence_s

from game.audio.rate import FREQUENCY_HZ


def tone(length_s: float) -> np.ndarray:
    return 0.3 * np.sin(np.arange(round(length_s * FREQUENCY_HZ)) / 20)


@pytest.mark.parametrize("silence_s", [0.0, 0.2, 1.5])
def test_the_longest_silence_is_measured(silence_s: float) -> None:
    silences = [np.zeros(round(length_s * FREQUENCY_HZ)) for length_s in (silence_s, silence_s / 2)]
    song = np.concatenate([tone(1), silences[0], tone(1), silences[1], tone(1)])
    assert longest_silence_s(song) == pytest.approx(silence_s, abs=0.051)
