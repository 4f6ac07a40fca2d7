"""Python's garbage collector, kept out of play: a collection would hold up a frame."""

from __future__ import annotations

import gc


def pause_collector() -> None:
    """Collect once more, then leave alone what is there until the play is over."""
    gc.collect()
    gc.freeze()
    gc.disable()


def resume_collector() -> None:
    """Outside play it may run again."""
    gc.enable()
    gc.unfreeze()
