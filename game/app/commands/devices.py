"""`devices`: keyboards, MIDI inputs, sound output, and what the clock can promise here."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_json, print_json

if TYPE_CHECKING:
    from game.app.kits.device_report import DeviceReport, KeyTimesFigure, Picture
    from game.app.sound.audio_output import AudioOutput
    from game.app.sound.output_clock import OutputClock


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "devices", help="list keyboards, MIDI inputs and sound output, and try the clock out"
    )
    add_json(parser)
    parser.add_argument(
        "--monitor",
        action="store_true",
        help="print each hit of all MIDI devices with its time, note, velocity and drum, and what "
        "the filters made of it, until Ctrl+C",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    if arguments.monitor:
        return _monitor()
    from game.app.kits.device_report import collect

    report = collect()
    if arguments.json:
        print_json(report.to_json())
    else:
        for name, text in _lines(report):
            print(f"{name + ':' if name else '':13}{text}")
    return 0


def _monitor() -> int:
    from threading import Event

    from game.app.files.folders import Folders
    from game.app.kits.pad_monitor import monitor
    from game.app.settings.store import SettingsStore

    store = SettingsStore(Folders.of_platform().settings)
    monitor(lambda line: print(line, flush=True), store.settings.kits, Event())
    return 0


def _lines(report: DeviceReport) -> Iterator[tuple[str, str]]:
    keyboards = ", ".join(report.keyboards) or "the system's (it tells no names)"
    yield "Keyboards", f"{keyboards}; the system mixes all of them into one"
    yield "Key times", _key_times(report.key_times)
    yield "MIDI inputs", ", ".join(report.midi_inputs) or "none is plugged in"
    yield "Sound", _sound(report.audio)
    if report.audio.is_bluetooth:
        yield "", "Bluetooth comes 70 to 250 ms late: use a cable, or do the sound test in Settings"
    for name in report.other_outputs:
        yield "", f"also there: {name}"
    yield "Clock", _clock(report.clock)
    yield "Picture", _picture(report.picture)


def _key_times(figure: KeyTimesFigure) -> str:
    if figure.source is None:
        return "not measured: no window could be opened here"
    sources = {
        "x11": "the X server's own time stamps",
        "arrival": "the moment at which a press arrives",
    }
    source = sources.get(figure.source, figure.source)
    if figure.uncertainty_us is None:
        return f"{source} ({figure.source}); could not be tried out"
    within = f"95 of 100 within {figure.uncertainty_us / 1_000:.1f} ms"
    busy = "" if figure.source == "x11" else ", later while a picture is drawn"
    return f"{source} ({figure.source}), {within}{busy}"


def _sound(audio: AudioOutput) -> str:
    if audio.is_silent:
        return f"no output was found; the game plays on in silence ({audio.driver})"
    buffer = f"{audio.buffer_frames} frames ({audio.buffer_ms:.1f} ms)"
    return f"{audio.device} ({audio.driver}), buffer of {buffer}"


def _clock(clock: OutputClock | None) -> str:
    if clock is None:
        return "host time alone, since nothing can be heard"
    if clock.drift_ppm is None:
        return "host time alone: the output's position does not settle"
    drift = f"the output runs {clock.drift_ppm:+} millionths against the host clock"
    if not clock.is_clock:
        return f"host time alone: {drift}, too far off to be a clock"
    return f"{drift}; the song follows it, and stays within 3 ms of the picture"


def _picture(picture: Picture) -> str:
    if not picture.is_seen:
        return f"no display was found ({picture.driver})"
    width_px, height_px = picture.desktop_px or (0, 0)
    return f"{width_px}x{height_px} ({picture.driver})"
