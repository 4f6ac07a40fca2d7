"""Whatever chart is written: reading it gives the same chart."""

from __future__ import annotations

from charts_strategies import charts
from hypothesis import given, settings

from game.charts.digest import chart_digest
from game.charts.document import Document
from game.charts.fmt import format_document
from game.charts.model import Chart
from game.charts.writer import write


@settings(max_examples=1_000, deadline=None)
@given(charts())
def test_what_is_written_reads_as_the_same_chart(chart: Chart) -> None:
    document = Document.parse(write(chart))
    assert document.chart() == chart
    assert chart_digest(document.chart()) == chart_digest(chart)


@settings(deadline=None)
@given(charts())
def test_what_is_written_is_canonical_and_written_again_the_same(chart: Chart) -> None:
    text = write(chart)
    document = Document.parse(text)
    assert format_document(document).text() == text
    assert write(document.chart()) == text


@settings(deadline=None)
@given(charts())
def test_no_bar_that_is_written_has_an_odd_number_of_symbols(chart: Chart) -> None:
    warnings = [issue.message for issue in Document.parse(write(chart)).issues()]
    assert [message for message in warnings if "symbols in" in message] == []
