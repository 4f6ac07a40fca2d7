"""Errors inside of bars: symbols, parts, repeats, rolls, values.

Each case is a text, and the one error that it gets: line, column, message, hint. A text without
a first line gets the three lines of `helpers.HEADER` before it, so that it begins in line 4.
"""

from __future__ import annotations

import pytest
from helpers import faults

from game.charts.issues import Issue

Case = tuple[str, int, int, str, str]

SYMBOLS: dict[str, Case] = {
    "an unknown symbol": (
        "P1 kick |o-q-|",
        4,
        12,
        'unknown symbol "q"',
        "symbols are - . x X o O g f F d D r R & = ' %",
    ),
    "several unknown symbols": (
        "P1 kick |hey-|",
        4,
        10,
        'unknown symbols "h", "e", "y"',
        "symbols are - . x X o O g f F d D r R & = ' %",
    ),
    "a symbol that looks alike": (
        "P1 kick |o__-|",
        4,
        11,
        'unknown symbol "_"',
        'did you mean "-"?',
    ),
    "a curly apostrophe": ("P1 kick |o-’o-|", 4, 12, 'unknown symbol "’"', 'did you mean "\'"?'),
    "three parts of four beats": (
        "P1 kick |o-'o-'o-|",
        4,
        10,
        "found 3 parts in a bar of 4/4, expected 1, 2 or 4",
        "",
    ),
    "eight parts of four beats": (
        "P1 kick |o-|o'o'o'o'o'o'o'o|",
        4,
        13,
        "found 8 parts in a bar of 4/4, expected 1, 2 or 4",
        "",
    ),
    "five parts of twelve eighths": (
        "meter |12/8|\nP1 kick |o'o'o'o'o|",
        5,
        10,
        "found 5 parts in a bar of 12/8, expected 1, 2, 3, 4, 6 or 12",
        "",
    ),
    "an empty part": (
        "P1 kick |o-''o-'o-|",
        4,
        13,
        "found a part without symbols",
        "write - for a rest",
    ),
    "an empty part at the end": (
        "P1 kick |o-'|",
        4,
        12,
        "found a part without symbols",
        "write - for a rest",
    ),
}

REPEATS: dict[str, Case] = {
    "a repeat in the first bar": (
        "P1 kick |%|",
        4,
        10,
        '"%" has nothing to repeat: this is bar 1 of its section',
        "write the bar out",
    ),
    "a repeat across a section": (
        "P1 kick |o---|\n== Verse ==\nP1 kick |%|",
        6,
        10,
        '"%" has nothing to repeat: this is bar 1 of its section',
        "write the bar out",
    ),
    "a repeat that reaches too far": (
        "P1 kick |o---|%2|",
        4,
        15,
        '"%2" has nothing to repeat: this is bar 2 of its section',
        "write the bar out",
    ),
    "a repeat of a blank bar": (
        "P1 kick |o---||%|",
        4,
        16,
        '"%" has nothing to repeat: the bar before is blank in this lane',
        "write the bar out",
    ),
    "a repeat of a lane without a line": (
        "P1 kick |o---|\n\nP1 snare |%|",
        6,
        11,
        '"%" has nothing to repeat: the bar before is blank in this lane',
        "write the bar out",
    ),
    "a repeat of a longer bar": (
        "meter |4/4|3/4|\nP1 kick |o---|%|",
        5,
        15,
        '"%" cannot repeat a bar of another length: the bar before is in 4/4, this one in 3/4',
        "write the bar out",
    ),
    "a repeat of nine bars before": (
        "P1 kick |o---|%9|",
        4,
        15,
        'found "%9", expected % or %2 to %8',
        "",
    ),
    "a repeat of one bar before": (
        "P1 kick |o---|%1|",
        4,
        15,
        'found "%1", expected % or %2 to %8',
        "write %",
    ),
    "a repeat among other symbols": (
        "P1 kick |o---|%-x-|",
        4,
        15,
        'found "%" among other symbols',
        "% stands alone in its bar",
    ),
    "a repeat in a bpm lane": (
        "P1 kick |o---|\nbpm |%|",
        5,
        6,
        '"%" has nothing to repeat: this is bar 1 of its section',
        "write the bar out",
    ),
}

ROLLS: dict[str, Case] = {
    "a tie after a hit": (
        "P1 snare |x=--|",
        4,
        12,
        'found "=" without a roll before it',
        "a roll begins with r or R",
    ),
    "a tie at the start": (
        "P1 snare |===-|",
        4,
        11,
        'found "=" without a roll before it',
        "no roll runs into this bar on this line",
    ),
    "a tie after a blank bar": (
        "P1 snare |r===||=---|",
        4,
        17,
        'found "=" without a roll before it',
        "no roll runs into this bar on this line",
    ),
    "a tie from another line": (
        "P1 snare |r===|\n\nP1 snare |=---|",
        6,
        11,
        'found "=" without a roll before it',
        "no roll runs into this bar on this line",
    ),
    "a repeated tie": (
        "P1 snare |r===|=---|%|",
        4,
        21,
        'found "=" without a roll before it',
        "no roll runs into this bar on this line",
    ),
}

TOGETHER: dict[str, Case] = {
    "a shared hit without a partner": (
        "P1 crash |&---|\nP2 kick |--o-|",
        4,
        11,
        '"&" without a partner: P2 has no hit at this moment',
        "write one for P2, or X here",
    ),
    "a repeated one without a partner": (
        "P1 crash |&---|%|\nP2 kick |o---|-o--|",
        4,
        16,
        '"&" without a partner: P2 has no hit at this moment',
        "write one for P2, or X here",
    ),
    "a shared hit of a level without a partner": (
        "P1 crash |o---|\nP1/1 crash |&---|\nP2 kick |-o--|",
        5,
        13,
        '"&" without a partner: P2 has no hit at this moment',
        "write one for P2, or X here",
    ),
}

HOLDING: dict[str, Case] = {
    "a bpm of a lane too fast": (
        "P1 kick |o---|\nbpm |120 500|",
        5,
        10,
        "found 500 bpm, expected 20 to 400",
        "",
    ),
    "a bpm of a lane in words": (
        "P1 kick |o---|\nbpm |fast|",
        5,
        6,
        'found "fast", expected a bpm such as 114',
        "",
    ),
    "a dotted bpm in a lane": (
        "P1 kick |o---|\nbpm |120 dotted|",
        5,
        10,
        'found "dotted" in a bpm lane, expected it in the header',
        "there it holds for every bpm",
    ),
    "a meter of a lane": (
        "P1 kick |o---|\nmeter | 4/3|",
        5,
        9,
        (
            'found the meter "4/3", expected 1 to 32 over 1, 2, 4, 8, 16 or 32, '
            "such as 4/4, 12/8 or 3+2+3+2/8"
        ),
        "",
    ),
    "a lead in capitals": (
        "P1 kick |o---|\nlead |P1 Both|",
        5,
        10,
        'unknown lead "Both", expected P1, P2 or both',
        'did you mean "both"?',
    ),
    "a lead of nobody": (
        "P1 kick |o---|\nlead |everyone|",
        5,
        7,
        'unknown lead "everyone", expected P1, P2 or both',
        "",
    ),
}


@pytest.mark.parametrize(
    "case",
    (SYMBOLS | REPEATS | ROLLS | TOGETHER | HOLDING).values(),
    ids=SYMBOLS | REPEATS | ROLLS | TOGETHER | HOLDING,
)
def test_a_fault_of_a_bar_is_one_error(case: Case) -> None:
    text, line, column, message, hint = case
    assert faults(text, "error") == [Issue(line, column, "error", message, hint)]


def test_a_bar_has_at_most_192_symbols() -> None:
    assert faults(f"P1 hat |{'x' * 192}|", "error") == []
    for bar in ("x" * 193, f"{'x' * 97}'{'x' * 96}"):
        message = "found 193 symbols in one bar, expected at most 192"
        assert faults(f"P1 hat |{bar}|", "error") == [Issue(4, 9, "error", message)]


def test_a_bar_has_at_most_192_values() -> None:
    assert faults(f"P1 kick |o|\nbpm |{'120 ' * 192}|") == []
    message = "found 193 values in one bar, expected at most 192"
    found = faults(f"P1 kick |o|\nbpm |{'120 ' * 193}|")
    assert found == [Issue(5, 6, "error", message)]
