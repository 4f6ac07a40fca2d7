"""What the Together meter shows, in the players' language."""

from __future__ import annotations

from game.score.together.meter import TogetherSnapshot
from game.view.meter import TogetherView
from game.view.strings import Strings

_US_PER_MS = 1_000


def together_view(together: TogetherSnapshot | None, strings: Strings) -> TogetherView | None:
    """The meter with the typical gap; None, all dark, before it is shown and once it has faded."""
    if together is None or together.fade >= 1:
        return None
    gap_us = together.typical_gap_us
    caption = "" if gap_us is None else strings("play.gap", ms=round(gap_us / _US_PER_MS))
    return TogetherView(together.segments, caption, together.fade)
