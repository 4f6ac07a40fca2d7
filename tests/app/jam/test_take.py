"""What belongs to a take."""

from jam_takes import MS

from game.app.jam.grid import Grid
from game.app.jam.take import JamHit, Recorder
from game.charts.pieces import Piece


def hit(at_ms: float, player: int = 1) -> JamHit:
    return JamHit(round(at_ms * MS), player, Piece.SNARE)


def recording() -> Recorder:
    recorder = Recorder()
    recorder.start(100 * MS, Grid(100 * MS))
    return recorder


def times_ms(recorder: Recorder) -> list[float]:
    take = recorder.taken()
    assert take is not None
    return [each.host_ns / MS for each in take.hits]


def test_strokes_before_the_start_and_after_the_stop_are_left_out():
    recorder = recording()
    for at_ms in (99.9, 100, 150):
        recorder.add(hit(at_ms))
    recorder.stop(200 * MS)
    recorder.add(hit(200.1))
    assert times_ms(recorder) == [100, 150]


def test_a_soft_hit_that_was_held_is_taken_up_after_the_stop():
    recorder = recording()
    recorder.stop(200 * MS)
    assert recorder.due_ns() == 212 * MS
    assert recorder.finished(211 * MS) is None
    recorder.add(hit(199))
    take = recorder.finished(212 * MS)
    assert take is not None
    assert len(take.hits) == 1
    assert recorder.finished(213 * MS) is None


def test_strokes_stand_in_the_order_of_their_own_times():
    recorder = recording()
    for at_ms in (150, 160, 155):
        recorder.add(hit(at_ms))
    assert times_ms(recorder) == [150, 155, 160]


def test_without_a_start_nothing_is_taken_up():
    recorder = Recorder()
    recorder.add(hit(1))
    recorder.stop(2 * MS)
    assert recorder.taken() is None
    assert recorder.due_ns() is None


def test_strokes_are_counted_by_player():
    recorder = recording()
    for player in (1, 2, 2):
        recorder.add(hit(150, player))
    take = recorder.taken()
    assert take is not None
    assert (take.count(1), take.count(2)) == (1, 2)
