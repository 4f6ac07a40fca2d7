"""Charts as MusicXML: every bar full, every stroke written once, and signs where drummers look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from charts_strategies import charts
from helpers import chart
from hypothesis import HealthCheck, given, settings

from game.charts.document import Document
from game.charts.model import Chart
from game.errors import GameError
from game.exchange.musicxml.score import musicxml_bytes

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "charts").glob("*/*.duet"))
KEPT = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def score_of(song: Chart) -> Element:
    return fromstring(musicxml_bytes(song).split(b'dtd">\n', 1)[1])


def measures_of(song: Chart, player: int = 1) -> list[Element]:
    return score_of(song).findall("part")[player - 1].findall("measure")


def divisions_of(part: Element) -> int:
    return int(part.findtext("measure/attributes/divisions", ""))


def placed_notes(measure: Element, divisions: int) -> Iterator[tuple[Fraction, Element]]:
    """Every note with where it begins in its bar, in quarters; graces have no length."""
    at, last = Fraction(0), Fraction(0)
    for element in measure:
        length = Fraction(int(element.findtext("duration", "0")), divisions)
        if element.tag == "backup":
            at -= length
        elif element.tag == "note":
            if element.find("chord") is None:
                last = at
                at += length
            yield last, element


def strokes_of(part: Element, bar_beats: list[Fraction]) -> Counter[Fraction]:
    """How many drums are struck at each beat of the song: no rests, graces and tied goings-on."""
    divisions = divisions_of(part)
    found: Counter[Fraction] = Counter()
    for start, measure in zip(bar_beats, part.findall("measure"), strict=True):
        for at, note in placed_notes(measure, divisions):
            is_stroke = note.find("unpitched") is not None and note.find("grace") is None
            goes_on = any(tie.get("type") == "stop" for tie in note.findall("tie"))
            found[start + at] += is_stroke and not goes_on
    return +found


def voice_lengths(measure: Element, divisions: int) -> dict[str, Fraction]:
    lengths: dict[str, Fraction] = {}
    for note in measure.findall("note"):
        if note.find("chord") is None:
            voice = note.findtext("voice", "")
            length = Fraction(int(note.findtext("duration", "0")), divisions)
            lengths[voice] = lengths.get(voice, Fraction(0)) + length
    return lengths


def assert_is_whole(song: Chart) -> None:
    """Each voice fills its bars, and what is struck is what the chart says."""
    bar_beats = [bar.beat for bar in song.bars]
    score = score_of(song)
    for own, part in zip(song.parts, score.findall("part"), strict=False):
        assert strokes_of(part, bar_beats) == Counter(note.beat for note in own.notes)
        for bar, measure in zip(song.bars, part.findall("measure"), strict=True):
            lengths = voice_lengths(measure, divisions_of(part))
            assert set(lengths.values()) == {bar.meter.length_beats}


@KEPT
@given(song=charts())
def test_every_stroke_is_written_once_and_every_bar_is_full(song: Chart) -> None:
    try:
        musicxml_bytes(song)
    except GameError as error:
        assert "1024th" in str(error)
        return
    assert_is_whole(song)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_songs_are_written_whole(path: Path) -> None:
    assert_is_whole(Document.read(path).chart())


def test_hands_have_their_stems_up_and_feet_down() -> None:
    (measure,) = measures_of(chart("P1 snare |x---|\nP1 kick |o---|\nP2 kick |o---|"))
    stems = {
        note.findtext("unpitched/display-step"): note.findtext("stem")
        for note in measure.findall("note")
        if note.find("unpitched") is not None
    }
    assert stems == {"C": "up", "F": "down"}


def test_triplets_are_three_in_the_time_of_two() -> None:
    (measure,) = measures_of(chart("P1 snare |xxx------xxx|\nP2 kick |o---|"))
    first = measure.find("note")
    assert first is not None
    assert first.findtext("time-modification/actual-notes") == "3"
    assert first.findtext("time-modification/normal-notes") == "2"
    tuplets = [each.get("type") for each in measure.iter("tuplet")]
    assert tuplets == ["start", "stop", "start", "stop"]


@pytest.mark.parametrize(
    ("symbol", "sign"),
    [
        ("X", "notations/articulations/accent"),
        ("f", "grace"),
        ("d", "grace"),
        ("r", "notations/ornaments/tremolo"),
    ],
)
def test_a_stroke_has_its_sign(symbol: str, sign: str) -> None:
    with_sign, without = (
        measures_of(chart(f"P1 snare |{each}---|\nP2 kick |o---|"))[0] for each in (symbol, "x")
    )
    assert with_sign.find(f"note/{sign}") is not None
    assert without.find(f"note/{sign}") is None


def test_a_ghost_stands_in_parentheses() -> None:
    (measure,) = measures_of(chart("P1 snare |g---|\nP2 kick |o---|"))
    head = measure.find("note/notehead")
    assert head is not None
    assert head.get("parentheses") == "yes"


def test_sections_tempi_and_meters_stand_where_they_begin() -> None:
    song = chart(
        """\
        == Verse ==
        meter   |4/4  |3/4|
        bpm     |114  |123|
        P1 kick |o--- |o--|
        P2 kick |o--- |o--|
        """
    )
    first, second = measures_of(song)
    assert first.findtext("direction/direction-type/rehearsal") == "Verse"
    assert second.find("direction/direction-type/rehearsal") is None
    for measure, beats, bpm in ((first, "4", "114"), (second, "3", "123")):
        assert measure.findtext("attributes/time/beats") == beats
        assert measure.findtext("direction/direction-type/metronome/per-minute") == bpm


def test_a_dotted_pulse_is_written_as_a_dotted_quarter() -> None:
    song = chart(
        """\
        #duet 1
        title: Shuffle
        bpm: 123 dotted
        meter: 12/8

        P1 kick |o--o--o--o--|
        P2 kick |o--o--o--o--|
        """
    )
    (measure,) = measures_of(song)
    metronome = measure.find("direction/direction-type/metronome")
    assert metronome is not None
    assert [each.tag for each in metronome] == ["beat-unit", "beat-unit-dot", "per-minute"]
    assert metronome.findtext("per-minute") == "123"


def test_only_the_first_part_names_the_tempo() -> None:
    _, second = score_of(chart("bpm |114|\nP1 kick |o---|\nP2 kick |o---|")).findall("part")
    assert second.find(".//metronome") is None
