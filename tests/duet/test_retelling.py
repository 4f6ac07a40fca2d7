"""A play told anew with a stand-in from the start."""

from hypothesis import given
from plays import duets, replay_of
from rhythm import MS

from game.duet.events import Mark
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.duet.retelling import retold
from game.timing.units import Micros

BEFORE_US = Micros(-1_000 * MS)


@given(duets())
def test_the_partners_side_stays_what_it_was(duet) -> None:
    told = retold(duet, duet.seats, Mark(BEFORE_US, 2, "bot"))
    assert list(told.verdicts(1)) == list(duet.verdicts(1))
    assert list(told.verdicts(2)) == list(duet.verdicts(2))
    assert told.snapshot().seats[0] == duet.snapshot().seats[0]


@given(duets())
def test_it_is_worth_what_its_replay_is_worth(duet) -> None:
    told = retold(duet, duet.seats, Mark(BEFORE_US, 2, "bot"))
    replay = replay_of(told)
    assert result_of(rescore(replay), replay.digest) == replay.result
