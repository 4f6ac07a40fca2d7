"""The settings file: TOML with a version, read forgivingly, written atomically.

A broken file is set aside with a message and replaced by the defaults; a file of a newer version
is left alone, and nothing is written over it.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tomlkit

from game.app.files import atomic
from game.app.files.plain_faults import TextFault, found_by, text_fault
from game.app.settings import calibration_tables, key_tables, kit_tables, lesson_tables
from game.app.settings.values import (
    CHOICES,
    RANGES,
    VERSION,
    Display,
    Player,
    Playing,
    Settings,
    Volumes,
)
from game.errors import SettingsError

Table = dict[str, Any]

MIGRATIONS: Mapping[int, Callable[[Table], Table]] = {}
"""Version -> what turns a file of that version into the next one."""

_SECTIONS = {"display": Display, "volumes": Volumes, "playing": Playing}


class SettingsStore:
    """Holds the settings in use and keeps them in their file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.settings = Settings()
        self.faults: list[SettingsError] = []
        """What was wrong with the file, for the player to read."""

        self._may_write = True
        self._load()

    def save(self, settings: Settings) -> SettingsError | None:
        """Use these settings from now on and write them; returns what kept them off the disk."""
        self.settings = settings
        if not self._may_write:
            return None
        try:
            atomic.write_text(self.path, _text(settings, self._present_text()))
        except OSError as error:
            return SettingsError(
                self.path,
                "",
                found_by(error),
                "a file that can be written",
                "the settings hold until you leave",
            )
        return None

    def _load(self) -> None:
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            self._may_write = False
            self._fault("", found_by(error), "a file that can be read")
            return
        try:
            table = tomllib.loads(raw.decode("utf-8"))
        except (ValueError, RecursionError) as error:
            self._set_aside(text_fault(error))
            return
        version = table.get("version", VERSION)
        if isinstance(version, int) and version > VERSION:
            self._may_write = False
            self._fault(
                "version",
                str(version),
                f"at most {VERSION}",
                "a newer Drum Duet wrote this file; it is left as it is, the defaults are in use",
            )
            return
        self.settings = self._settings(migrated(table))

    def _set_aside(self, fault: TextFault) -> None:
        try:
            aside = atomic.set_aside(self.path)
            hint = f"it was kept as {aside.name}, the defaults are in use"
        except OSError:
            self._may_write = False
            hint = "it is left as it is, the defaults are in use"
        self._fault(fault.place, fault.found, fault.expected, hint)

    def _fault(self, place: str, found: str, expected: str, hint: str = "") -> None:
        self.faults.append(SettingsError(self.path, place, found, expected, hint))

    def _settings(self, table: Table) -> Settings:
        settings = Settings()
        for name, kind in _SECTIONS.items():
            section = self._table(table, name)
            value = self._record(kind(), section, name)
            settings = dataclasses.replace(settings, **{name: value})
        language = table.get("language", settings.language)
        if not isinstance(language, str):
            self._fault("language", repr(language), 'a language code such as "en"')
            language = settings.language
        players = self._table(table, "players")
        return dataclasses.replace(
            settings,
            language=language,
            players=tuple(
                self._record(
                    Player(), self._table(players, str(n)), f"players.{n}", ranges="players"
                )
                for n in (1, 2)
            ),
            keys=key_tables.read(table.get(key_tables.NAME, {}), self._fault),
            calibrations=calibration_tables.read(
                table.get(calibration_tables.NAME, []), self._fault
            ),
            kits=kit_tables.read(table.get(kit_tables.NAME, {}), self._fault),
            lesson=lesson_tables.read(table.get(lesson_tables.NAME), self._fault),
        )

    def _table(self, table: Table, name: str) -> Table:
        value = table.get(name, {})
        if isinstance(value, dict):
            return value
        self._fault(name, repr(value), "a table")
        return {}

    def _record(self, default: Any, section: Table, name: str, ranges: str = "") -> Any:
        """`default` with every usable value of `section` put in; the others are reported."""
        changes = {}
        for field in dataclasses.fields(default):
            if field.name not in section:
                continue
            value = section[field.name]
            expected = _expected(f"{ranges or name}.{field.name}", getattr(default, field.name))
            if expected.accepts(value):
                changes[field.name] = value
            else:
                self._fault(f"{name}.{field.name}", repr(value), expected.words)
        return dataclasses.replace(default, **changes)

    def _present_text(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""


@dataclasses.dataclass(frozen=True, slots=True)
class _Expected:
    words: str
    accepts: Callable[[Any], bool]


def _expected(name: str, default: Any) -> _Expected:
    if name in CHOICES:
        choices = CHOICES[name]
        return _Expected("one of " + ", ".join(choices), lambda value: value in choices)
    if isinstance(default, bool):
        return _Expected("true or false", lambda value: isinstance(value, bool))
    if name in RANGES:
        low, high = RANGES[name]
        return _Expected(
            f"a whole number from {low} to {high}",
            lambda value: type(value) is int and low <= value <= high,
        )
    return _Expected("a text in quotes", lambda value: isinstance(value, str))


def migrated(table: Table) -> Table:
    """A table of any older version, brought to the present one."""
    version = table.get("version", VERSION)
    while isinstance(version, int) and version in MIGRATIONS:
        table = MIGRATIONS[version](table)
        version += 1
    return table


def _text(settings: Settings, present: str) -> str:
    """The settings as TOML; what a person wrote between the lines stays."""
    try:
        document = tomlkit.parse(present)
    except tomlkit.exceptions.ParseError:
        document = tomlkit.document()
    document["version"] = VERSION
    document["language"] = settings.language
    for name in _SECTIONS:
        _update(document, name, dataclasses.asdict(getattr(settings, name)))
    _update(
        document,
        "players",
        {str(n): dataclasses.asdict(settings.player(n)) for n in (1, 2)},
    )
    _update(
        document,
        key_tables.NAME,
        {
            layout: {f"p{player}": dict(lanes) for player, lanes in players.items()}
            for layout, players in settings.keys.items()
        },
    )
    _update_list(
        document, calibration_tables.NAME, calibration_tables.tables(settings.calibrations)
    )
    _replace(document, kit_tables.NAME, kit_tables.tables(settings.kits))
    _update(document, lesson_tables.NAME, lesson_tables.table(settings.lesson))
    return tomlkit.dumps(document)


def _update(target: Any, name: str, values: Mapping[str, Any]) -> None:
    if not isinstance(target.get(name), dict):
        target[name] = tomlkit.table()
    for key, value in values.items():
        if isinstance(value, Mapping):
            _update(target[name], key, value)
        elif target[name].get(key) != value:
            target[name][key] = value


def _replace(document: Any, name: str, values: Table) -> None:
    """A table of tables, written anew when it has changed: what was taken out goes."""
    if document.get(name, {}) == values:
        return
    document.pop(name, None)
    if values:
        document[name] = tomlkit.item(values)


def _update_list(document: Any, name: str, values: list[Table]) -> None:
    """An array of tables, written anew when it has changed."""
    if document.get(name, []) == values:
        return
    document.pop(name, None)
    if not values:
        return
    array = tomlkit.aot()
    for value in values:
        array.append(tomlkit.item(value))
    document[name] = array
