"""Bars over and over to a recording of the players' own, which was not played to a click."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from practice_rig import KICK, MS, PARTNER, SNARE, START_NS, RoundSounds, S, rounds_of
from sound_files import read_wav, write_wav

from game.app.files import folders
from game.app.play.loader import song_request
from game.app.play.setup import OwnRecording
from game.app.practice.rounds import Rounds
from game.audio.cycle import Cycle
from game.audio.mixer import Mixer
from game.audio.prepare import prepare
from game.audio.rate import FREQUENCY_HZ, frames_of
from game.audio.song import SongPlayer
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.timing.sound_map import SoundMap

# Song time 0 at 3 s of the file; the first bar 2 % slower than written, the second 1 % faster,
# and the rest 5 % slower.
BENT = SoundMap.of(
    [(0, 3_000_000), (2_000_000, 5_040_000), (4_000_000, 7_020_000), (8_000_000, 11_220_000)]
)
RECORDING = OwnRecording(Path("mine.wav"), BENT)
PLAN = Plan(Bars(1, 2))
NOTES_S = (2.0, 3.0, 4.0, 5.0)
NOTES_SOUND_US = (5_040_000, 6_030_000, 7_020_000, 8_070_000)
"""Where those notes are heard in the file."""

FROM_US, TO_US = 3_000_000, 9_120_000
"""Bar 1, to get ready in, and bars 2 and 3, in the file's own time."""

all_speeds = pytest.mark.parametrize("rate_pct", [60, 100, 120])
SEARCHED = 3_000
WITHIN_FRAMES = 96
"""2 ms."""


def note_ns(sound_us: int, rate_pct: int) -> int:
    """When a moment of the file is heard, if it begins at `START_NS` with the bar before."""
    return START_NS + (sound_us - FROM_US) * 1_000 * 100 // rate_pct


def run(rounds: Rounds, from_ns: int, to_ns: int) -> list[Pass]:
    """Look every 10 ms; returns the times round that ended."""
    played = (rounds.step(now_ns) for now_ns in range(from_ns, to_ns + 1, 10 * MS))
    return [each for each in played if each is not None]


@all_speeds
def test_the_stretch_of_the_file_in_which_the_bars_are_heard_goes_round(rate_pct: int) -> None:
    sound = RoundSounds()
    rounds = rounds_of(sound, replace(PLAN, rate_pct=rate_pct), recording=RECORDING)
    rounds.start(START_NS)
    # The sticks lie a quarter of the slow bar apart: 510 ms.
    sticks_us = (3_000_000, 3_510_000, 4_020_000, 4_530_000)
    assert sound.cycles == [(FROM_US, TO_US, sticks_us, rate_pct)]


@all_speeds
def test_notes_are_due_when_the_recording_has_them(rate_pct: int) -> None:
    rounds = rounds_of(RoundSounds(), replace(PLAN, rate_pct=rate_pct), recording=RECORDING)
    rounds.start(START_NS)
    assert abs(rounds.from_ns() - note_ns(NOTES_SOUND_US[0], rate_pct)) <= 10_000
    for at_us, binding in zip(NOTES_SOUND_US, (SNARE, KICK) * 2, strict=True):
        for each in (binding, PARTNER):
            rounds.session.press(each, note_ns(at_us, rate_pct), 100)
    (played,) = run(rounds, START_NS, note_ns(TO_US, rate_pct) + 400 * MS)
    assert [(each.hits, each.notes) for each in played.players] == [(4, 4), (4, 4)]
    assert all(abs(each.mean_error_us or 0) <= 2 for each in played.players)


@all_speeds
def test_the_next_time_round_begins_with_the_files_stretch_and_does_not_drift(
    rate_pct: int,
) -> None:
    rounds = rounds_of(RoundSounds(), replace(PLAN, rate_pct=rate_pct), recording=RECORDING)
    rounds.start(START_NS)
    first_ns = rounds.from_ns()
    round_ns = (TO_US - FROM_US) * 1_000 * 100 // rate_pct
    assert len(run(rounds, START_NS, START_NS + 10 * round_ns + S)) == 10
    assert abs(rounds.from_ns() - first_ns - 10 * round_ns) < 0.2 * MS


def test_a_song_that_waits_is_counted_in_whatever_the_recording_begins_with() -> None:
    sound = RoundSounds()
    plan = replace(PLAN, waits=True, metronome=True)
    rounds = rounds_of(sound, plan, recording=RECORDING)
    rounds.start(START_NS)
    run(rounds, START_NS, START_NS + 3 * S)
    # Four of the count-in, and the first of the bars, at which the song stands.
    assert (sound.cycles, sound.clicks) == ([], 5)
    assert rounds.session.song_us(START_NS + 3 * S) == 2_000_000


def test_a_song_that_waits_comes_round_in_its_own_tempo() -> None:
    rounds = rounds_of(RoundSounds(), replace(PLAN, waits=True), recording=RECORDING)
    rounds.start(START_NS)
    now_ns = START_NS + 3 * S
    run(rounds, START_NS, now_ns)
    for binding in (SNARE, KICK) * 2:
        for each in (binding, PARTNER):
            rounds.session.press(each, now_ns, 100)
            rounds.wait(now_ns)
        run(rounds, now_ns, now_ns + S)
        now_ns += S
    # The last bar ends a second after its last note, and the next run-in lasts two.
    assert len(run(rounds, now_ns, now_ns + 200 * MS)) == 1
    assert abs(rounds.from_ns() - now_ns - 2 * S) <= 10 * MS


@dataclass
class PlayedFile(RoundSounds):
    """The sound of a song's file, as far as what goes round is written."""

    player: SongPlayer | None = None
    cycle: Cycle | None = None

    def play_cycle(
        self, from_us: int, to_us: int, sticks_us: Iterable[int], rate_pct: int
    ) -> Cycle | None:
        assert self.player is not None
        self.cycle = self.player.play_cycle(from_us, to_us)
        return self.cycle


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch) -> Iterator[SongPlayer]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    mixer = Mixer.open()
    player = SongPlayer(mixer)
    yield player
    player.close()
    mixer.close()


def own_file(folder: Path) -> OwnRecording:
    """A recording with a rimshot where each note of bars 2 and 3 is heard."""
    frames = np.zeros(12 * FREQUENCY_HZ)
    ring = np.arange(240)
    for at_us in NOTES_SOUND_US:
        first = frames_of(at_us)
        frames[first : first + 240] = np.exp(-ring / 30) * np.sin(ring * 0.8) * 0.75
    return OwnRecording(write_wav(folder / "mine.wav", frames), BENT)


@all_speeds
def test_what_goes_round_has_each_note_where_it_is_due(
    rate_pct: int, player: SongPlayer, tmp_path: Path
) -> None:
    sound = PlayedFile(player=player)
    rounds = rounds_of(sound, replace(PLAN, rate_pct=rate_pct), recording=own_file(tmp_path))
    request = song_request(rounds.setup, song_gain=1.0, click_gain=1.0, metronome=False)
    player.load(prepare(request, tmp_path / "cache", folders.shipped() / "assets"))
    rounds.start(START_NS)
    assert sound.cycle is not None
    (written,) = (tmp_path / "cache").glob(f"*{os.getpid()}.wav")
    heard = np.abs(read_wav(written)[:, 0])
    assert len(heard) == sound.cycle.frames
    for note_s in NOTES_S:
        due_ns = at_ns(rounds, note_s)
        due = (due_ns - START_NS) * FREQUENCY_HZ // S
        loudest = int(heard[due - SEARCHED : due + SEARCHED].argmax()) - SEARCHED
        assert abs(loudest) <= WITHIN_FRAMES, note_s


def at_ns(rounds: Rounds, song_s: float) -> int:
    """When the rounds' own clock gets to a song second."""
    low, high = START_NS, START_NS + 20 * S
    while high - low > 1_000:
        middle = (low + high) // 2
        is_before = rounds.session.song_us(middle) < song_s * 1e6
        low, high = (middle, high) if is_before else (low, middle)
    return low
