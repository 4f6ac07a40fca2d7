"""What the results show."""

from __future__ import annotations

from dataclasses import dataclass

from game.view.butterfly import Butterfly
from game.view.screens.results.curves import CurvesFigure
from game.view.screens.results.histogram import HistogramFigure
from game.view.widgets.button import Button
from game.view.widgets.frame import Frame


@dataclass(frozen=True, slots=True)
class ResultLine:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class PlayerCard:
    """One player's side."""

    name: str
    choices: str
    """Level, layout and rules."""

    score: str
    word: str
    grades: tuple[int, ...]
    """How many PERFECT, GREAT, GOOD and MISS."""

    lines: tuple[ResultLine, ...]


@dataclass(frozen=True, slots=True)
class TogetherPanel:
    """How close the two were."""

    label: str
    segments: int
    """How many of five are lit."""

    value: str
    range: str
    sentences: tuple[str, ...]
    """The most telling first; those that have no room are left out whole."""


@dataclass(frozen=True, slots=True)
class TimingCard:
    """One player's errors."""

    name: str
    figure: HistogramFigure
    empty: str
    """What is said where there is no hit, else ""."""

    edges: tuple[str, str]
    """What the left and the right edge of the figure stand for."""

    facts: tuple[ResultLine, ...]
    header: tuple[str, ...]
    """Of the table: drum, hits, mean, spread, early, late."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TimingPage:
    """How early or late each player was."""

    cards: tuple[TimingCard, ...]
    note: str


@dataclass(frozen=True, slots=True)
class HandOverLine:
    """One hand-over in the list."""

    bar: str
    side: int
    """0 if the player on the left comes in, 1 for the one on the right."""

    name: str
    entry: str
    """How they came in."""


@dataclass(frozen=True, slots=True)
class SongPage:
    """Both players over the song."""

    names: tuple[str, str]
    figure: CurvesFigure
    early: str
    """What the upper edge of the curves stands for."""

    late: str
    gap: str
    gap_reach: str
    empty: str
    """What is said where there is no hit, else ""."""

    heading: str
    """Over the hand-overs, or instead of them."""

    summary: str
    hand_overs: tuple[HandOverLine, ...]
    more: str
    """Takes the last place in the list if there are more; "" if all are there."""

    note: str


Details = TimingPage | SongPage


@dataclass(frozen=True, slots=True)
class ResultsSnapshot:
    title: str
    sentence: str
    duet: str
    score: str
    together: TogetherPanel
    butterfly: Butterfly
    cards: tuple[PlayerCard, ...]
    buttons: tuple[Button, ...]
    replay: str
    frame: Frame
    tabs: tuple[Button, ...] = ()
    """The pages, the one that is shown in focus; none if there is only one."""

    details: Details | None = None
    """The page that is shown in place of the score."""
