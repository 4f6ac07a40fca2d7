"""What a drummer reads in a chart's MusicXML: note values, beams, ties, words in their place."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest
from helpers import chart

from game.errors import GameError
from game.exchange.musicxml.score import musicxml_bytes
from game.exchange.musicxml.staff import PLACES


def measures(text: str) -> list[Element]:
    """The first player's measures."""
    data = musicxml_bytes(chart(text)).split(b'dtd">\n', 1)[1]
    return fromstring(data).findall("part[@id='P1']/measure")


def told(note: Element) -> str:
    """A note in a few signs: `eighth.` dotted, `-` before a rest, `16th 5:4` in a tuplet."""
    sign = "-" if note.find("rest") is not None else ""
    dot = "." if note.find("dot") is not None else ""
    actual = note.findtext("time-modification/actual-notes")
    tuplet = f" {actual}:{note.findtext('time-modification/normal-notes')}" if actual else ""
    return f"{sign}{note.findtext('type', 'bar')}{dot}{tuplet}"


def values(cells: str, meter: str = "4/4") -> str:
    (measure,) = measures(f"meter |{meter}|\nP1 snare |{cells}|\nP2 kick ||")
    return ", ".join(told(note) for note in measure.findall("note"))


@pytest.mark.parametrize(
    ("cells", "meter", "expected"),
    [
        ("x-------", "4/4", "quarter, -quarter, -half"),
        ("--------", "4/4", "-bar"),
        ("x--x----", "2/4", "eighth., 16th, -quarter"),
        ("-x-x", "2/4", "-eighth, eighth, -eighth, eighth"),
        ("x-----x-x---", "12/8", "quarter., -quarter., quarter, eighth, -quarter."),
        ("xxx", "2/4", "quarter 3:2, quarter 3:2, quarter 3:2"),
        ("x-x---", "2/4", "quarter 3:2, eighth 3:2, -quarter"),
        ("xxxxx", "4/4", ", ".join(["quarter 5:4"] * 5)),
        ("xx'xxxxx", "6/8", "eighth., eighth., " + ", ".join(["eighth 5:3"] * 5)),
        ("xxxxxxx", "7/8", ", ".join(["eighth"] * 7)),
        ("r=======", "4/4", "whole"),
        ("r=====--", "4/4", "half, quarter, -quarter"),
    ],
)
def test_a_bar_is_written_as_a_drummer_counts_it(cells: str, meter: str, expected: str) -> None:
    assert values(cells, meter) == expected


def test_a_roll_over_a_bar_line_is_tied_and_struck_once() -> None:
    first, second = measures("P1 snare |--r=|==--|\nP2 kick |o---|o---|")
    ties = [tie.get("type") for each in (first, second) for tie in each.iter("tie")]
    assert ties == ["start", "stop"]
    assert [told(each) for each in first.findall("note")] == ["-half", "half"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        # Eighths are joined over half a bar, sixteenths within their beat.
        ("xxxxxxxx", [["begin"], ["continue"], ["continue"], ["end"]] * 2),
        (
            "x-x-xxxx--------",
            [["begin"], ["end"], ["begin"] * 2, *[["continue"] * 2] * 2, ["end"] * 2],
        ),
        ("x--x------------", [["begin"], ["end", "backward hook"]]),
        ("xx--------------", [["begin", "forward hook"], ["end"]]),
    ],
)
def test_beams_show_the_beats(cells: str, expected: list[list[str]]) -> None:
    (measure,) = measures(f"P1 snare |{cells}|\nP2 kick |o---|")
    beams = [[beam.text for beam in note.findall("beam")] for note in measure.findall("note")]
    assert [each for each in beams if each] == expected


def test_words_and_tempi_stand_before_the_chord_that_they_are_over() -> None:
    # The roll is one whole note: the foot alone has a chord in the middle of the bar.
    (measure,) = measures("bpm |90 120|\nP1 snare |r===|\nP1 kick |o-&-|\nP2 kick |o-o-|")
    quarter = int(measure.findtext("attributes/divisions", ""))
    at, found = 0, []
    for element in measure:
        length = int(element.findtext("duration", "0"))
        at += -length if element.tag == "backup" else length
        if element.tag == "direction":
            words = element.findtext(".//words") or element.findtext(".//per-minute")
            found.append((words, at / quarter, element.findtext("offset")))
    assert found == [("90", 0, None), ("&", 2, None), ("120", 2, None)]


def test_a_cue_is_read_by_those_whom_it_is_for() -> None:
    (measure,) = measures("P1 text |mine|\nP2 text |yours|\nP1 kick |o---|\nP2 kick |o---|")
    assert [each.text for each in measure.iter("words")] == ["mine"]


def test_a_pick_up_has_no_number_and_the_meter_of_what_follows() -> None:
    first, second = measures("meter |1/4|4/4|\nP1 snare |xx|x---|\nP2 kick |-|o---|")
    assert (first.get("number"), first.get("implicit")) == ("0", "yes")
    assert (second.get("number"), second.get("implicit")) == ("1", None)
    assert first.findtext("attributes/time/beats") == "4"
    assert second.find("attributes") is None


def test_named_pulses_stand_in_the_meter() -> None:
    (measure,) = measures("meter |3+2+2/8|\nP1 snare |xxxxxxx|\nP2 kick |o------|")
    assert measure.findtext("attributes/time/beats") == "3+2+2"
    ends = [beam.text for note in measure.findall("note") for beam in note.findall("beam")]
    assert ends == ["begin", "continue", "end", "begin", "end", "begin", "end"]


def test_no_two_drums_look_alike() -> None:
    looks = {(place.step, place.octave, place.head) for place in PLACES.values()}
    assert len(looks) == len(PLACES)


def test_each_drum_names_its_general_midi_number_counted_from_one() -> None:
    data = musicxml_bytes(chart("P1 hat |xo--|\nP2 kick |o---|")).split(b'dtd">\n', 1)[1]
    (entry, _) = fromstring(data).findall("part-list/score-part")
    numbers = [each.text for each in entry.iter("midi-unpitched")]
    assert numbers == ["43", "47"]
    assert [each.text for each in entry.iter("midi-channel")] == ["10", "10"]
    used = {each.get("id") for each in fromstring(data).findall("part[@id='P1']//instrument")}
    assert used == {each.get("id") for each in entry.findall("score-instrument")}


def test_what_xml_cannot_hold_is_left_out_of_titles() -> None:
    song = "#duet 1\ntitle: a\x01<b> & c\nbpm: 120\n\nP1 kick |o---|\nP2 kick |o---|"
    data = musicxml_bytes(chart(song)).split(b'dtd">\n', 1)[1]
    assert fromstring(data).findtext("work/work-title") == "a<b> & c"


def test_a_stroke_finer_than_any_note_value_is_one_sentence() -> None:
    cells = "-" * 127 + "x"
    with pytest.raises(GameError) as fault:
        measures(f"meter |1/32|\nP1 snare |{cells}|\nP2 kick |-|")
    assert "bar 1 cannot be written as notes" in str(fault.value)
