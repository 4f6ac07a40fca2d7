"""The table of strings and the screens know the same keys."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.files import folders
from game.app.screens import jam_texts
from game.app.screens.lobby_seat import BOTS, Line
from game.app.screens.setting_items import ITEMS, Choice, Heading
from game.app.screens.song_list import Order
from game.app.settings.values import CHOICES
from game.charts.layouts import LAYOUTS
from game.charts.model import LEVELS, PLAYERS
from game.view.strings import Strings

GAME = Path(folders.__file__).parent.parent
TEXTS = folders.shipped() / "assets" / "strings"
TABLE = tomllib.loads((TEXTS / "en.toml").read_text(encoding="utf-8"))
KEYS = {f"{area}.{name}" for area, names in TABLE.items() for name in names}
OURS = ("common", "lanes", "title", "levels", "layouts", "rules", "songs", "lobby", "settings",
        "keys", "jam", "results")  # fmt: skip


NO_TEXTS = {"title.ko", "keys.toml"}
"""Texts of the source that only look like keys."""


def literals() -> Iterator[str]:
    """Every text of the source that reads like a key."""
    pattern = re.compile(rf"({'|'.join(TABLE)})\.[a-z0-9_]+")
    for path in GAME.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        begun = {id(each.values[0]) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) in begun:
                    continue
                if pattern.fullmatch(node.value) and node.value not in NO_TEXTS:
                    yield node.value


def patterns() -> Iterator[re.Pattern[str]]:
    """Every text with places in it that reads like a key."""
    for path in GAME.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_]+"
                    for part in node.values
                ]
                yield re.compile("".join(parts))


def made_up() -> Iterator[str]:
    """Keys that are put together from names."""
    yield from (f"common.p{player}" for player in PLAYERS)
    yield from (f"lanes.{lane}" for layout in LAYOUTS.values() for lane in layout.lanes)
    yield from (f"levels.level_{level}" for level in LEVELS)
    yield from (f"layouts.{layout}" for layout in CHOICES["players.layout"])
    yield from (f"rules.{rules}" for rules in CHOICES["players.rules"])
    yield from (f"songs.order_{order}" for order in Order)
    yield from (f"songs.busy_{dots}" for dots in range(6))
    yield from (f"lobby.{name}" for name in BOTS.values())
    yield from (f"lobby.{line.name.lower()}" for line in Line)
    yield from (f"jam.{line.name.lower()}" for line in jam_texts.ROWS)
    for item in ITEMS:
        yield f"settings.{item.key}"
        if not isinstance(item, Heading):
            yield f"settings.{item.key}_means"
        if isinstance(item, Choice) and isinstance(item.choices[0], str):
            yield from (f"settings.{item.key}_{c.replace('-', '_')}" for c in item.choices)


@pytest.mark.parametrize("key", sorted({*literals(), *made_up()} - {"settings.toml", "shelf.json"}))
def test_every_key_in_use_has_a_text(key):
    if key not in CHOICES and not is_a_place_in_the_settings(key):
        assert key in KEYS


def is_a_place_in_the_settings(key: str) -> bool:
    """Keys of settings files look alike: `display.palette`."""
    return key.split(".", maxsplit=1)[0] in ("display", "volumes", "playing", "players")


def test_every_text_is_in_use():
    used, made = set(literals()), list(patterns())
    idle = {
        key
        for key in KEYS - used
        if key.split(".")[0] in OURS and not any(p.fullmatch(key) for p in made)
    }
    assert idle == set()


def test_a_missing_text_is_seen_and_does_not_crash():
    assert Strings({})("lobby.join") == "lobby.join"


def test_texts_have_no_glyph_that_the_typeface_lacks():
    import pygame

    font = pygame.font.Font(folders.shipped() / "assets" / "fonts" / "DrumDuetSans-Bold.otf", 40)
    missing = font.metrics("\U0001fffe")[0]
    signs = {sign for names in TABLE.values() for text in names.values() for sign in text}
    lacking = {sign for sign in signs - set(" \u00a0") if font.metrics(sign)[0] in (None, missing)}
    assert lacking == set()
