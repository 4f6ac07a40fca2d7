"""Opening the editor: a song of the game is copied first, a broken file is explained."""

from __future__ import annotations

from pathlib import Path

from game.app import chart_folders
from game.app.chart_file import ChartFile
from game.app.screens.base import Screen
from game.app.screens.editor.screen import EditorScreen
from game.app.screens.notice import NoticeScreen
from game.app.services import Services
from game.errors import GameError


def editor_of(services: Services, path: Path) -> Screen:
    """The editor with a chart, or a page that says why there is none."""
    try:
        if chart_folders.is_shipped(path, services.shipped):
            path = chart_folders.own_copy(path, services.folders.songs)
            services.notices.append(services.strings("editor.did_copy", path=path))
        file = ChartFile(path)
        document = file.read()
    except GameError as error:
        return NoticeScreen(services, services.strings("editor.broken_title"), str(error))
    score = document.reading.score
    if score is None or not score.chart.bars:
        reason = next((issue.text(path.name) for issue in document.issues()), "")
        return NoticeScreen(services, services.strings("editor.broken_title"), reason)
    return EditorScreen(services, file, document)
