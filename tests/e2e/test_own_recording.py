"""A recording of the players' own: chosen with real keys, aligned, saved, and played to."""

from __future__ import annotations

import json
import wave
from pathlib import Path
from time import sleep

import numpy as np
import pytest
from program import Program
from x11 import Hands, Screen
from xdnd import drop_file

from game.charts.document import Document

RATE_HZ = 48_000
LEAD_S, SPEED = 3.217, 1.0035
"""Where bar 1 lies in the recording, and how much longer than written it lasts."""

CHART = """#duet 1
title: Quokka
bpm: 120
recording: Quokka, by whoever plays it

== One ==
P1 rim |x---x---x---x---|x--x--x-x-------|x-x-----x-x---x-|x---------------|
P2 kick|o-------o-------|%               |%               |%               |

== Two ==
P1 rim |x--x--x---x-----|x---x-x-x---x-x-|x---------x-x-x-|x-x-x-x-x-------|
P2 kick|o---o---o---o---|o-------o-------|o---o---o---o---|o---------------|
"""

pytestmark = pytest.mark.x11


def write_recording(path: Path, chart_path: Path) -> None:
    """Blips where the first player's notes are, in the recording's own time."""
    chart = Document.read(chart_path).chart()
    blip = np.sin(np.arange(1_200) * 2 * np.pi * 2_000 / RATE_HZ) * np.exp(-np.arange(1_200) / 300)
    frames = np.zeros(24 * RATE_HZ)
    for note in chart.parts[0].notes:
        at = round((LEAD_S + chart.tempo_map.us(note.beat) / 1e6 * SPEED) * RATE_HZ)
        frames[at : at + len(blip)] += 0.7 * blip
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(np.rint(frames * 32_767).astype("<i2").tobytes())


def finish_through_pauses(program: Program, hands: Hands) -> int | None:
    """A machine that is busy elsewhere pauses the play: go on as often as it does."""
    pauses = 0
    for _ in range(240):
        if program.process.poll() is not None:
            break
        sleep(0.5)
        if program.log().count("screen: PauseScreen") > pauses:
            pauses += 1
            hands.press("Return")
    return program.process.poll()


def song_list_at_quokka(program: Program, hands: Hands) -> None:
    program.wait_for_log("screen: TitleScreen")
    program.wait_for_log("first frame")
    hands.press("Return")
    program.wait_for_log("screen: SongsScreen")
    sleep(1)
    for key in "quokka":
        hands.press(key)


def test_a_recording_is_chosen_aligned_saved_and_played_to(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    songs, music = tmp_path / "data" / "drum-duet" / "songs" / "quokka", tmp_path / "Music"
    songs.mkdir(parents=True)
    music.mkdir()
    (songs / "quokka.duet").write_text(CHART)
    (music / "cannot.m4a").write_bytes(b"\0\0\0\x20ftypM4A ")
    write_recording(music / "mine.wav", songs / "quokka.duet")
    before = (music / "mine.wav").read_bytes()

    program = Program.start(tmp_path, screen.display)
    song_list_at_quokka(program, hands)
    hands.press("F2")
    program.wait_for_log("screen: FilesScreen")
    for key in ("Down", "Return"):
        hands.press(key)
    program.wait_for_log("screen: AlignmentScreen")
    sleep(0.5)
    screen.screenshot(shots / "alignment.png")
    hands.press("Return")
    program.wait_for_log("(?s)AlignmentScreen.*screen: SongsScreen")
    program.process.terminate()
    program.output()

    (record,) = json.loads((tmp_path / "data/drum-duet/recordings.json").read_text())["recordings"]
    assert record["pins"][0] == [0, pytest.approx(LEAD_S * 1e6, abs=10_000)]
    end_us, heard_us = record["pins"][-1]
    assert heard_us == pytest.approx(LEAD_S * 1e6 + end_us * SPEED, abs=10_000)
    assert (music / "mine.wav").read_bytes() == before

    replay = tmp_path / "replay.json"
    words = ["play", str(songs / "quokka.duet"), "--p1", "bot", "--p2", "bot"]
    again = Program.start(
        tmp_path, screen.display, *words, "--replay", str(replay), "--quit-at-end"
    )
    assert finish_through_pauses(again, hands) == 0, again.output()
    result = json.loads(replay.read_text(encoding="utf-8"))["result"]
    assert [player["miss"] for player in result["players"]] == [0, 0]


def test_a_recording_is_dropped_on_the_window_and_one_that_is_none_is_explained(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    songs = tmp_path / "data" / "drum-duet" / "songs" / "quokka"
    songs.mkdir(parents=True)
    (songs / "quokka.duet").write_text(CHART)
    letter, broken = tmp_path / "a letter.mp3", tmp_path / "broken.mp3"
    letter.write_text("Dear drummers, this is no sound at all.\n" * 200)
    broken.write_bytes(bytes(8_000))
    mine = tmp_path / "구월 % mine.wav"
    write_recording(mine, songs / "quokka.duet")

    program = Program.start(tmp_path, screen.display)
    song_list_at_quokka(program, hands)
    drop_file(screen.display, "Drum Duet", letter)
    sleep(1)
    screen.screenshot(shots / "dropped_letter.png")
    assert "AligningScreen" not in program.log()
    drop_file(screen.display, "Drum Duet", broken)
    program.wait_for_log("the recording was not aligned")
    sleep(1)
    screen.screenshot(shots / "dropped_broken.png")
    assert "AlignmentScreen" not in program.log()
    hands.press("Escape")
    program.wait_for_log("(?s)AligningScreen.*screen: SongsScreen")
    drop_file(screen.display, "Drum Duet", mine)
    program.wait_for_log("screen: AlignmentScreen")
    hands.press("Return")
    program.wait_for_log("(?s)AlignmentScreen.*screen: SongsScreen")
    program.process.terminate()
    program.output()
    (record,) = json.loads((tmp_path / "data/drum-duet/recordings.json").read_text())["recordings"]
    assert record["path"] == str(mine)
