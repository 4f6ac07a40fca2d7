"""Which MIDI service is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.input.midi.apis import VARIABLE, Api, run_of, usable_api


@pytest.mark.parametrize(
    ("platform", "api"), [("win32", Api.WINDOWS), ("darwin", Api.CORE), ("wasi", None)]
)
def test_other_systems_have_one_each(platform, api):
    assert usable_api(platform, {}) is api


@pytest.mark.parametrize(
    ("has_alsa", "has_jack", "variables", "api"),
    [
        (True, True, {}, Api.ALSA),
        (False, True, {}, Api.JACK),
        (True, True, {VARIABLE: "jack"}, Api.JACK),
        (True, False, {VARIABLE: "jack"}, None),
        (False, True, {"JACK_DEFAULT_SERVER": "other"}, None),
        (False, False, {}, None),
    ],
)
def test_linux_is_asked_only_for_what_is_there(tmp_path, has_alsa, has_jack, variables, api):
    sequencer = tmp_path / "seq"
    if has_alsa:
        sequencer.touch()
    if has_jack:
        (tmp_path / "jack_default_1000_0").touch()
    assert usable_api("linux", variables, sequencer, Path(tmp_path)) is api


def test_a_service_that_is_started_anew_is_another_run(tmp_path):
    socket = tmp_path / "jack_default_1000_0"
    runs = []
    for mtime_s in (1, 1, 2):
        socket.touch()
        os.utime(socket, (mtime_s, mtime_s))
        runs.append(run_of(Api.JACK, {}, tmp_path))
    assert runs[0] == runs[1] != runs[2]
    assert run_of(Api.ALSA, {}, tmp_path) == run_of(Api.JACK, {}, tmp_path / "gone") == ()
