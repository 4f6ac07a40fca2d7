"""Starting the program: finds folders, opens the window, wires the rooms, runs the loop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter_ns

import pygame

from game.app import logs
from game.app.calibration import timing_notices
from game.app.files import folders
from game.app.files.folders import Folders
from game.app.garbage import resume_collector
from game.app.kits.midi import Midi
from game.app.library.library import Library
from game.app.loop import Loop
from game.app.recordings.store import RecordingStore
from game.app.screens.base import Screen
from game.app.screens.crash import CrashScreen
from game.app.screens.lesson_offer import first_screen as usual_first_screen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.sound.sound import Sound
from game.app.window import Window
from game.input.key_times import best_key_times
from game.input.keyboard import Keyboard
from game.view.canvas import Fonts
from game.view.strings import Strings

_log = logging.getLogger(__name__)

FirstScreen = Callable[[Services], Screen]


def run_game(
    first_screen: FirstScreen = usual_first_screen,
    songs: Sequence[Path] = (),
    own: Folders | None = None,
) -> int:
    """Open the window, show the first screen, and stay until the players leave.

    Args:
        first_screen: makes the screen at the bottom of the stack.
        songs: further folders or charts for the song list.
        own: the player's folders; None: those of the platform.

    Returns:
        The exit status.
    """
    own = own or Folders.of_platform()
    log_path = logs.start(own.log)
    shipped = folders.shipped()
    store = SettingsStore(own.settings)
    strings = Strings.load(shipped / "assets" / "strings", store.settings.language)
    fonts = Fonts(shipped / "assets" / "fonts")
    window = Window(strings("title.name"), store.settings.display, fonts)
    services = Services(
        shipped=shipped,
        folders=own,
        store=store,
        strings=strings,
        sound=Sound(shipped / "assets", store.settings.volumes),
        keyboard=Keyboard(),
        key_times=best_key_times(),
        library=Library([shipped / "charts", own.songs, *songs], remembered=own.remembered_songs),
        midi=Midi(store.settings.kits),
        recordings=RecordingStore(own.recordings),
    )
    services.notices.extend(str(fault) for fault in store.faults)
    services.notices.extend(str(fault) for fault in services.recordings.faults)
    loop = Loop(window, services, first_screen(services))
    loop.after_first_frame = lambda: _open_devices(services, fonts)
    _log.info("started; the log is %s", log_path)
    try:
        loop.run()
    except Exception:
        _log.critical("crash", exc_info=True)
        _explain_crash(window, services, log_path)
        return 1
    finally:
        services.library.close()
        services.database.close()
        services.midi.close()
        services.sound.close()
        pygame.quit()
    return 0


def _explain_crash(window: Window, services: Services, log_path: Path | None) -> None:
    """Save the play in progress and say where everything is."""
    replay = services.rescue() if services.rescue else None
    resume_collector()
    services.sound.stop()
    Loop(window, services, CrashScreen(services, log_path, replay)).run()


def _open_devices(services: Services, fonts: Fonts) -> None:
    """After the first frame: opening a device takes a moment, and is no reason to wait."""
    _log.info("first frame at host %d ns", perf_counter_ns())
    uncertainty_us = services.key_times.measured_uncertainty_us()
    _log.info("key times: %s, 95 of 100 within %s µs", services.key_times.name, uncertainty_us)
    services.midi.start()
    message = services.sound.open(
        partial(_tell_missing_sample, services),
        buffer_frames=services.settings.playing.buffer_frames,
    )
    _log.info("the sound is open: %s", services.sound.driver)
    if message is not None:
        services.notices.append(services.strings(message.key, **message.values))
    services.notices.extend(timing_notices.of_sound(services))
    for path in fonts.missing:
        services.notices.append(services.strings("common.missing_font", path=path))
    services.database.look()


def _tell_missing_sample(services: Services, path: Path) -> None:
    """Said from the thread that loads the drums; the event shows it at once."""
    services.notices.append(services.strings("audio.missing_sample", path=path))
    pygame.event.post(pygame.Event(pygame.USEREVENT))
