"""The lesson's menus in their states: offered, chosen, warmed up, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from menu_rig import press, services_in
from song_shelf import JAPANESE, KOREAN

from game.app.lesson.steps import step_setup
from game.app.play.setup import SeatSetup
from game.app.screens.lesson import LessonScreen
from game.app.screens.lesson_done import LessonDoneScreen
from game.app.screens.lesson_offer import LessonOfferScreen
from game.app.screens.lesson_play import LessonPlayScreen
from game.app.screens.lesson_warm_up import LessonWarmUpScreen
from game.app.screens.menu import Menu
from game.app.services import Services
from game.app.settings.values import LessonProgress, Player
from game.duet.lesson.course import STEPS


def seats_of(*devices: str) -> tuple[SeatSetup, ...]:
    return tuple(
        SeatSetup(player, f"P{player}", device, 3, "four", "standard")
        for player, device in enumerate(devices, start=1)
    )


def done_screen(
    services: Services,
    step: str,
    *devices: str,
    won: int = 3,
    gap_us: int | None = None,
) -> LessonDoneScreen:
    setup = step_setup(services, step, seats_of(*devices), seed=1)
    return LessonDoneScreen(services, step, setup, won, gap_us, LessonPlayScreen)


def _steps(folder: Path, *keys: str, won: int = 0) -> LessonScreen:
    services = services_in(folder)
    marks = {step: (won + index) % 4 for index, step in enumerate(STEPS)} if won else {}
    services.store.settings = replace(services.settings, lesson=LessonProgress(True, marks))
    screen = LessonScreen(services)
    press(screen, *keys)
    return screen


def _warm_up(folder: Path, *keys: str) -> LessonWarmUpScreen:
    services = services_in(folder)
    names = (Player(name=KOREAN[:40]), Player(name=JAPANESE[:40]))
    services.store.settings = replace(services.settings, players=names)
    screen = LessonWarmUpScreen(services, "paradiddle")
    press(screen, *keys)
    return screen


LESSON_SCENES: Mapping[str, Callable[[Path], Menu]] = {
    "lesson offer": lambda folder: LessonOfferScreen(services_in(folder)),
    "lesson": _steps,
    "lesson, much done": lambda folder: _steps(folder, *["DOWN"] * 6, won=1),
    "lesson warm-up": lambda folder: _warm_up(folder, "A", "S", "D", "F", "J"),
    "lesson warm-up, alone": lambda folder: _warm_up(folder, "A"),
    "lesson done": lambda folder: done_screen(
        services_in(folder), "first-minute", "keyboard", "keyboard", gap_us=23_400
    ),
    "lesson done, last": lambda folder: done_screen(
        services_in(folder), "unison", "keyboard", "bot", won=1
    ),
}
