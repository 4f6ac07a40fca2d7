import dataclasses
import json

import pytest

from game.app.cli import main
from game.app.commands.devices import _lines
from game.app.kits.device_report import DeviceReport, KeyTimesFigure, Picture
from game.app.sound.audio_output import NO_OUTPUT, AudioOutput
from game.app.sound.output_clock import OutputClock

NOTHING = DeviceReport(
    keyboards=(),
    midi_inputs=(),
    key_times=KeyTimesFigure(None, None),
    audio=NO_OUTPUT,
    other_outputs=(),
    clock=None,
    picture=Picture("none", None, False),
)
SPEAKERS = AudioOutput("pulseaudio", "Built-in Speakers", 256, 48_000, is_silent=False)
LIVING_ROOM = DeviceReport(
    keyboards=("AT keyboard", "USB keyboard"),
    midi_inputs=("Pads", "TD-17"),
    key_times=KeyTimesFigure("x11", 880),
    audio=SPEAKERS,
    other_outputs=("HDMI",),
    clock=OutputClock(is_clock=True, drift_ppm=32, steps=1),
    picture=Picture("x11", (1920, 1080), True),
)


def text_of(report: DeviceReport, name: str) -> str:
    return dict(_lines(report))[name]


@pytest.fixture
def _no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


@pytest.mark.usefixtures("_no_devices")
def test_without_display_and_sound_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["devices", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["key_times"] == {"source": None, "uncertainty_us": None}
    assert report["audio"]["is_silent"] is True
    assert report["clock"] is None
    assert report["picture"]["is_seen"] is False
    assert main(["devices"]) == 0
    shown = capsys.readouterr().out
    assert "no window could be opened" in shown
    assert "plays on in silence" in shown


def test_what_is_there_is_named_with_its_figures() -> None:
    assert text_of(LIVING_ROOM, "Keyboards").startswith("AT keyboard, USB keyboard;")
    assert "within 0.9 ms" in text_of(LIVING_ROOM, "Key times")
    assert text_of(LIVING_ROOM, "Sound").endswith("buffer of 256 frames (5.3 ms)")
    assert "+32 millionths" in text_of(LIVING_ROOM, "Clock")
    assert text_of(LIVING_ROOM, "Picture") == "1920x1080 (x11)"


def test_pads_are_listed_by_the_names_that_play_takes() -> None:
    assert text_of(LIVING_ROOM, "MIDI inputs") == "Pads, TD-17"
    assert text_of(NOTHING, "MIDI inputs") == "none is plugged in"


def test_a_name_that_shows_bluetooth_is_warned_about() -> None:
    headphones = dataclasses.replace(SPEAKERS, device="Bluetooth headphones")
    report = dataclasses.replace(LIVING_ROOM, audio=headphones)
    assert any("70 to 250 ms" in text for _, text in _lines(report))
    assert not any("70 to 250 ms" in text for _, text in _lines(LIVING_ROOM))


CLOCKS = [
    (OutputClock(is_clock=False, drift_ppm=38_500, steps=2), "too far off to be a clock"),
    (OutputClock(is_clock=False, drift_ppm=None, steps=9), "does not settle"),
    (None, "nothing can be heard"),
]


@pytest.mark.parametrize(("clock", "words"), CLOCKS)
def test_an_output_that_keeps_no_time_is_said_to_be_none(
    clock: OutputClock | None, words: str
) -> None:
    text = text_of(dataclasses.replace(LIVING_ROOM, clock=clock), "Clock")
    assert text.startswith("host time alone")
    assert words in text


def test_times_of_arrival_are_said_to_be_late_while_drawing() -> None:
    figure = KeyTimesFigure("arrival", 1_070)
    text = text_of(dataclasses.replace(LIVING_ROOM, key_times=figure), "Key times")
    assert "within 1.1 ms" in text
    assert "later while a picture is drawn" in text
    untried = KeyTimesFigure("arrival", None)
    text = text_of(dataclasses.replace(LIVING_ROOM, key_times=untried), "Key times")
    assert "could not be tried out" in text


def test_a_machine_with_nothing_at_all_gets_a_line_for_each_thing() -> None:
    assert [name for name, _ in _lines(NOTHING)] == [
        "Keyboards", "Key times", "MIDI inputs", "Sound", "Clock", "Picture",
    ]  # fmt: skip
