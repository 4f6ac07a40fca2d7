"""A play told by hand: what is pressed when, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from helpers import chart

from game.app.play.session import PlaySession
from game.app.play.setup import OwnRecording, PlaySetup, SeatSetup
from game.charts.model import Chart
from game.charts.pieces import Piece
from game.duet.sounding import Voice
from game.input.bindings import Binding
from game.judge.verdict import Grade
from game.timing.sound_map import AS_WRITTEN, SoundMap

MS = 1_000_000
S = 1_000 * MS
START_NS = 100 * S
LEAD_IN_US = 3_000_000

# Half a second a quarter.
QUARTERS = """
P1 snare |x---|x---|x---|x---|
P1 kick  |--o-|--o-|--o-|--o-|
P2 kick  |o-o-|o-o-|o-o-|o-o-|
"""


@dataclass
class FakeSound:
    """Notes what it was asked to sound; its position can be set."""

    played: list[tuple[int, tuple[int, ...], int]] = field(default_factory=list)
    struck: list[tuple[int, Piece, int]] = field(default_factory=list)
    stops: int = 0
    position: int | None = None

    def play(self, from_us: int, sticks_us: tuple[int, ...], rate_pct: int) -> None:
        self.played.append((from_us, tuple(sticks_us), rate_pct))

    def stop(self) -> None:
        self.stops += 1

    def position_us(self) -> int | None:
        return self.position

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        self.struck.append((player, voice.piece, velocity))


@pytest.fixture
def sound() -> FakeSound:
    return FakeSound()


def session(
    sound: FakeSound,
    *,
    song: Chart | None = None,
    devices: tuple[str, str] = ("keyboard", "keyboard"),
    offset_ms: tuple[int, int] = (0, 0),
    rate_pct: int = 100,
    sound_map: SoundMap = AS_WRITTEN,
    drum_lead_ns: int = 0,
) -> PlaySession:
    """A play that starts three seconds before song time 0."""
    seats = tuple(
        SeatSetup(player, f"P{player}", device, 5, "four", "standard")
        for player, device in zip((1, 2), devices, strict=True)
    )
    recording = OwnRecording(Path("mine.mp3"), sound_map) if sound_map.pins else None
    setup = PlaySetup(
        Path("song.duet"), song or chart(QUARTERS), seats, rate_pct, recording=recording
    )
    play = PlaySession(
        setup,
        sound,
        sound,
        start_us=-LEAD_IN_US,
        end_us=9_000_000,
        offset_ns={player: ms * MS for player, ms in zip((1, 2), offset_ms, strict=True)},
    )
    play.drum_lead_ns = drum_lead_ns
    return play


def host_ns(song_s: float) -> int:
    """When a song second is reached by a play that nothing has held up."""
    return START_NS + round((song_s + LEAD_IN_US / 1e6) * S)


SNARE = Binding(1, "snare")
KICK_2 = Binding(2, "kick")


def test_a_press_is_judged_at_its_own_time_however_late_it_is_handled(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.step(host_ns(0.012))
    play.press(SNARE, host_ns(0.003), 100)
    ((player, verdict),) = play.step(host_ns(0.040))
    assert (player, verdict.grade, verdict.offset_us) == (1, Grade.PERFECT, 3_000)
    assert play.duet.clamped == 0


def test_the_song_starts_with_the_clock(sound: FakeSound) -> None:
    play = session(sound, rate_pct=75)
    play.start(START_NS)
    assert sound.played == [(-LEAD_IN_US, (), 75)]
    assert play.song_us(START_NS + 4 * S) == 0
    assert play.song_zero_ns() == START_NS + 4 * S


# Bar 1 at 20 s of the recording, which lasts 1 % longer than written.
SLOWER = SoundMap.of([(0, 20_000_000), (100_000_000, 121_000_000)])


def test_to_a_recording_the_notes_move_and_the_sound_is_played_as_it_is(sound: FakeSound) -> None:
    play = session(sound, sound_map=SLOWER)
    play.start(START_NS)
    # Three seconds of song before bar 1 are 3.03 of the recording.
    assert sound.played == [(16_970_000, (), 100)]
    assert play.song_zero_ns() == START_NS + 3_030 * MS
    assert play.song_us(START_NS + 4_040 * MS) == 1_000_000
    play.press(SNARE, START_NS + 3_040 * MS, 100)
    verdicts = play.step(START_NS + 3_100 * MS)
    assert {verdict.offset_us for player, verdict in verdicts if player == 1} == {9_901}


def test_after_a_pause_the_sticks_lie_on_the_recordings_own_beats(sound: FakeSound) -> None:
    play = session(sound, sound_map=SLOWER)
    play.start(START_NS)
    play.pause(START_NS + 9_000 * MS)
    play.start(START_NS + 20 * S)
    from_us, sticks_us, _ = sound.played[-1]
    # 5.91 s of song had passed: it goes on from the third bar line, at 4 s of song.
    assert from_us == 24_040_000
    assert sticks_us == (24_040_000, 24_545_000, 25_050_000, 25_555_000)


def test_the_device_is_followed_in_the_recordings_own_time(sound: FakeSound) -> None:
    play = session(sound, sound_map=SLOWER)
    play.start(START_NS)
    for frame in range(240):
        now_ns = START_NS + frame * S // 60
        sound.position = 16_970_000 + (now_ns - START_NS) // 1_000
        play.step(now_ns)
    assert play.sound_fit.steps == 0
    assert play.song_us(START_NS + 4_040 * MS) == pytest.approx(1_000_000, abs=200)


@pytest.mark.parametrize("offset_ms", [(0, 0), (80, 0), (0, 80), (-40, 40)])
def test_each_players_offset_is_taken_out_once(
    offset_ms: tuple[int, int], sound: FakeSound
) -> None:
    play = session(sound, offset_ms=offset_ms)
    play.start(START_NS)
    verdicts = []
    for binding, ms in zip((SNARE, KICK_2), offset_ms, strict=True):
        pressed_ns = host_ns(0.0) + (ms + 5) * MS
        play.press(binding, pressed_ns, 100)
    verdicts = play.step(host_ns(0.1))
    assert sorted((player, verdict.offset_us) for player, verdict in verdicts) == [
        (1, 5_000),
        (2, 5_000),
    ]
    assert play.duet.clamped == 0


def test_a_drum_sounds_at_once_whatever_becomes_of_the_press(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.press(SNARE, host_ns(0.25), 77)
    assert sound.struck == [(1, Piece.SNARE, 77)]
    ((_, verdict),) = play.step(host_ns(0.3))[-1:]
    assert verdict.grade is Grade.OVERHIT


def test_presses_in_the_lead_in_are_recorded(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.press(SNARE, host_ns(-1.5), 100)
    assert [event.at_us for event in play.duet.events] == [-1_500_000]


def test_a_miss_is_announced_thirty_milliseconds_late(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    due_s = 0.108001
    assert play.step(host_ns(due_s + 0.0299)) == ()
    assert [verdict.grade for _, verdict in play.step(host_ns(due_s + 0.030))] == [
        Grade.MISS,
        Grade.MISS,
    ]


def test_after_a_pause_the_song_steps_back_to_a_bar_line_and_counts_in(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.pause(host_ns(4.2))
    assert sound.stops == 1
    assert not play.is_running
    play.start(START_NS + 60 * S)
    # 1.5 s before 4.2 s is 2.7 s; the bar line before it stands at 2.0 s.
    from_us, sticks_us, _ = sound.played[-1]
    assert from_us == 2_000_000
    assert sticks_us == (2_000_000, 2_500_000, 3_000_000, 3_500_000, 4_000_000)
    assert [mark.kind for mark in play.duet.marks] == ["pause"]


def test_presses_before_the_place_of_the_pause_sound_and_are_not_judged(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.pause(host_ns(4.2))
    resumed_ns = START_NS + 60 * S
    play.start(resumed_ns)
    play.press(SNARE, resumed_ns + 1_000 * MS, 100)
    assert play.duet.events == ()
    assert len(sound.struck) == 1
    assert play.pulses_to_resume(3_000_000) == 3
    play.press(SNARE, resumed_ns + 2_300 * MS, 100)
    assert [event.at_us for event in play.duet.events] == [4_300_000]
    assert play.pulses_to_resume(4_300_000) is None


def test_nothing_is_judged_twice_after_a_pause(sound: FakeSound) -> None:
    play = session(sound, devices=("bot", "bot"))
    play.start(START_NS)
    play.step(host_ns(4.2))
    play.pause(host_ns(4.2))
    resumed_ns = START_NS + 60 * S
    play.start(resumed_ns)
    for frame in range(9 * 60):
        play.step(resumed_ns + frame * S // 60)
    play.duet.finish()
    for seat in play.duet.snapshot().seats:
        assert seat.perfect == 8
        assert seat.miss == seat.overhits == 0


def test_a_second_pause_in_the_count_in_keeps_the_place(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.pause(host_ns(4.2))
    play.start(START_NS + 60 * S)
    play.pause(START_NS + 61 * S)
    play.start(START_NS + 90 * S)
    assert sound.played[-1][0] == 2_000_000
    assert play.resumed_at_us(1) == 4_200_000


def test_a_pause_in_the_lead_in_begins_again(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    play.pause(host_ns(-2))
    play.start(START_NS + 60 * S)
    assert sound.played[-1][0] == -LEAD_IN_US


def test_a_perfect_bot_plays_and_sounds_every_note(sound: FakeSound) -> None:
    play = session(sound, devices=("keyboard", "bot"))
    play.start(START_NS)
    for frame in range(12 * 60):
        play.step(START_NS + frame * S // 60)
    player_2 = play.duet.snapshot().seats[1]
    assert player_2.perfect == 8
    assert sound.struck == [(2, Piece.KICK, 90)] * 8


def test_the_loop_is_told_when_a_bot_strikes_next(sound: FakeSound) -> None:
    play = session(sound, devices=("keyboard", "bot"))
    assert play.next_sound_ns() is None
    play.start(START_NS)
    assert play.next_sound_ns() == host_ns(0.0)
    play.step(host_ns(0.0))
    assert play.next_sound_ns() == host_ns(1.0)


@pytest.mark.parametrize("rate_pct", [50, 100])
def test_a_bot_strikes_later_by_what_its_drum_sounds_early(sound: FakeSound, rate_pct: int) -> None:
    play = session(sound, devices=("keyboard", "bot"), rate_pct=rate_pct, drum_lead_ns=3 * MS)
    play.start(START_NS)
    note_ns = START_NS + LEAD_IN_US * 1000 * 100 // rate_pct
    assert play.next_sound_ns() == note_ns + 3 * MS
    play.step(note_ns + 3 * MS - 1)
    assert sound.struck == []
    play.step(note_ns + 3 * MS)
    assert sound.struck == [(2, Piece.KICK, 90)]
    # It is judged where it was aimed.
    play.step(note_ns + 60 * MS)
    assert play.duet.snapshot().seats[1].perfect == 1


def test_a_pause_holds_back_no_strike_of_a_bot_that_is_due(sound: FakeSound) -> None:
    play = session(sound, devices=("keyboard", "bot"), drum_lead_ns=3 * MS)
    play.start(START_NS)
    play.pause(host_ns(0.001))
    assert sound.struck == [(2, Piece.KICK, 90)]
    assert play.duet.events[-1].at_us == 0


def test_the_play_is_over_when_the_sound_has_ended_and_the_last_miss_is_told(
    sound: FakeSound,
) -> None:
    play = session(sound, offset_ms=(50, 0))
    play.start(START_NS)
    assert not play.is_over(host_ns(9.0) + 79 * MS)
    assert play.is_over(host_ns(9.0) + 80 * MS)


def test_a_sound_that_is_elsewhere_is_noticed(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    for at_ms in range(0, 5_000, 16):
        sound.position = -LEAD_IN_US + at_ms * 1_000
        play.step(START_NS + at_ms * MS)
        assert not play.has_lost_the_sound(START_NS + at_ms * MS)
    for at_ms in range(5_000, 5_200, 16):
        sound.position = -LEAD_IN_US + (at_ms - 400) * 1_000
        play.step(START_NS + at_ms * MS)
    assert play.has_lost_the_sound(START_NS + 5_200 * MS)


def test_a_stream_that_starts_late_is_waited_for_in_the_lead_in(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    sound.position = -LEAD_IN_US
    for at_ms in range(0, 900, 16):
        lag_ms = 0 if at_ms < 100 else 300
        sound.position = -LEAD_IN_US + max(0, at_ms - lag_ms) * 1_000
        play.step(START_NS + at_ms * MS)
    assert abs(play.song_us(START_NS + 900 * MS) - (-LEAD_IN_US + 600_000)) < 20_000


def test_a_pad_sounds_at_once_and_is_judged_by_its_stamp(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    zero_ns = play.song_zero_ns()
    soft, loud = Binding(1, "snare"), Binding(1, "kick")
    play.strike(loud, zero_ns + 4 * MS, 100)
    # A filter held the soft hit back until 8 ms after it.
    play.strike(soft, zero_ns + 1 * MS, 20)
    assert [velocity for _, _, velocity in sound.struck] == [100, 20]
    assert play.duet.events == ()
    play.step(zero_ns + 40 * MS)
    assert [(event.lane, event.at_us) for event in play.duet.events] == [
        ("snare", 1_000),
        ("kick", 4_000),
    ]
    assert play.duet.clamped == 0


def test_a_pad_struck_just_before_a_pause_is_judged(sound: FakeSound) -> None:
    play = session(sound)
    play.start(START_NS)
    zero_ns = play.song_zero_ns()
    play.strike(Binding(1, "snare"), zero_ns, 100)
    play.pause(zero_ns + MS)
    assert [event.at_us for event in play.duet.events] == [0]
