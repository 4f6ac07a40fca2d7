"""What is said to the players: nothing that the statistics do not allow."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.charts.timeline import TimedSection
from game.score.together.estimate import Estimate
from game.score.together.follow import Following, Pull
from game.score.together.place import Place
from game.score.together.report import Report
from game.score.together.reunion import Reunion
from game.score.together.sentences import sentences
from game.score.together.tendency import Tendency
from game.timing.units import Micros
from game.view.strings import Strings

NAMES = {1: "Ann", 2: "Bo"}
SILENT = Report(
    players=(1, 2),
    is_relative=False,
    estimate=Estimate.unknown(0),
    following=None,
    places={1: None, 2: None},
    tendencies={1: None, 2: None},
    shared_feel=None,
    hand_overs=(),
)
STRINGS = Strings.load(Path(__file__).parents[3] / "assets" / "strings")


def said(report: Report) -> list[str]:
    """The sentences in English."""
    found = sentences(report, NAMES)
    return [STRINGS(each.key, **each.values) for each in found]


def pulls(first: float, second: float, error: float = 0.05, events: int = 250) -> Following:
    return Following(Pull(first, error, events), Pull(second, error, events))


def slope(ms_per_s: float, reach: float = 1.0) -> Tendency:
    return Tendency(ms_per_s, reach, -0.12 * ms_per_s)


def test_nothing_known_is_nothing_said() -> None:
    assert said(SILENT) == []


@pytest.mark.parametrize(
    ("following", "key"),
    [
        (pulls(0.0, 0.4), "leader"),
        (pulls(0.4, 0.0), "leader"),
        (pulls(0.0, 0.4, events=79), None),  # too few events
        (pulls(0.0, 0.16, error=0.01), "leader"),
        (pulls(0.0, 0.14, error=0.01), "no_leader"),  # not worth a word
        (pulls(0.0, 0.18), "no_leader"),  # 2.58 · 0.0707 = 0.182
        (pulls(0.0, 0.19), "leader"),
        (pulls(0.3, 0.35), "mutual"),
        (pulls(0.3, 0.1), "leader"),
        (pulls(0.2, 0.12), "no_leader"),  # 0.12 is below 2.58 · 0.05
        (pulls(-0.2, -0.2), "no_leader"),
    ],
)
def test_who_follows_whom(following: Following, key: str | None) -> None:
    keys = [each.key for each in sentences(replace(SILENT, following=following), NAMES)]
    assert keys == ([] if key is None else [f"together.{key}"])


def test_the_leader_and_the_follower_have_their_names() -> None:
    moved = "{} moved toward {}’s timing more often than the other way round."
    assert said(replace(SILENT, following=pulls(0.0, 0.4))) == [moved.format("Bo", "Ann")]
    assert said(replace(SILENT, following=pulls(0.4, 0.0))) == [moved.format("Ann", "Bo")]


@pytest.mark.parametrize(
    ("first", "second", "keys"),
    [
        (slope(-3), slope(-2.5), ["both_rush"]),
        (slope(3), slope(2.5), ["both_drag"]),
        (slope(-3), slope(3), ["rushes", "drags"]),
        (slope(3), slope(-3), ["rushes", "drags"]),
        (slope(-3), None, ["rushes"]),
        (slope(-3, reach=4), slope(-3), ["rushes"]),
        (slope(-1.9), slope(1.9), []),
    ],
)
def test_rushing_and_dragging(first: Tendency, second: Tendency | None, keys: list[str]) -> None:
    report = replace(SILENT, tendencies={1: first, 2: second})
    assert [each.key for each in sentences(report, NAMES)] == [f"together.{key}" for key in keys]


def test_a_tempo_is_said_with_one_decimal() -> None:
    report = replace(SILENT, tendencies={1: slope(-5), 2: None})
    assert said(report) == ["Ann pushes ahead within phrases, by about 0.6 BPM."]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (Place(12_000, 3_000), "Bo likes to sit a little behind the beat: 12 ms."),
        (Place(-9_600, 3_000), "Bo likes to be a little ahead of the beat: 10 ms."),
        (Place(12_000, 13_000), None),
        (Place(7_000, 1_000), None),
    ],
)
def test_ahead_and_behind(place: Place, sentence: str | None) -> None:
    report = replace(SILENT, places={1: None, 2: place})
    assert said(report) == ([] if sentence is None else [sentence])


def test_a_player_who_is_not_calibrated_is_neither_ahead_nor_behind() -> None:
    assert said(replace(SILENT, is_relative=True, places={1: Place(40_000, 1), 2: None})) == []


def test_every_sentence_has_its_words() -> None:
    area = (STRINGS(f"together.{name}") for name in ("means", "relative", "no_leader", "mutual"))
    assert all(not text.startswith("together.") for text in area)
    assert all(
        STRINGS(f"together.tier_{name}") != f"together.tier_{name}"
        for name in ("one_drummer", "tight_band", "together", "finding", "just_met")
    )


@pytest.mark.parametrize(
    ("was_together", "start"),
    [(True, "You drifted apart in “Bridge”"), (False, "You were still looking for each other")],
)
def test_where_they_found_each_other_again_is_said(was_together: bool, start: str) -> None:
    bridge, chorus = (TimedSection(Micros(at), name) for at, name in enumerate(("Bridge", "Out")))
    (sentence,) = said(replace(SILENT, reunion=Reunion(bridge, chorus, was_together)))
    assert sentence.startswith(start)
    assert "“Out”" in sentence
