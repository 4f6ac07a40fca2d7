"""The process in which recordings are aligned: `python -m game.audio.survey_worker`.

Standard input is a `SurveyRequest` as JSON; standard output is one JSON object a line, as
`game.audio.worker` says them, the last one with the survey.
"""

from __future__ import annotations

import json
import sys
import wave
from base64 import b64encode
from pathlib import Path
from typing import Any

import numpy as np

from game.alignment.align import align
from game.alignment.envelope import Signal
from game.alignment.pattern import Pattern
from game.alignment.reference import OwnMusic
from game.alignment.result import Alignment, Refusal
from game.alignment.waveform import waveform_of
from game.audio.decode import decode
from game.audio.pcm import Pcm
from game.audio.worker import as_json, say
from game.errors import AudioError

_READ, _HEARD = 0.2, 0.5
_FULL_SCALE = np.float32(32_768)


def main() -> int:
    asked = json.load(sys.stdin)
    try:
        mono = _wav(Path(asked["prepared"]))
        say({"progress": _READ})
        music = _own_music(asked["music"], asked["music_offset_us"])
        say({"progress": _HEARD})
        found = align(mono, Pattern.from_json(asked["pattern"]), music)
    except AudioError as error:
        say({"error": as_json(error)})
    except MemoryError:
        fault = AudioError(Path(asked["prepared"]), "", "more sound than fits", "a song")
        say({"error": as_json(fault)})
    else:
        say({"done": True, **_result(mono, found)})
    return 0


def _result(mono: Signal, found: Alignment | Refusal) -> dict[str, Any]:
    waveform = waveform_of(mono)
    told: dict[str, Any] = {
        "length_us": waveform.length_us,
        "levels": [b64encode(level).decode("ascii") for level in waveform.levels],
    }
    if isinstance(found, Refusal):
        return told | {"refusal": found.value}
    return told | {
        "pins": found.pins,
        "confidence": found.confidence.value,
        "others_us": found.others_us,
    }


def _own_music(path: str | None, offset_us: int) -> OwnMusic | None:
    """The game's own music is a help, and can be done without."""
    if path is None:
        return None
    try:
        return OwnMusic(_mono(decode(Path(path))), offset_us)
    except AudioError:
        return None


def _wav(path: Path) -> Signal:
    try:
        with wave.open(str(path), "rb") as file:
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise AudioError(path, "", f"no song ({error})", "the prepared song") from error
    return _mono(np.frombuffer(data, "<i2").reshape(-1, 2))


def _mono(pcm: Pcm) -> Signal:
    """The mean of both sides."""
    mono: Signal = pcm.mean(axis=1, dtype=np.float32) / _FULL_SCALE
    return mono


if __name__ == "__main__":
    sys.exit(main())
