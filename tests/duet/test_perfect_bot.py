"""A perfect bot full-combos whatever can be compiled: every chart can be played."""

from pathlib import Path

import pytest
from charts_strategies import charts
from hypothesis import given, settings
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.charts.layouts import LAYOUTS
from game.charts.model import LEVELS, PLAYERS, Chart
from game.duet.bot_spec import BotSpec
from game.duet.result import DuetResult
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.judge.rules import RULES

SHIPPED = sorted((Path(__file__).parents[2] / "charts").rglob("*.duet"))


def perfect_play(chart: Chart, level: int, layout: str, rules: str) -> DuetResult:
    seats = [
        Seat(compile_timeline(chart, player, level, layout), RULES[rules]) for player in PLAYERS
    ]
    return simulate(seats, [BotSpec(), BotSpec()]).result


def test_there_are_shipped_charts() -> None:
    assert len(SHIPPED) >= 2


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_chart_at_every_level(path: Path, layout: str, rules: str) -> None:
    chart = Document.read(path).chart()
    for level in LEVELS:
        result = perfect_play(chart, level, layout, rules)
        for player in result.players:
            assert player.notes > 0
            assert player.perfect == player.max_combo == player.notes
            assert player.overhits == 0
        together = result.together
        assert (together.pairs >= 30) == (together.score == 100)
        assert result.duet_score == 1_000_000 + 2_000 * (together.score or 0)


@settings(max_examples=100, deadline=None)
@given(
    chart=charts(),
    level=st.sampled_from(LEVELS),
    layout=st.sampled_from(sorted(LAYOUTS)),
    rules=st.sampled_from(sorted(RULES)),
)
def test_any_chart(chart: Chart, level: int, layout: str, rules: str) -> None:
    for player in perfect_play(chart, level, layout, rules).players:
        assert player.perfect == player.max_combo == player.notes
        assert player.overhits == 0
