"""The words of practice."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from game.app.practice.choices import Choices, Line
from game.duet.practice.bars import Bars
from game.duet.practice.passes import Pass, PlayerPass
from game.duet.practice.plan import PartBy, Plan
from game.view.strings import Strings
from game.view.widgets.pass_bars import PassBar
from game.view.widgets.rows import Row

_US_PER_MS = 1_000
_REACHED_PCT = 90
_LONGEST_NAME = 12
"""Characters; beside figures, players with longer names are called by their side."""

_SWITCHES = {
    Line.WAIT: attrgetter("waits"),
    Line.SWAP: attrgetter("is_swapped"),
    Line.METRONOME: attrgetter("metronome"),
    Line.COUNT_IN: attrgetter("counts_in"),
}


class PracticeTexts:
    """Says each choice and each time round in the players' language."""

    def __init__(self, strings: Strings, choices: Choices) -> None:
        self._strings = strings
        self._choices = choices

    def row(self, line: Line, plan: Plan, is_focused: bool) -> Row:
        before, after = (self._choices.stepped(plan, line, steps) for steps in (-1, 1))
        return Row(
            self._strings(f"practice.{line.name.lower()}"),
            self._value(line, plan),
            is_focused,
            has_less=before != plan,
            has_more=after != plan,
        )

    def bars(self, key: str, bars: Bars) -> str:
        """A text with places for the first and the last bar."""
        return self._strings(key, first=bars.first + 1, last=bars.last + 1)

    def passes(self, passes: Sequence[Pass]) -> str:
        if not passes:
            return self._strings("practice.no_pass")
        return self._strings("practice.passes", count=len(passes))

    def last(self, passes: Sequence[Pass], names: Sequence[str]) -> tuple[str, ...]:
        """Lines about the latest time round: both together, and each who had notes."""
        if not passes:
            return ()
        return self.together(passes[-1]), *self.players(passes[-1], names)

    def foot(self, passes: Sequence[Pass], names: Sequence[str]) -> str:
        """All about the latest time round, on one line."""
        if not passes:
            return ""
        texts = (*self.players(passes[-1], names), self.together(passes[-1]))
        return self._strings("practice.between").join(texts)

    def rate(self, rate_pct: int) -> str:
        """A speed."""
        return self._strings("practice.rate", pct=rate_pct)

    def players(self, played: Pass, names: Sequence[str]) -> tuple[str, ...]:
        """The hits and errors of each who had notes."""
        return tuple(
            self._player(each, self._short(name, each.player))
            for each, name in zip(played.players, names, strict=True)
            if each.notes
        )

    def together(self, played: Pass) -> str:
        """The speed, and how close the two were."""
        rate = self.rate(played.rate_pct)
        if played.together is not None:
            closeness = self._strings("practice.together", score=played.together)
        elif played.gap_us is not None:
            closeness = self._strings("practice.gap", ms=round(played.gap_us / _US_PER_MS))
        else:
            return rate
        return self._strings("practice.between").join((rate, closeness))

    def _short(self, name: str, player: int) -> str:
        return name if len(name) <= _LONGEST_NAME else self._strings(f"common.p{player}")

    def _player(self, played: PlayerPass, name: str) -> str:
        error_us = played.mean_error_us
        if error_us is None:
            return self._strings("practice.hits", name=name, hits=played.hits, notes=played.notes)
        ms = round(abs(error_us) / _US_PER_MS)
        key = "practice.hits_late" if error_us > 0 else "practice.hits_early"
        key = key if ms else "practice.hits_on"
        return self._strings(key, name=name, hits=played.hits, notes=played.notes, ms=ms)

    def _value(self, line: Line, plan: Plan) -> str:
        if line in _SWITCHES:
            is_on = _SWITCHES[line](plan)
            return self._strings("settings.on" if is_on else "settings.off")
        if line in (Line.PART_1, Line.PART_2):
            side = line - Line.PART_1
            return self._part(side, plan.parts[side])
        if line is Line.STEP_UP:
            if plan.threshold_pct is None:
                return self._strings("settings.off")
            return self._strings("practice.step_up_at", pct=plan.threshold_pct)
        if line is Line.SPEED:
            return self.rate(plan.rate_pct)
        return str(1 + (plan.bars.first if line is Line.FIRST else plan.bars.last))

    def _part(self, side: int, part: PartBy) -> str:
        if part is PartBy.SEATED and self._choices.are_bots[side]:
            part = PartBy.BOT
        return self._strings(f"practice.part_by_{part}")


def pass_bars(passes: Sequence[Pass], plan: Plan) -> tuple[PassBar, ...]:
    """The figure of all times round."""
    wanted_pct = _REACHED_PCT if plan.threshold_pct is None else plan.threshold_pct
    return tuple(PassBar(each.hit_pct, each.reaches(wanted_pct)) for each in passes)
