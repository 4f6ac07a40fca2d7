"""A fault is told once: what only follows from it is not told at all."""

from __future__ import annotations

from helpers import faults


def test_a_symbol_of_a_line_for_both_is_one_error() -> None:
    assert [each.column for each in faults("P* kick |o-q-|%|\nP1 hat |z---|x|")] == [12, 9]


def test_a_fault_does_not_make_another_where_it_hides_a_note() -> None:
    hidden = {
        "P2 snar |x---|": "unknown lane",
        "P2 snare |z---|": "unknown symbol",
        "P2 snare: |x---|": 'found "P2 snare:"',
        "P2 snare x---": 'found "P2 snare x---"',
        "P2 snare |%|": '"%" has nothing to repeat',
    }
    for line, message in hidden.items():
        found = faults(f"P1 crash |&---|\nP2 kick |-x--|\n{line}")
        assert [each.message.startswith(message) for each in found] == [True], found


def test_a_repeat_of_a_faulty_bar_is_no_second_error() -> None:
    assert len(faults("P1 kick |o-q-|%|%2|")) == 1
    assert len(faults("P1 kcik |o---|\n\nP1 kick |%|%|")) == 1
    assert len(faults("P1 snare |q===|====|%|")) == 1


def test_a_key_nearly_right_is_not_missed_besides() -> None:
    found = faults("#duet 1\nTitle: A\nbmp: 120\nP1 kick |o---|")
    assert [each.hint for each in found] == ['did you mean "title"?', 'did you mean "bpm"?']


def test_a_header_line_below_the_bars_is_not_missed_besides() -> None:
    assert len(faults("#duet 1\n== A ==\ntitle: A\nbpm: 120\nP1 kick |o---|")) == 2
