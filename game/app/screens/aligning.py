"""Waiting while a recording is listened to and the song is found in it."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.app.play.song_audio import audio_file
from game.app.recordings.obstacles import obstacle
from game.app.recordings.surveyor import Surveyor, survey_request
from game.app.screens.alignment import AlignmentScreen
from game.app.screens.base import Change, Pop, Replace
from game.app.screens.menu_keys import MenuKey, menu_key
from game.app.services import Services
from game.charts.model import Chart
from game.view.canvas import Canvas
from game.view.screens import loading as view

_QUIET_NS = 300_000_000
_POLL_NS = 50_000_000


class AligningScreen:
    """Goes on to the alignment by itself; a recording that cannot be aligned is explained."""

    text_input = False
    is_animated = False

    def __init__(self, services: Services, path: Path, chart: Chart, recording: Path) -> None:
        """`path` is the chart's file."""
        self._services = services
        self._path, self._chart, self._recording = path, chart, recording
        self._surveyor: Surveyor | None = None
        self._since_ns: int | None = None
        self._fault = ""

    def enter(self) -> None:
        request = survey_request(
            self._chart, audio_file(self._path, self._chart.meta.audio), self._recording
        )
        assets = self._services.shipped / "assets"
        self._surveyor = Surveyor(request, self._services.folders.prepared_songs, assets)

    def leave(self) -> None:
        if self._surveyor is not None and not self._surveyor.is_done:
            self._surveyor.cancel()

    def handle(self, event: pygame.Event, at_ns: int) -> Change | None:
        if event.type == pygame.DROPFILE and self._fault:
            return self._try_another(Path(event.file))
        key = menu_key(event)
        if key is MenuKey.BACK or (key is MenuKey.CHOOSE and self._fault):
            self._services.sound.back()
            return Pop()
        return None

    def _try_another(self, recording: Path) -> Change | None:
        """Another file was dropped where this one could not be used."""
        found = obstacle(recording)
        if found is not None:
            self._services.sound.back()
            self._fault = self._services.strings(found.key, **found.values)
            return None
        self._services.sound.choose()
        return Replace(AligningScreen(self._services, self._path, self._chart, recording))

    def tick(self, now_ns: int) -> Change | None:
        self._since_ns = self._since_ns or now_ns
        done = self._surveyor
        if done is None or not done.is_done or self._fault:
            return None
        if done.obstacle is not None:
            self._fault = self._services.strings(done.obstacle.key, **done.obstacle.values)
            return None
        assert done.survey is not None
        assert done.file is not None
        if done.survey.refusal is not None:
            key = f"alignment.refused_{done.survey.refusal}"
            self._fault = self._services.strings(key, file=self._recording.name)
            return None
        return Replace(AlignmentScreen(self._services, self._chart, done.file, done.survey))

    def wake_ns(self, now_ns: int) -> int | None:
        return None if self._fault else now_ns + _POLL_NS

    def snapshot(self, now_ns: int) -> view.LoadingSnapshot:
        is_quiet = now_ns - (self._since_ns or now_ns) < _QUIET_NS
        shows = self._surveyor is not None and not is_quiet
        return view.LoadingSnapshot(
            title=self._recording.name,
            progress=self._surveyor.progress if self._surveyor and shows else None,
            fault=self._fault,
            wait=self._services.strings("alignment.listening"),
            broken=self._services.strings("alignment.refused"),
        )

    def draw(self, canvas: Canvas, snapshot: object) -> None:
        assert isinstance(snapshot, view.LoadingSnapshot)
        view.draw(canvas, snapshot, self._services.strings)
