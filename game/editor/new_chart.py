"""The first text of a song: enough to play, with every line saying what it is for."""

from __future__ import annotations

from game.charts.writing.words import header_text

_BARS = 4


def new_chart(title: str, *, bpm: str = "120", meter: str = "4/4") -> str:
    """A chart for two players without a note."""
    blank = "|".join([" " * 16] * _BARS)
    return (
        "#duet 1\n"
        f"title:  {header_text(title) or 'Untitled'}\n"
        f"bpm:    {bpm}\n"
        f"meter:  {meter}\n"
        "\n"
        "// x hit, o open hat or kick, X accent, g ghost, f flam, d drag, r=== roll, & together\n"
        "// - rest, % the bar before. A bar's grid is its own: in 4/4, 8 symbols are eighths.\n"
        "// == Verse == begins a section; lead |P1|P2| says whose phrase it is; text is a cue.\n"
        "// drum-duet check names every fault; drum-duet play lets two bots play it.\n"
        "\n"
        f"P1 kick |{blank}|\n"
        f"P2 kick |{blank}|\n"
    )
