"""The header of a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from game.charts.model import Chart
from game.charts.writing.numbers import decimal_text
from game.charts.writing.words import header_text
from game.timing.meter import COMMON_TIME, Meter


def header_lines(chart: Chart) -> Iterator[str]:
    """The first line, and every key that says more than its default."""
    meta = chart.meta
    yield "#duet 1"
    yield f"title: {header_text(meta.title)}"
    for language, title in meta.titles.items():
        yield f"title.{language}: {header_text(title)}"
    texts = {
        "artist": meta.artist,
        "charter": meta.charter,
        "source": meta.source,
        "license": meta.license,
        "audio": meta.audio,
        "recording": meta.recording,
        "length": None if meta.length_s is None else decimal_text(meta.length_s),
        "offset": decimal_text(meta.offset_s) if meta.offset_s else None,
        "bpm": header_bpm_text(chart),
        "meter": None if header_meter(chart) == COMMON_TIME else str(header_meter(chart)),
        "preview": None if meta.preview_s is None else decimal_text(meta.preview_s),
    }
    for key, text in (texts | dict(meta.extra)).items():
        if text or key in meta.extra:
            yield f"{key}: {header_text(text or '')}"


def header_bpm_text(chart: Chart) -> str:
    """The tempo as the header had it, else that of the first beat."""
    return chart.meta.bpm_text or decimal_text(chart.tempo_map.steps[0].bpm)


def header_meter(chart: Chart) -> Meter:
    """The meter of most bars; the others are written where they stand."""
    counts = Counter(bar.meter for bar in chart.bars)
    return max(counts, key=counts.__getitem__, default=COMMON_TIME)
