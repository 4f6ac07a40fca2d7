"""A replay re-scores to the bit."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from plays import duets, replay_of, small_replay

from game.charts.timeline import TimedBar, TimedCue, TimedSection
from game.duet.duet import Duet
from game.duet.replay import record
from game.duet.replay_reader import parse_replay
from game.duet.replay_writer import replay_text
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.timing.units import Micros

NOWHERE = Path("play.json")


@settings(max_examples=300, deadline=None)
@given(duet=duets(), title=st.text())
def test_a_play_is_worth_the_same_after_a_trip_through_a_file(duet: Duet, title: str) -> None:
    replay = replay_of(duet, title)
    read = parse_replay(replay_text(replay), NOWHERE)
    assert read == replay
    again = rescore(read)
    assert again.log == duet.log
    assert again.events == duet.events
    assert again.marks == duet.marks
    assert again.clamped == 0
    assert result_of(again, replay.digest) == replay.result


def test_what_is_written_again_is_the_same_text() -> None:
    text = replay_text(small_replay())
    assert replay_text(parse_replay(text, NOWHERE)) == text


def test_recording_ends_the_play() -> None:
    replay = small_replay()
    player = replay.result.players[0]
    assert player.perfect + player.great + player.good + player.miss == player.notes


def test_a_replay_keeps_what_is_judged_and_measured_and_no_words() -> None:
    seat = small_replay().seats[0]
    full = replace(
        seat.timeline,
        bars=(TimedBar(Micros(0), 1),),
        sections=(TimedSection(Micros(0), "Call"),),
        cues=(TimedCue(Micros(0), Micros(1), "answer", ""),),
    )
    kept = record(Duet([replace(seat, timeline=full)]), [], "", "").seats[0].timeline
    assert (kept.sections, kept.cues) == ((), ())
    assert (kept.notes, kept.bars) == (full.notes, full.bars)
    assert (kept.pulses, kept.leads) == (full.pulses, full.leads)
