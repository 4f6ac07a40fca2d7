"""What the reducer leaves of a bar: each text shows a part and what is left of it."""

from __future__ import annotations

import pytest
from helpers import chart

from game.charts.levels import notes_at_level
from game.charts.model import Chart
from game.charts.pieces import Stroke

SILENT = "P2 kick |                |"


def shown(text: Chart, player: int, level: int) -> dict[str, str]:
    """Each drum's strokes of the first bar in 16 cells, `x` for all of them."""
    lines: dict[str, str] = {}
    for note in notes_at_level(text, player, level):
        line = list(lines.get(str(note.piece), "-" * 16))
        line[int(note.beat * 4)] = "x"
        lines[str(note.piece)] = "".join(line)
    return lines


@pytest.mark.parametrize(
    ("level", "left"),
    [
        # ghosts and strokes beyond two a pulse first
        (
            4,
            {
                "hat": "x-x-x-x-x-x-x-x-",
                "snare": "----x-------x---",
                "kick": "x-----x-x-------",
            },
        ),
        # 13 presses in two seconds are too many: the hats after 1 and 3, then after 2 and 4
        (
            3,
            {
                "hat": "x---x---x---x---",
                "snare": "----x-------x---",
                "kick": "x-----x-x-------",
            },
        ),
        # one drum at once on two lanes
        (2, {"snare": "----x-------x---", "kick": "x-------x-------"}),
        # half of it
        (1, {"snare": "----x-------x---"}),
    ],
)
def test_a_groove_becomes_plainer_from_level_to_level(level: int, left: dict[str, str]) -> None:
    groove = chart(
        f"""
        P1 hat   |x-xxx-x-x-x-x-xx|
        P1 snare |----X--g-g--X---|
        P1 kick  |o-----o-o-------|
        {SILENT}
        """
    )
    assert shown(groove, 1, level) == left


def test_flams_and_drags_become_plain_and_stay() -> None:
    ornaments = chart(
        f"""
        P1 snare |f---F---d---D---|
        {SILENT}
        """
    )
    played = notes_at_level(ornaments, 1, 4)
    assert [int(note.beat) for note in played] == [0, 1, 2, 3]
    assert {note.stroke for note in played} == {Stroke.HIT}


def test_hands_that_fill_keep_four_onsets_a_pulse_without_the_kick_under_them() -> None:
    fill = chart(
        f"""
        P1 hat   |x-x-x-x---------|
        P1 snare |--------Xxxx----|
        P1 tom1  |------------Xxx-|
        P1 kick  |o-------o---o---|
        {SILENT}
        """
    )
    assert shown(fill, 1, 4) == {
        "hat": "x-x-x-x---------",
        "snare": "--------xxxx----",
        "tom1": "------------xxx-",
        "kick": "x---------------",
    }


def test_a_part_between_the_beats_keeps_its_beats_off() -> None:
    hocket = chart(
        f"""
        P1 hat |--o---o---o---o-|
        {SILENT}
        """
    )
    for level in (4, 3, 2, 1):
        assert shown(hocket, 1, level) == {"hat": "--x---x---x---x-"}


def test_threes_keep_the_swung_third() -> None:
    shuffle = chart(
        """
        meter  |12/8        |
        P1 hat |xxxxxxxxxxxx|
        P2 hat |            |
        """
    )
    assert [str(n.beat) for n in notes_at_level(shuffle, 1, 3)][:4] == ["0", "1", "3/2", "5/2"]
    assert [str(n.beat) for n in notes_at_level(shuffle, 1, 2)] == ["0", "3/2", "3", "9/2"]


def test_half_of_three_pulses_is_two() -> None:
    walk = chart(
        """
        meter    |9/8      |
        P1 tom3  |x--------|
        P1 rim   |---x--x--|
        P2 kick  |o--o--o--|
        """
    )
    assert [str(note.beat) for note in notes_at_level(walk, 1, 1)] == ["3/2", "3"]
    assert [str(note.beat) for note in notes_at_level(walk, 2, 1)] == ["0", "3/2", "3"]


def test_the_halves_of_both_make_one_drummer() -> None:
    """Both play the whole groove: one keeps the back-beat, the other the kick."""
    both = chart(
        """
        P* snare |----X-------X---|
        P* kick  |o-------o-------|
        """
    )
    assert shown(both, 1, 1) == {"snare": "----x-------x---"}
    assert shown(both, 2, 1) == {"kick": "x-------x-------"}


def test_the_choice_passes_to_the_other_with_the_next_section() -> None:
    both = chart(
        """
        == One ==
        P* snare |----X-------X---|
        P* kick  |--------o-------|

        == Two ==
        P* snare |----X-------X---|
        P* kick  |--------o-------|
        """
    )
    drums = [[str(n.piece) for n in notes_at_level(both, player, 1)] for player in (1, 2)]
    assert drums == [["snare", "snare", "kick"], ["kick", "snare", "snare"]]


def test_where_both_have_one_drum_alone_they_take_every_other_pulse() -> None:
    both = chart("P* kick |o---o---o---o---|")
    assert shown(both, 1, 1) == {"kick": "x-------x-------"}
    assert shown(both, 2, 1) == {"kick": "----x-------x---"}


def test_what_both_strike_together_stays_whatever_the_grid() -> None:
    together = chart(
        """
        P* crash |&--&-------&----|
        P1 kick  |o---o---o---o---|
        P2 snare |--x---x---x---x-|
        """
    )
    for player in (1, 2):
        beats = [str(n.beat) for n in notes_at_level(together, player, 1) if n.shared]
        assert beats == ["0", "3/4", "11/4"]


def test_an_easier_level_is_derived_from_the_written_one_above_it() -> None:
    written = chart(
        f"""
        P1 hat    |x-x-x-x-x-x-x-x-|
        P1/3 ride |x---x---x---x-x-|
        {SILENT}
        """
    )
    assert shown(written, 1, 4) == {"hat": "x-x-x-x-x-x-x-x-"}
    assert shown(written, 1, 3) == {"ride": "x---x---x---x-x-"}
    assert shown(written, 1, 2) == {"ride": "x---x---x---x---"}


def test_where_one_drum_is_struck_at_once_a_roll_ends_with_the_next_note() -> None:
    rolling = chart(
        f"""
        P1 snare |r===============|
        P1 kick  |--------o-------|
        {SILENT}
        """
    )
    assert [n.length for n in notes_at_level(rolling, 1, 3) if n.piece == "snare"] == [4]
    assert [n.length for n in notes_at_level(rolling, 1, 2) if n.piece == "snare"] == [2]
