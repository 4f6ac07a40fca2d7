"""Held keys in menus."""

from menu_rig import MS, down, up

from game.app.screens.key_repeat import KeyRepeat


def taken(repeat, until_ms):
    """The times at which the held key counts again, looked for every 10 ms."""
    return [at for at in range(0, until_ms, 10) if repeat.take(at * MS)]


def test_an_arrow_goes_on_after_a_moment_and_then_quickly():
    repeat = KeyRepeat()
    repeat.watch(down("DOWN"), 0)
    assert taken(repeat, 600) == [400, 460, 520, 580]


def test_letting_go_ends_it():
    repeat = KeyRepeat()
    repeat.watch(down("DOWN"), 0)
    repeat.watch(up("DOWN"), 100 * MS)
    assert taken(repeat, 1_000) == []
    assert repeat.due_ns is None


def test_drums_and_enter_do_not_repeat():
    repeat = KeyRepeat()
    for name in ("A", "RETURN", "ESCAPE"):
        repeat.watch(down(name), 0)
        assert repeat.due_ns is None
