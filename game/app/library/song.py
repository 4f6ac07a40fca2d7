"""A song as the list knows it, without its notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.app.library.facts import Facts, Figure, facts_of, figure_of, preview_s
from game.app.play.song_audio import audio_file
from game.app.recordings.recording import song_key
from game.charts.digest import chart_digest
from game.charts.document import Document
from game.charts.model import Chart


@dataclass(frozen=True, slots=True)
class Summary:
    """All that the list shows of a chart, small enough to be remembered for a thousand."""

    title: str
    titles: Mapping[str, str]
    artist: str
    charter: str
    audio: str | None
    """Name of a file beside the chart."""

    preview_s: float
    offset_s: float
    digest: str
    song_key: str
    """What recordings of the song are kept under."""

    facts: Facts
    figure: Figure

    @classmethod
    def of(cls, chart: Chart) -> Summary:
        """Compiles both parts, so it takes a moment."""
        meta = chart.meta
        return cls(
            title=meta.title,
            titles=dict(meta.titles),
            artist=meta.artist,
            charter=meta.charter,
            audio=meta.audio,
            preview_s=preview_s(chart),
            offset_s=float(meta.offset_s),
            digest=chart_digest(chart),
            song_key=song_key(chart),
            facts=facts_of(chart),
            figure=figure_of(chart),
        )


@dataclass(frozen=True, slots=True)
class Song:
    """One chart file, readable or not."""

    path: Path
    summary: Summary | None
    fault: str = ""
    """Why the chart cannot be played, in one sentence; "" if it can."""

    folder: str = ""
    """The name of the song's own folder; "" for a chart that lies loose among others."""

    @property
    def title(self) -> str:
        """What the list calls it: a chart that cannot be read goes by its folder's name."""
        return self.summary.title if self.summary else self.folder or self.path.stem

    @property
    def audio_path(self) -> Path | None:
        """The song's sound file, if the chart names one that is there."""
        return audio_file(self.path, self.summary.audio) if self.summary else None

    def read(self) -> Chart:
        """The chart as the file has it now.

        Raises:
            ChartError: it has been broken or taken away since it was listed.
        """
        return Document.read(self.path).chart()
