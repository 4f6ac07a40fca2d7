"""The digest names a song by what is played, not by how it is typed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from game.charts.digest import chart_digest
from game.charts.model import Chart, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep

NOTES = (
    Note(Fraction(0), Piece.KICK, accent=True),
    Note(Fraction(3, 2), Piece.HAT, open=True),
    Note(Fraction(2), Piece.SNARE, Stroke.ROLL, length=Fraction(2)),
)
TEMPO = TempoMap.build([TempoStep(Fraction(0), Fraction(120))])
CHART = Chart(
    meta=Meta("A song"),
    tempo_map=TEMPO,
    bars=(Bar(Fraction(0), COMMON_TIME),),
    sections=(),
    leads=(),
    cues=(),
    parts=(Part(1, NOTES), Part(2, ())),
)


def with_first_note(**changes: object) -> Chart:
    notes = (replace(NOTES[0], **changes), *NOTES[1:])
    return replace(CHART, parts=(Part(1, notes), Part(2, ())))


def test_it_is_the_hash_of_the_sorted_lines() -> None:
    # printf '%s' of the four lines below, joined by line feeds, through sha256sum
    #   0 1 kick hit 1 0 0 0
    #   2 1 snare roll 0 0 0 2
    #   3/2 1 hat hit 0 1 0 0
    #   tempo 0 500000
    assert chart_digest(CHART) == (
        "435ba74712cd5a75fb85841ecdd3afea86d85d687222248d05d4a4031c915999"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(CHART, meta=Meta("Another title", artist="Someone", titles={"ko": "노래"})),
        replace(CHART, sections=(Section("Verse", 0, Fraction(0)),)),
        replace(CHART, parts=(Part(1, tuple(reversed(NOTES))), Part(2, ()))),
        replace(CHART, parts=(Part(1, NOTES, {(1, 0): NOTES[:1]}), Part(2, ()))),
        replace(
            CHART,
            tempo_map=TempoMap.build(
                [
                    TempoStep(Fraction(0), Fraction(120)),
                    TempoStep(Fraction(2), Fraction(120)),
                ]
            ),
        ),
    ],
    ids=["title", "sections", "order", "level", "same tempo again"],
)
def test_it_stays_when_only_the_words_change(other: Chart) -> None:
    assert chart_digest(other) == chart_digest(CHART)


@pytest.mark.parametrize(
    "changes",
    [
        {"beat": Fraction(1, 960)},
        {"piece": Piece.TOM3},
        {"stroke": Stroke.FLAM},
        {"accent": False},
        {"open": True},
        {"shared": True},
        {"length": Fraction(1, 4)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_it_changes_with_every_field_of_a_note(changes: dict[str, object]) -> None:
    assert chart_digest(with_first_note(**changes)) != chart_digest(CHART)


def test_it_changes_when_the_players_swap() -> None:
    swapped = replace(CHART, parts=(Part(1, ()), Part(2, NOTES)))
    assert chart_digest(swapped) != chart_digest(CHART)


@pytest.mark.parametrize(
    "tempo_map",
    [
        TempoMap.build([TempoStep(Fraction(0), Fraction(121))]),
        TempoMap.build(
            [TempoStep(Fraction(0), Fraction(120)), TempoStep(Fraction(2), Fraction(90))]
        ),
        # 4 beats in 1.96 s instead of 2 s
        TempoMap.build(
            [TempoStep(Fraction(0), Fraction(120))], [Pin(Fraction(4), Fraction(1_960_000))]
        ),
    ],
    ids=["tempo", "change of tempo", "pin"],
)
def test_it_changes_with_what_sounds(tempo_map: TempoMap) -> None:
    assert chart_digest(replace(CHART, tempo_map=tempo_map)) != chart_digest(CHART)
