"""Hit rules as data. A published rule is never edited: a change gets a new name or version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Rules:
    """The windows of one way to judge. Each is a closed interval of ± its width around the note."""

    name: str
    version: int
    perfect_us: int
    great_us: int
    good_us: int
    overhit_breaks_combo: bool = False
    grace_early_us: int = 60_000
    """How far the early side of PERFECT reaches for flams and drags, whose graces come first."""

    grace_span_us: int = 80_000
    """For how long after the press that took a flam or a drag its other presses are absorbed."""

    roll_early_us: int = 60_000
    """How early a press may come and still count for a roll."""

    great_points: int = 65
    """Of the 100 that a PERFECT earns."""

    good_points: int = 30
    """Of the 100 that a PERFECT earns."""

    def at_rate(self, rate_pct: int) -> Rules:
        """The same widths of real time in µs of a song that is played at another speed.

        Rounded down: a press lies inside exactly if its real error is within the real width.
        """
        if rate_pct == 100:
            return self
        return replace(
            self,
            **{
                f.name: getattr(self, f.name) * rate_pct // 100
                for f in fields(self)
                if f.name.endswith("_us")
            },
        )


RULES: Mapping[str, Rules] = {
    rules.name: rules
    for rules in (
        Rules("relaxed", 1, perfect_us=42_000, great_us=108_000, good_us=125_000),
        Rules("standard", 1, perfect_us=25_000, great_us=75_000, good_us=108_000),
        Rules(
            "tight",
            1,
            perfect_us=18_000,
            great_us=36_000,
            good_us=60_000,
            overhit_breaks_combo=True,
        ),
    )
}
DEFAULT_RULES = "standard"
