"""Colours, sizes and spaces of the look."""

from __future__ import annotations

from dataclasses import dataclass

Color = tuple[int, int, int]

NIGHT_TOP: Color = (0x0E, 0x0E, 0x22)
NIGHT_BOTTOM: Color = (0x1A, 0x14, 0x40)
PANEL: Color = (0x0A, 0x0B, 0x14)
PANEL_ALPHA = 217
TEXT: Color = (0xF5, 0xF3, 0xEA)
TEXT_DIM: Color = (0xAA, 0xB4, 0xCD)
HAIRLINE: Color = (255, 255, 255)
HAIRLINE_ALPHA = 40
P1_CORAL: Color = (0xFF, 0x5A, 0x64)
P2_AZURE: Color = (0x5A, 0xAA, 0xFF)
TOGETHER_MINT: Color = (0x78, 0xEB, 0xBE)

# Text sizes in layout units.
SIZE_JUDGEMENT = 64
SIZE_TITLE = 58
SIZE_SCORE = 44
SIZE_COMBO = 40
SIZE_NAME = 34
SIZE_BODY = 30
SIZE_SMALL = 24

GRID = 8
EDGE = 64
"""Space at the window's edge."""

RADIUS = 16


def player_color(player: int) -> Color:
    """The colour of a player's frames, names, keycaps and curves; never of notes."""
    return P1_CORAL if player == 1 else P2_AZURE


@dataclass(frozen=True, slots=True)
class Theme:
    """What a player may choose about the look."""

    palette: str = "standard"
    """Note colours: "standard", "colour-blind" or "high-contrast"."""

    lane_letters: bool = False
    reduced_motion: bool = False
    reduced_flash: bool = False
    text_scale_pct: int = 100
