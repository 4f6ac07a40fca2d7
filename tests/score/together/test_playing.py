"""From verdicts to pairs that count."""

import pytest
from rhythm import MS, part
from two_players import normal

from game.charts.timeline import Timeline
from game.judge.judge import Judge
from game.judge.verdict import Verdict
from game.score.together.played_pair import PlayedPair
from game.score.together.playing import Playing
from game.score.together.rules import TOGETHER_RULES
from game.timing.units import Micros


def verdicts(timeline: Timeline, *presses: str) -> list[Verdict]:
    """What becomes of presses such as `snare 105`, in ms."""
    judge = Judge(timeline.notes, TOGETHER_RULES)
    for press in presses:
        lane, at_ms = press.split()
        judge.press(Micros(round(float(at_ms) * MS)), lane, 100)
    judge.advance(judge.end_us)
    return judge.verdicts


def played(play: Playing, presses: dict[int, list[str]]) -> Playing:
    """The play once both players have pressed, in ms, and all is judged."""
    for timeline in play.timelines:
        for verdict in verdicts(timeline, *presses.get(timeline.player, [])):
            play.add(timeline.player, verdict)
    play.settle()
    return play


def two(first: list[str], second: list[str], step_ms: float = 500) -> Playing:
    return Playing(
        [part(*first, player=1, step_ms=step_ms), part(*second, player=2, step_ms=step_ms)]
    )


def test_the_error_of_a_chord_is_the_mean_of_what_was_hit() -> None:
    play = two(["snare x", "kick x", "tom x"], ["snare x"])
    played(play, {1: ["snare -10", "kick 20"], 2: ["snare 3"]})
    assert play.played == [PlayedPair(Micros(0), 5_000, 3_000)]


def test_a_shared_moment_that_one_left_out_counts_without_a_gap() -> None:
    play = played(two(["snare x"], ["kick x"]), {1: ["snare 10"]})
    assert play.played == [PlayedPair(Micros(0), 10_000, None)]
    assert play.played[0].gap_us is None


def test_a_shared_moment_that_both_left_out_does_not_count() -> None:
    assert played(two(["snare x"], ["kick x"]), {}).played == []


def test_neighbours_of_which_one_was_left_out_do_not_count() -> None:
    assert played(two(["snare x-"], ["kick -x"]), {1: ["snare 0"]}).played == []


@pytest.mark.parametrize(
    ("press_ms", "counts"),
    [(-70, True), (70, True), (70.001, False), (-70.001, False)],  # [-70, +70]
)
def test_the_window_is_seventy_ms_on_both_sides(press_ms: float, counts: bool) -> None:
    play = played(two(["snare x"], ["snare x"]), {1: [f"snare {press_ms}"], 2: ["snare 0"]})
    assert (play.played[0].gap_us is not None) == counts


def test_overhits_and_other_strokes_change_nothing() -> None:
    play = two(["snare x-", "tom f-", "kick r="], ["snare x-"])
    presses = ["kick 0", "tom 0", "snare 5", "tom 10", "snare 200", "tom 300"]
    assert played(play, {1: presses, 2: ["snare 0"]}).played == [PlayedPair(Micros(0), 5_000, 0.0)]


def test_a_note_left_to_a_stand_in_is_neither_hit_nor_missed() -> None:
    play = two(["snare xx"], ["snare xx"])
    for player, timeline in enumerate(play.timelines, start=1):
        for verdict in verdicts(timeline, "snare 0"):
            if player == 2 and verdict.note == 1:
                play.leave_out(player, verdict)
            else:
                play.add(player, verdict)
    play.settle()
    # The second moment was missed by one, and is not the other's own.
    assert play.played == [PlayedPair(Micros(0), 0, 0)]


def test_pairs_count_in_the_order_of_the_song_however_they_are_told() -> None:
    presses = {1: [f"snare {500 * step + 7}" for step in range(8)],
               2: [f"snare {500 * step - 4}" for step in range(7)]}  # fmt: skip
    whole = played(two(["snare " + "x" * 8], ["snare " + "x" * 8]), presses)
    piecemeal = two(["snare " + "x" * 8], ["snare " + "x" * 8])
    for player in (2, 1):
        for verdict in reversed(verdicts(piecemeal.timelines[player - 1], *presses[player])):
            piecemeal.add(player, verdict)
            piecemeal.settle()
    assert piecemeal.played == whole.played
    assert [pair.at_us for pair in whole.played] == [500_000 * step for step in range(8)]


def test_an_open_moment_holds_up_the_pairs_after_it() -> None:
    play = two(["snare xx"], ["snare xx"])
    late = [verdicts(timeline, "snare 0", "snare 500") for timeline in play.timelines]
    for player in (1, 2):
        play.add(player, late[player - 1][1])
    play.settle()
    assert play.played == []
    for player in (1, 2):
        play.add(player, late[player - 1][0])
    play.settle()
    assert len(play.played) == 2


def test_errors_are_real_time_at_half_speed() -> None:
    timelines = [part("snare x", player=player) for player in (1, 2)]
    play = Playing(timelines, rate_pct=50)
    played(play, {1: ["snare 10"], 2: ["snare -5"]})
    assert play.played[0].gap_us == 30_000


@pytest.mark.parametrize(("hits", "is_known"), [(40, True), (39, False)])
def test_who_hits_less_than_half_of_their_notes_has_no_score(hits: int, is_known: bool) -> None:
    play = two(["snare " + "x" * 80], ["snare " + "x" * 80])
    full = [f"snare {500 * step}" for step in range(80)]
    played(play, {1: full, 2: full[:hits]})
    estimate = play.estimate()
    assert estimate.pairs == 80
    assert (estimate.score is not None) == is_known
    assert (estimate.typical_gap_us is not None) == is_known


@pytest.mark.parametrize(
    ("share", "second"), [("1", "x-x-"), ("1/2", "x--x"), ("1/10", ""), ("0", "-x-x")]
)
def test_t5_the_score_does_not_ask_for_shared_notes(share: str, second: str) -> None:
    bars = 130
    lines = ["x-x-" * bars, second * bars]
    if share == "1/10":
        lines[1] = ("-x-x" * 4 + "-xx-" + "-x-x" * 5) * (bars // 10)
    play = two([f"snare {lines[0]}"], [f"snare {lines[1]}"], step_ms=200)
    scatter = scattered(lines)
    played(play, scatter)
    shared = sum(a == b == "x" for a, b in zip(*lines, strict=True))
    assert shared == {"1": 260, "1/2": 130, "1/10": 13, "0": 0}[share]
    score = play.estimate().score
    assert score == pytest.approx(66, abs=3)  # SD 14 each, so 19.8 of the gap


def scattered(lines: list[str]) -> dict[int, list[str]]:
    """Presses with an SD of 14 ms, the same for the same place of each player's part."""
    presses: dict[int, list[str]] = {}
    for player, line in enumerate(lines, start=1):
        errors = normal(player, 14, len(line))
        presses[player] = [
            f"snare {200 * step + max(-70, min(70, errors[step]))}"
            for step, symbol in enumerate(line)
            if symbol == "x"
        ]
    return presses
