import dataclasses
from pathlib import Path

import pytest

from game.app.settings.store import MIGRATIONS, SettingsStore
from game.app.settings.values import VERSION, LessonProgress, Player, Settings, Volumes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(path: Path, text: str) -> SettingsStore:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return SettingsStore(path)


def test_without_a_file_the_defaults_hold_and_nothing_is_said(path: Path) -> None:
    store = SettingsStore(path)
    assert store.settings == Settings()
    assert store.faults == []
    assert not path.exists()


def test_what_was_saved_is_there_the_next_time(path: Path) -> None:
    settings = dataclasses.replace(
        Settings(),
        volumes=Volumes(music_pct=35),
        players=(Player(name="미나", level=1), Player(layout="kit", rules="tight")),
    )
    assert SettingsStore(path).save(settings) is None
    again = SettingsStore(path)
    assert again.settings == settings
    assert again.faults == []


def test_a_persons_own_comments_survive_a_save(path: Path) -> None:
    store = written(path, "# our living room\nversion = 1\n[volumes]\nmusic_pct = 50 # late\n")
    store.save(dataclasses.replace(store.settings, volumes=Volumes(music_pct=60)))
    text = path.read_text(encoding="utf-8")
    assert "# our living room" in text
    assert "music_pct = 60 # late" in text


def test_a_broken_file_is_set_aside_and_said_so(path: Path) -> None:
    store = written(path, "volumes = [")
    assert store.settings == Settings()
    assert [fault.path for fault in store.faults] == [path]
    assert "settings.toml.broken-1" in str(store.faults[0])
    assert path.with_name("settings.toml.broken-1").read_text(encoding="utf-8") == "volumes = ["
    assert not path.exists()


def test_a_second_broken_file_does_not_replace_the_first(path: Path) -> None:
    written(path, "a = [")
    written(path, "b = [")
    assert path.with_name("settings.toml.broken-1").read_text(encoding="utf-8") == "a = ["
    assert path.with_name("settings.toml.broken-2").read_text(encoding="utf-8") == "b = ["


def test_bytes_that_are_no_text_are_set_aside_too(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xfe\x00")
    assert SettingsStore(path).settings == Settings()
    assert path.with_name("settings.toml.broken-1").exists()


@pytest.mark.parametrize(
    ("data", "place", "found", "expected"),
    [
        (
            b"version = 1\n[volumes\n",
            "line 2, column 9",
            "text that is no TOML",
            "']' at the end of a table declaration",
        ),
        (b"a = 1\na = 2\n", "line 2, column 6", "cannot overwrite a value", "TOML"),
        (b"volumes = [", "end of document", "text that is no TOML", "TOML"),
        (b"a = '\xff'", "byte 6", "bytes that are no text", "text in UTF-8"),
        (b"a = " + b"[" * 100_000, "", "brackets within brackets without end", "TOML"),
        (b"a = " + b"1" * 5_000, "", "a value that cannot be read", "TOML"),
    ],
)
def test_a_broken_file_is_said_in_plain_words(
    path: Path, data: bytes, place: str, found: str, expected: str
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    (fault,) = SettingsStore(path).faults
    assert (fault.place, fault.expected) == (place, expected)
    assert found in fault.found
    assert f"{path}{', ' if place else ''}{place}: found" in str(fault)


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    (fault,) = SettingsStore(path).faults
    assert (fault.found, fault.expected) == ("a folder", "a file that can be read")


def test_a_newer_file_is_left_alone(path: Path) -> None:
    text = f"version = {VERSION + 1}\n[volumes]\nmusic_pct = 1\n"
    store = written(path, text)
    assert store.settings == Settings()
    assert "newer Drum Duet" in str(store.faults[0])
    store.save(dataclasses.replace(Settings(), volumes=Volumes(music_pct=2)))
    assert path.read_text(encoding="utf-8") == text
    assert store.settings.volumes.music_pct == 2


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("[volumes]\nmusic_pct = 101", "volumes.music_pct", "a whole number from 0 to 100"),
        ("[volumes]\nmusic_pct = true", "volumes.music_pct", "a whole number from 0 to 100"),
        ("[volumes]\nmusic_pct = 'loud'", "volumes.music_pct", "a whole number from 0 to 100"),
        ("[display]\nfullscreen = 1", "display.fullscreen", "true or false"),
        (
            "[display]\npalette = 'neon'",
            "display.palette",
            "one of standard, colour-blind, high-contrast",
        ),
        ("[players.1]\nlevel = 6", "players.1.level", "a whole number from 1 to 5"),
        ("[players.2]\nlayout = 'five'", "players.2.layout", "one of four, two, kit"),
        ("[players.2]\nname = 3", "players.2.name", "a text in quotes"),
        ("display = 3", "display", "a table"),
        ("language = 3", "language", 'a language code such as "en"'),
        (
            "[keys.four.p1]\nkick = 'NOWHERE'",
            "keys.four.p1.kick",
            'a key such as "A" or "SEMICOLON"',
        ),
        ("[keys.two.p1]\ngong = 'A'", "keys.two.p1.gong", "high, low"),
    ],
)
def test_one_bad_value_is_named_and_the_rest_is_used(
    path: Path, text: str, place: str, expected: str
) -> None:
    if "language" in text:
        text = f"{text}\n[volumes]\nclick_pct = 7"
    elif "[volumes]" in text:
        text += "\nclick_pct = 7"
    else:
        text += "\n[volumes]\nclick_pct = 7"
    store = written(path, text)
    assert [(fault.place, fault.expected) for fault in store.faults] == [(place, expected)]
    usual = dataclasses.replace(Settings(), lesson=LessonProgress(is_offered=True))
    assert store.settings == dataclasses.replace(usual, volumes=Volumes(click_pct=7))


def test_a_key_of_ones_own_is_used(path: Path) -> None:
    store = written(path, "[keys.four.p2]\nkick = 'space'\n")
    assert store.settings.keys["four"][2]["kick"] == "SPACE"
    assert store.settings.keys["four"][2]["snare"] == "L"
    assert store.faults == []


def test_a_folder_that_cannot_be_written_is_said_and_the_settings_hold(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "config" / "settings.toml")
    (tmp_path / "config").write_text("a file stands where the folder should be", encoding="utf-8")
    fault = store.save(dataclasses.replace(Settings(), language="ko"))
    assert fault is not None
    assert "settings.toml" in str(fault)
    assert fault.found == "a file in the place of its folder"
    assert store.settings.language == "ko"


def test_there_is_a_migration_for_every_version_before_the_present_one() -> None:
    assert set(MIGRATIONS) == set(range(1, VERSION))
