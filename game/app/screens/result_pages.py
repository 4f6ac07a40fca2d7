"""The further pages of the results: figures, tables and lists in the players' language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction

from game.app.screens.result_figures import curves_figure, histogram_figure
from game.duet.analysis import Analysis, PlayerAnalysis
from game.score.lane_stats import LaneStats
from game.score.offsets import sd_offset_us
from game.score.together.handovers import Entry, HandOver
from game.view.screens import results as view
from game.view.strings import Strings

MOST_HAND_OVERS = 12
"""As many as the list has room for; if there are more, the last place says so."""

_US_PER_MS = 1_000
_COLUMNS = ("drum", "hit", "mean", "spread", "early_hits", "late_hits")


class ResultPages:
    """Says what a play's figures say."""

    def __init__(self, strings: Strings, analysis: Analysis, names: Mapping[int, str]) -> None:
        """
        Args:
            names: what the players are called, by number.
        """
        self._strings = strings
        self._analysis = analysis
        self._names = names

    def timing(self) -> view.TimingPage:
        """Each player's errors and drums."""
        cards = tuple(self._card(player) for player in self._analysis.players)
        return view.TimingPage(cards, self._strings("results.beyond_perfect"))

    def song(self) -> view.SongPage:
        """Both players over the song."""
        figure = curves_figure(self._analysis)
        first, second = (self._names[each.player] for each in self._analysis.players)
        found = self._analysis.report.hand_overs
        is_empty = not any(figure.dots)
        is_relative = self._analysis.report.is_relative
        return view.SongPage(
            names=(first, second),
            figure=figure,
            early=self._strings("results.early", ms=round(figure.reach_ms)),
            late=self._strings("results.late", ms=round(figure.reach_ms)),
            gap=self._strings("results.gap"),
            gap_reach=self._strings("results.gap_reach", ms=round(figure.gap_reach_ms)),
            empty=self._strings("results.no_hits") if is_empty else "",
            heading=self._strings(f"results.{self._hand_overs_word()}"),
            summary=self._summary(found) if found else "",
            hand_overs=tuple(self._hand_over(each) for each in found),
            more=self._more(len(found)),
            note=self._strings("together.relative" if is_relative else "together.means"),
        )

    def _hand_overs_word(self) -> str:
        """The name of what stands over the hand-overs, or in their place."""
        if self._analysis.report.hand_overs:
            return "hand_overs"
        has_changes = any(len(lead.players) == 1 for lead in self._analysis.song.leads)
        return "hand_overs_unplayed" if has_changes else "hand_overs_none"

    def _card(self, player: PlayerAnalysis) -> view.TimingCard:
        figure = histogram_figure(player, self._reach_us())
        reach_ms = round(self._reach_us() / _US_PER_MS)
        return view.TimingCard(
            name=self._names[player.player],
            figure=figure,
            empty="" if player.errors_us else self._strings("results.no_hits"),
            edges=(
                self._strings("results.early", ms=reach_ms),
                self._strings("results.late", ms=reach_ms),
            ),
            facts=self._facts(player),
            header=tuple(self._strings(f"results.{name}") for name in _COLUMNS),
            rows=tuple(self._row(lane) for lane in player.lanes),
        )

    def _reach_us(self) -> int:
        """The widest window of both, so that their figures compare."""
        return max(player.rules.good_us for player in self._analysis.players)

    def _facts(self, player: PlayerAnalysis) -> tuple[view.ResultLine, ...]:
        errors_us = player.errors_us
        mean_us = sum(errors_us) / Fraction(len(errors_us)) if errors_us else None
        values = {
            "mean": self._mean(mean_us),
            "spread": self._spread(sd_offset_us([round(error_us) for error_us in errors_us])),
            "early_hits": self._number(sum(lane.stats.early for lane in player.lanes)),
            "late_hits": self._number(sum(lane.stats.late for lane in player.lanes)),
        }
        dynamics = player.dynamics
        if dynamics is not None:
            values["soft_ghosts"] = self._share(dynamics.soft, dynamics.ghosts)
            values["loud_accents"] = self._share(dynamics.loud, dynamics.accents)
        return tuple(
            view.ResultLine(self._strings(f"results.{name}"), value)
            for name, value in values.items()
        )

    def _row(self, lane: LaneStats) -> tuple[str, ...]:
        stats, unknown = lane.stats, self._strings("results.unknown")
        return (
            self._strings(f"lanes.{lane.lane}"),
            self._share(stats.hits, stats.notes),
            self._mean(stats.mean_offset_us),
            # One hit has no spread.
            self._spread(stats.sd_offset_us if stats.hits > 1 else None),
            self._number(stats.early) if stats.hits else unknown,
            self._number(stats.late) if stats.hits else unknown,
        )

    def _share(self, number: int, of: int) -> str:
        if not of:
            return self._strings("results.unknown")
        return self._strings("results.hit_of", hits=number, notes=of)

    def _mean(self, mean_us: Fraction | int | None) -> str:
        if mean_us is None:
            return self._strings("results.unknown")
        ms = round(mean_us / _US_PER_MS)
        name = "late" if ms > 0 else "early" if ms < 0 else "no_error"
        return self._strings(f"results.{name}", ms=abs(ms))

    def _spread(self, sd_us: int | None) -> str:
        if sd_us is None:
            return self._strings("results.unknown")
        return self._strings("results.plus_minus", ms=round(sd_us / _US_PER_MS))

    def _number(self, number: int) -> str:
        return self._strings("results.number", number=number)

    def _summary(self, found: tuple[HandOver, ...]) -> str:
        entries = [each.entry for each in found]
        counts = {entry.value: entries.count(entry) for entry in Entry}
        return self._strings("results.hand_overs_counted", **counts)

    def _hand_over(self, found: HandOver) -> view.HandOverLine:
        return view.HandOverLine(
            bar=self._strings("results.bar", bar=self._bar(found.at_us)),
            side=[each.player for each in self._analysis.players].index(found.enters),
            name=self._names[found.enters],
            entry=self._entry(found),
        )

    def _entry(self, found: HandOver) -> str:
        if found.entry is Entry.ON_TIME:
            return self._strings("results.entered_on_time")
        ms = round(abs(found.error_us) / _US_PER_MS)
        return self._strings(f"results.{found.entry.value}", ms=ms)

    def _bar(self, at_us: int) -> int:
        bars = self._analysis.song.bars
        index = bisect_right(bars, at_us, key=lambda bar: bar.at_us) - 1
        return bars[index].number if index >= 0 else 1

    def _more(self, count: int) -> str:
        if count <= MOST_HAND_OVERS:
            return ""
        return self._strings("results.hand_overs_more", number=count - MOST_HAND_OVERS + 1)
