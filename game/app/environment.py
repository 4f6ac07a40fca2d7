"""What SDL must be told before it starts: import this before pygame."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping


def prepare(variables: MutableMapping[str, str], platform: str) -> None:
    """Set what the game needs; what the user has set stays."""
    variables.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if platform.startswith("linux"):
        # Without a graphics card SDL's default surface is an emulated GL one: 20 times slower.
        variables.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


prepare(os.environ, sys.platform)
