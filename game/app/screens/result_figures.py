"""The figures of the results, as the view draws them: in ms and shares of the song."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from game.duet.analysis import Analysis, PlayerAnalysis
from game.score.histogram import histogram
from game.score.together.curves import Curve, error_curve, gap_strip
from game.score.together.kernel import TAU_US
from game.score.together.numbers import mean
from game.score.together.part import Hit
from game.view.screens.results.curves import CurvesFigure
from game.view.screens.results.histogram import HistogramFigure

_US_PER_MS = 1_000
_LEAST_REACH_MS = 20
_LEAST_GAP_MS = 50
_STEP_MS = 10
_SEEN_SHARE = 0.98


def histogram_figure(player: PlayerAnalysis, reach_us: int) -> HistogramFigure:
    """A player's errors over their own windows; both players' have the same reach."""
    errors_us, rules = player.errors_us, player.rules
    found = histogram(errors_us, reach_us)
    windows_us = {rules.perfect_us, rules.great_us, rules.good_us}
    return HistogramFigure(
        counts=found.counts,
        reach_ms=float(found.reach_us) / _US_PER_MS,
        windows_ms=tuple(sorted(half_us / _US_PER_MS for half_us in windows_us)),
        mean_ms=mean([float(error_us) for error_us in errors_us]) / _US_PER_MS
        if errors_us
        else None,
    )


def curves_figure(analysis: Analysis) -> CurvesFigure:
    """Both players' errors and the gap between them over the song."""
    end_us = max(1, analysis.song.end_us)
    placed = [_placed(analysis, player) for player in analysis.players]
    constant_us = sum(analysis.constant_us.values())
    gaps = _in_ms(gap_strip(analysis.pairs, end_us, constant_us))
    sizes = sorted(abs(hit.error_us) / _US_PER_MS for hits in placed for hit in hits)
    seen_ms = sizes[int(_SEEN_SHARE * (len(sizes) - 1))] if sizes else 0.0
    widest_ms = max((gap for gap in gaps if gap is not None), default=0.0)
    return CurvesFigure(
        curves_ms=tuple(_in_ms(error_curve(hits, end_us)) for hits in placed),
        dots=tuple(
            tuple((hit.at_us / end_us, hit.error_us / _US_PER_MS) for hit in hits)
            for hits in placed
        ),
        reach_ms=_rounded_up(seen_ms, _LEAST_REACH_MS),
        gaps_ms=gaps,
        gap_reach_ms=_rounded_up(widest_ms, _LEAST_GAP_MS),
        close_ms=TAU_US / _US_PER_MS,
        sections=tuple((each.at_us / end_us, each.name) for each in analysis.song.sections),
    )


def _placed(analysis: Analysis, player: PlayerAnalysis) -> Sequence[Hit]:
    """The player's hits without what two devices that are not calibrated put between them."""
    constant_us = analysis.constant_us[player.player]
    return [Hit(hit.at_us, hit.error_us - constant_us) for hit in player.hits]


def _in_ms(values_us: Curve) -> Curve:
    return tuple(None if value_us is None else value_us / _US_PER_MS for value_us in values_us)


def _rounded_up(ms: float, least_ms: int) -> float:
    return float(max(least_ms, ceil(ms / _STEP_MS) * _STEP_MS))
