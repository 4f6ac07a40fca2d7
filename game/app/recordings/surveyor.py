"""Aligning in a thread, while a screen shows how far it is."""

from __future__ import annotations

import logging
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from game.app.recordings.obstacles import Obstacle, obstacle, obstacle_behind
from game.app.recordings.recording import FileFacts
from game.app.waking import wake_the_loop
from game.charts.model import Chart
from game.errors import AudioError
from game.timing.units import US_PER_S

if TYPE_CHECKING:
    from game.audio.survey import Survey, SurveyRequest

_log = logging.getLogger(__name__)


def survey_request(chart: Chart, music: Path | None, recording: Path) -> SurveyRequest:
    """What is looked for in a recording of this chart's song.

    Args:
        music: the sound file that the chart names, if it is there.
    """
    # Imported here: numpy takes its time, and the first frame is not to wait for it.
    from game.alignment.pattern import pattern_of  # noqa: PLC0415
    from game.audio.survey import SurveyRequest  # noqa: PLC0415

    offset_us = round(chart.meta.offset_s * US_PER_S)
    return SurveyRequest(recording, pattern_of(chart), music, offset_us)


class Surveyor:
    """One survey. Whoever waits asks `is_done`; an SDL event ends the loop's wait."""

    def __init__(self, request: SurveyRequest, cache_folder: Path, assets: Path) -> None:
        self.progress = 0.0
        self.survey: Survey | None = None
        self.file: FileFacts | None = None
        self.obstacle: Obstacle | None = None
        """Why the recording could not be aligned."""

        self.is_done = False
        self._cancelled = Event()
        self._thread = Thread(
            target=self._run, args=(request, cache_folder, assets), name="survey", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Give up; returns when nothing of it is left."""
        self._cancelled.set()
        self._thread.join()

    def _run(self, request: SurveyRequest, cache_folder: Path, assets: Path) -> None:
        from game.audio.prepare import PrepareCancelledError  # noqa: PLC0415
        from game.audio.survey import survey  # noqa: PLC0415

        try:
            self.file = FileFacts.of(request.recording)
            self.survey = survey(
                request,
                cache_folder,
                assets,
                progress=self._follow,
                is_cancelled=self._cancelled.is_set,
            )
        except PrepareCancelledError:
            return
        except AudioError as error:
            _log.warning("the recording was not aligned: %s", error)
            self.obstacle = obstacle_behind(error, request.recording)
        except OSError as error:
            _log.warning("the recording could not be read: %s", error)
            self.obstacle = obstacle(request.recording) or Obstacle(
                "files.unreadable", {"file": request.recording.name}
            )
        except Exception:
            # Whoever waits must not wait for ever, whatever went wrong in here.
            _log.exception("the recording was not aligned")
            self.obstacle = Obstacle("files.unexplained", {"file": request.recording.name})
        self.is_done = True
        wake_the_loop()

    def _follow(self, done: float) -> None:
        self.progress = done
