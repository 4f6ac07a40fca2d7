"""Where the lobby leads to: the play, or its practice."""

from __future__ import annotations

from game.app.play.setup import PlaySetup
from game.app.screens.base import Change, Push, Replace
from game.app.screens.loading import LoadingScreen
from game.app.screens.practice import PracticeScreen
from game.app.screens.song_card import audio_note
from game.app.services import Services


def way_on(services: Services, setup: PlaySetup, *, practises: bool) -> Change:
    """Begin with those who sit there; what is amiss with the song's sound is said once."""
    note = audio_note(services.strings, setup.path, setup.chart.meta.audio)
    is_needless = services.recordings.in_use(setup.chart) is not None
    if note and not is_needless:
        services.notices.append(note)
    if practises:
        return Push(PracticeScreen(services, setup))
    return Replace(LoadingScreen(services, setup))
