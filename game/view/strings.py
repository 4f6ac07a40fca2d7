"""The one table of strings: everything a player reads."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class Strings:
    """Texts by dotted key, with named places: `strings("songs.bpm", bpm=114)`.

    A key that the language lacks falls back to English, one that English lacks too is shown as the
    key itself, so that a fault is seen and nothing crashes.
    """

    def __init__(self, table: Mapping[str, str], language: str = "en") -> None:
        self._table = dict(table)
        self.language = language

    @classmethod
    def load(cls, folder: Path, language: str = "en") -> Strings:
        """Read `en.toml`, and over it the language's own file if there is one."""
        table = _flat(tomllib.loads((folder / "en.toml").read_text(encoding="utf-8")))
        own = folder / f"{language}.toml"
        if language != "en" and own.is_file():
            table |= _flat(tomllib.loads(own.read_text(encoding="utf-8")))
        return cls(table, language)

    def __call__(self, key: str, **values: object) -> str:
        text = self._table.get(key, key)
        return text.format(**values) if values else text


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = str(value)
    return flat
