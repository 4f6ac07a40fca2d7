import dataclasses
from datetime import date
from pathlib import Path

import pytest

from game.app.settings.store import SettingsStore
from game.app.settings.values import Settings
from game.timing.offsets import Calibration, Kind, Setup

SOUND = Calibration(
    1, Setup("keyboard", "Speakers", 256), Kind.SOUND, -18_000, 6_000, 15_000, 32, date(2026, 7, 4)
)
PICTURE = dataclasses.replace(SOUND, player=2, kind=Kind.PICTURE, refined_us=-500, songs=3)

WHOLE = """
[[calibrations]]
player = 1
device = "keyboard"
audio_device = "Speakers"
buffer_frames = 256
kind = "sound"
median_us = -18000
uncertainty_us = 6000
robust_sd_us = 15000
taps = 32
date = 2026-07-04
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(path: Path, text: str) -> SettingsStore:
    path.write_text(text, encoding="utf-8")
    return SettingsStore(path)


def test_calibrations_are_there_the_next_time(path: Path) -> None:
    settings = dataclasses.replace(Settings(), calibrations=(SOUND, PICTURE))
    SettingsStore(path).save(settings)
    again = SettingsStore(path)
    assert again.faults == []
    assert again.settings == settings


def test_a_table_that_a_person_can_read_is_a_calibration(path: Path) -> None:
    assert read(path, WHOLE).settings.calibrations == (SOUND,)


def test_saving_again_changes_no_letter(path: Path) -> None:
    store = read(path, "# ours\nversion = 1\n" + WHOLE)
    store.save(store.settings)
    first = path.read_text(encoding="utf-8")
    assert "# ours" in first
    store.save(store.settings)
    assert path.read_text(encoding="utf-8") == first


def test_forgotten_calibrations_leave_the_file(path: Path) -> None:
    store = read(path, WHOLE)
    store.save(dataclasses.replace(store.settings, calibrations=()))
    assert "calibrations" not in path.read_text(encoding="utf-8")
    assert SettingsStore(path).settings.calibrations == ()


BAD_VALUES = [
    ("player = 1", "player = 3", ".player", "a whole number from 1 to 2"),
    ("player = 1", "", "", "a whole number from 1 to 2"),
    ("median_us = -18000", "median_us = -18.5", ".median_us", "a whole number from -150000"),
    ("median_us = -18000", "median_us = 420001", ".median_us", "a whole number from -150000"),
    ("taps = 32", "taps = true", ".taps", "a whole number from 1"),
    ('kind = "sound"', 'kind = "smell"', ".kind", "one of sound, picture"),
    ("date = 2026-07-04", 'date = "July"', ".date", "a date such as 2026-07-31"),
    ("date = 2026-07-04", "date = 2026-07-04T12:00:00", ".date", "a date such as 2026-07-31"),
    ('device = "keyboard"', "device = 5", ".device", "a text in quotes"),
]


@pytest.mark.parametrize(("line", "instead", "place", "expected"), BAD_VALUES)
def test_one_bad_calibration_is_named_and_the_others_are_used(
    path: Path, line: str, instead: str, place: str, expected: str
) -> None:
    bad = WHOLE.replace(line, instead, 1)
    store = read(path, WHOLE + bad)
    assert store.settings.calibrations == (SOUND,)
    assert [fault.place for fault in store.faults] == [f"calibrations[1]{place}"]
    assert store.faults[0].expected.startswith(expected)


@pytest.mark.parametrize(
    ("text", "place"),
    [("calibrations = 3", "calibrations"), ("calibrations = [3]", "calibrations[0]")],
)
def test_what_is_no_table_is_said_so(path: Path, text: str, place: str) -> None:
    store = read(path, text)
    assert store.settings.calibrations == ()
    assert [fault.place for fault in store.faults] == [place]
