"""The picture of two sticks, as a PNG of 1920 by 1080 pixels."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pygame

from game.app.files.pictures import save_picture
from game.app.history.story import local_time
from game.app.services import Services
from game.app.shelf.pair import SignedPair
from game.view.canvas import HEIGHT, WIDTH, Canvas, Fonts
from game.view.screens import keepsake
from game.view.strings import Strings


def share(services: Services, pair: SignedPair) -> Path | None:
    """Save the picture of a pair and say where it is, or why not; None where it is not."""
    surface = drawn(services.strings, services.shipped / "assets" / "fonts", pair)
    title = " + ".join(stick.name for stick in pair.sticks)
    try:
        path = save_picture(surface, services.folders.pictures, title, datetime.now())
    except OSError as error:
        reason = error.strerror or str(error)
        services.notices.append(services.strings("results.picture_failed", reason=reason))
        return None
    services.notices.append(services.strings("results.picture_saved", path=path))
    return path


def drawn(strings: Strings, fonts: Path, pair: SignedPair) -> pygame.Surface:
    """The picture, whatever the size of the window is."""
    surface = pygame.Surface((WIDTH, HEIGHT), 0, 32)
    first, second = pair.sticks
    keepsake.draw(
        Canvas(surface, Fonts(fonts)),
        keepsake.Keepsake(
            heading=strings("signing.picture_heading", first=first.name, second=second.name),
            song=strings("signing.picture_song", title=pair.title),
            facts=facts(strings, pair, "signing.picture_facts"),
            game=strings("title.name"),
            signatures=(first.signature, second.signature),
        ),
    )
    return surface


def facts(strings: Strings, pair: SignedPair, key: str) -> str:
    """Date and score, and Together where it is known; `key` is that of the text."""
    date = f"{local_time(pair.at_s):%Y-%m-%d}"
    if pair.together is None:
        return strings(key, date=date, score=pair.score)
    return strings(f"{key}_together", date=date, score=pair.score, together=pair.together)
