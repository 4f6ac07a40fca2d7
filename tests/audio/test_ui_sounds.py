"""The interface's drums."""

import numpy as np
import pytest
from disk_recording import ASSETS, record

from game.audio.samples import Samples
from game.audio.ui_sounds import UiSounds


@pytest.mark.parametrize("action", ["move", "choose", "back"])
def test_each_action_has_a_voice(mixer, action) -> None:
    getattr(UiSounds(mixer, Samples.load(ASSETS)), action)()
    assert len(mixer.ui_voices.sounding()) == 1


def test_the_interface_is_softer_than_the_same_drum_in_play(tmp_path) -> None:
    mixed, said = record(
        """
from game.audio.drums import DrumKit
from game.audio.samples import Samples
from game.audio.ui_sounds import UiSounds
from game.charts.pieces import Piece
samples = Samples.load(ASSETS)
UiSounds(mixer, samples).choose(); recorder.wait(48000); print(recorder.frames())
DrumKit(mixer, samples).strike(1, Piece.SNARE); recorder.wait(24000)
""",
        tmp_path,
    )
    second = int(said)
    assert 0 < np.abs(mixed[:second]).max() < np.abs(mixed[second:]).max()
