"""Signing and the shelf in their states: empty, full, extreme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from menu_rig import down, press, services_in
from song_shelf import JAPANESE, KOREAN

from game.app.screens.menu import Menu
from game.app.screens.shelf import ShelfScreen
from game.app.screens.signing import SWAP_NS, SigningScreen
from game.app.shelf.occasion import Occasion
from game.app.shelf.pair import SignedPair, Stick
from game.view.sticks.signature import Signature

DRAWN = Signature("", (((0, 0), (300, 900), (600, 100), (1000, 1000)),))
NAMES = ("Mina", "Jun", KOREAN[:40], JAPANESE[:40], "W" * 40)


def pair(number: int) -> SignedPair:
    """Names of every kind, and now and then a drawing."""
    first, second = NAMES[number % 5], NAMES[(number + 2) % 5]
    sign = DRAWN if number % 4 == 3 else Signature(second)
    sticks = (Stick(1, first, Signature(first)), Stick(2, second, sign))
    together = None if number % 3 == 0 else 100 - number % 100
    return SignedPair(sticks, (KOREAN, "W" * 60)[number % 2], 1_700_000_000, 1_200_000, together)


def shelf(folder: Path, pairs: int, *keys: str) -> ShelfScreen:
    services = services_in(folder)
    services.folders.data.mkdir(parents=True)
    for number in range(pairs):
        services.shelf.add(pair(number))
    screen = ShelfScreen(services)
    screen.enter()
    for key in keys:
        screen.handle(down(key), 0)
    return screen


def signing(folder: Path, names: tuple[str, str], *keys: str) -> SigningScreen:
    screen = SigningScreen(services_in(folder), Occasion(KOREAN, names, 1_200_000, 100))
    screen.enter()
    press(screen, *keys)
    return screen


def swapped(folder: Path, names: tuple[str, str]) -> SigningScreen:
    """After the sticks have changed hands."""
    screen = signing(folder, names)
    press(screen, "RETURN", "RETURN", "RETURN", at_ns=-2 * SWAP_NS)
    screen.tick(0)
    return screen


STICK_SCENES: Mapping[str, Callable[[Path], Menu]] = {
    "shelf, empty": lambda folder: shelf(folder, 0),
    "shelf, one pair": lambda folder: shelf(folder, 1),
    "shelf, a hundred pairs": lambda folder: shelf(folder, 100, "END", "UP"),
    "signing": lambda folder: signing(folder, ("Mina", KOREAN[:40])),
    "signing, without names": lambda folder: signing(folder, ("", ""), "DOWN"),
    "signing, ready": lambda folder: signing(folder, ("W" * 40, JAPANESE[:40]), "DOWN", "DOWN"),
    "signing, swapped": lambda folder: swapped(folder, ("Mina", KOREAN[:20])),
}
