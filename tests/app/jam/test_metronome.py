"""The metronome: when it ticks, and how it follows taps."""

from jam_takes import MS

from game.app.jam.grid import METERS
from game.app.jam.metronome import Metronome
from game.timing.meter import Meter


def ticks(metronome: Metronome, until_ms: int, step_ms: int = 7) -> list[tuple[int, bool]]:
    """(ms, is a downbeat) of all ticks from 0 on, looked for every few ms."""
    found = []
    for at_ms in range(0, until_ms, step_ms):
        due = metronome.due(at_ms * MS)
        if due is not None:
            found.append((at_ms, due))
    return found


def started(bpm: int = 120) -> Metronome:
    metronome = Metronome(0)
    metronome.grid.set_bpm(bpm, -1)
    metronome.start(0, anew=True)
    return metronome


def test_it_is_silent_until_it_is_switched_on():
    metronome = Metronome(0)
    assert ticks(metronome, 2_000) == []
    assert metronome.wake_ns() is None


def test_it_begins_with_a_downbeat_and_ticks_each_beat_once():
    assert ticks(started(), 2_600) == [
        (0, True), (504, False), (1_001, False), (1_505, False), (2_002, True), (2_506, False),
    ]  # fmt: skip


def test_it_says_when_it_ticks_next():
    metronome = started()
    metronome.due(0)
    assert metronome.wake_ns() == 500 * MS


def test_along_with_a_grid_it_begins_with_its_next_pulse():
    metronome = Metronome(0)
    metronome.start(600 * MS, anew=False)
    assert metronome.due(999 * MS) is None
    assert metronome.due(1_000 * MS) is False
    metronome.stop()
    assert metronome.due(5_000 * MS) is None


def test_what_could_not_sound_in_time_is_left_out():
    metronome = started()
    assert metronome.due(0) is True
    assert metronome.due(1_700 * MS) is None  # 200 ms behind the fourth beat
    assert metronome.due(2_001 * MS) is True


def test_it_follows_taps():
    metronome = started()
    for at_ms in (3_100, 3_500, 3_910, 4_300):
        metronome.tap(at_ms * MS)
    assert metronome.grid.bpm == 150  # the median gap is 400 ms
    assert metronome.wake_ns() == 4_700 * MS  # the last tap is a beat, and the next one follows it


def test_one_tap_changes_nothing():
    metronome = started()
    metronome.tap(3_100 * MS)
    assert (metronome.grid.bpm, len(metronome.grid.steps)) == (120, 1)


def test_after_a_pause_taps_begin_anew():
    metronome = started()
    metronome.tap(1_000 * MS)
    metronome.tap(4_000 * MS)
    assert metronome.grid.bpm == 120
    metronome.tap(5_000 * MS)
    assert metronome.grid.bpm == 60


def test_taps_beyond_all_tempi_are_held_at_the_nearest():
    metronome = started()
    metronome.tap(0)
    metronome.tap(1 * MS)
    assert metronome.grid.bpm == 300


def test_meters_come_round():
    metronome = started()
    for _ in METERS:
        metronome.step_meter(1, 0)
    assert metronome.grid.meter == Meter((4,), 4)
    metronome.step_meter(-1, 0)
    assert metronome.grid.meter == Meter((3,), 4)
