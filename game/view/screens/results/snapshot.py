"""What the results show."""

from __future__ import annotations

from dataclasses import dataclass

from game.view.butterfly import Butterfly
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
