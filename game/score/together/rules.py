"""How hits are judged for Together: one window, whatever the players' own rules."""

from __future__ import annotations

from game.judge.rules import Rules

TOGETHER_RULES = Rules("together", 1, perfect_us=70_000, great_us=70_000, good_us=70_000)
"""Nobody plays by these, so they are not among the published `RULES`."""
