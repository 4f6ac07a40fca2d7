"""How exactly key presses are stamped, while the game draws; on an X server of our own.

Another client injects the presses (XTEST) and notes when, so what is measured is the way through
the server, SDL and the game's loop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from random import Random
from time import perf_counter_ns, sleep

from game.app.bench.display import SIZE_PX, own_display
from game.app.bench.figure import Figure, Figures, at_share, middle, not_measured
from game.app.bench.probe import Task
from game.app.bench.program import folder, probe
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import scancode_of
from game.input.key_times import VARIABLE

_NS_PER_MS = 1_000_000
_NAMES = ("key_stamp_p99", "key_stamp_worst", "key_arrival_median", "key_arrival_p99")
_KEYSYMS = {"SEMICOLON": "semicolon"}
_GAP_MS = (40, 120)
_HELD_S = 0.02
_CHORD_SHARE = 0.3
_WARM_UP_S = 4.0
_SPARE_S = 3.0
_PRESS_S = 0.075
"""What a press takes on average, and a little more."""


Moments = dict[int, list[int]]
"""Scancode -> host times in ns, in order."""


def measure(presses: int) -> Figures:
    """That many presses of both players, once with the server's stamps, once without."""
    try:
        import Xlib  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - has no types
    except ImportError:
        return not_measured(_NAMES, "ms", "python-xlib is not installed")
    with own_display() as variables:
        if variables is None:
            return not_measured(_NAMES, "ms", "no Xvfb to press keys on")
        stamped_ms = _errors_ms(variables, presses)
        arrived_ms = _errors_ms({**variables, VARIABLE: "arrival"}, presses)
    size = f"{SIZE_PX[0]}x{SIZE_PX[1]} at 60 frames a second"
    note = f"{len(stamped_ms)} presses, {size}; recorded - injected"
    typical_ms = middle(stamped_ms)
    off_ms = [abs(each - typical_ms) for each in stamped_ms]
    return {
        "key_stamp_p99": Figure(at_share(off_ms, 0.99), "ms", f"{note}, median taken out"),
        "key_stamp_worst": Figure(max(off_ms), "ms", f"{note}, median taken out"),
        "key_arrival_median": Figure(middle(arrived_ms), "ms", f"{note}, stamps switched off"),
        "key_arrival_p99": Figure(at_share(arrived_ms, 0.99), "ms", f"{note}, stamps switched off"),
    }


def _errors_ms(variables: Mapping[str, str], presses: int) -> list[float]:
    """Recorded minus injected time of every press."""
    longest_s = presses * _PRESS_S + _SPARE_S
    with folder() as home:
        task = Task(home, "play", _WARM_UP_S, longest_s, players="keyboard", size_px=SIZE_PX)
        with probe(task, variables) as running:
            injected = _press(variables["DISPLAY"], presses)
            recorded: Moments = defaultdict(list)
            for scancode, at_ns in running.diary().presses:
                recorded[scancode].append(at_ns)
    return [
        (game_ns - hand_ns) / _NS_PER_MS
        for scancode, times_ns in injected.items()
        for hand_ns, game_ns in zip(times_ns, recorded[scancode], strict=False)
    ]


def _press(display_name: str, presses: int) -> Moments:
    """Press keys of both players at odd moments, some of them together; gives when."""
    from Xlib import XK, X, display  # noqa: PLC0415
    from Xlib.ext import xtest  # type: ignore[import-untyped]  # noqa: PLC0415

    client = display.Display(display_name)
    names = [name for keys in DEFAULT_KEYS["four"].values() for name in keys.values()]
    keycodes = {
        name: client.keysym_to_keycode(XK.string_to_keysym(_KEYSYMS.get(name, name.lower())))
        for name in names
    }
    random, injected = Random(1), defaultdict[int, list[int]](list)
    left = presses
    while left > 0:
        chord = random.sample(names, 2 if random.random() < _CHORD_SHARE else 1)
        for name in chord:
            injected[scancode_of(name) or 0].append(perf_counter_ns())
            xtest.fake_input(client, X.KeyPress, keycodes[name])
            client.sync()
        left -= len(chord)
        sleep(_HELD_S)
        for name in chord:
            xtest.fake_input(client, X.KeyRelease, keycodes[name])
        client.sync()
        sleep(random.uniform(*_GAP_MS) / 1_000 - _HELD_S)
    client.close()
    return injected
