"""Opening the editor: a song of the game is copied first, what cannot be opened is explained."""

from __future__ import annotations

from pathlib import Path

from game.app.files import chart_folders
from game.app.files.chart_file import ChartFile
from game.app.screens.base import Push
from game.app.screens.editor.screen import EditorScreen
from game.app.services import Services
from game.errors import GameError


def open_editor(services: Services, path: Path) -> Push | None:
    """To the editor with a chart; None if it cannot be opened, which a notice explains."""
    try:
        if chart_folders.is_shipped(path, services.shipped):
            path = chart_folders.own_copy(path, services.folders.songs)
            services.notices.append(services.strings("editor.did_copy", path=path))
        file = ChartFile(path)
        document = file.read()
    except GameError as error:
        services.notices.append(str(error))
        return None
    score = document.reading.score
    if score is None or not score.chart.bars:
        reason = next((issue.text(path.name) for issue in document.issues()), path.name)
        services.notices.append(services.strings("editor.broken", reason=reason))
        return None
    return Push(EditorScreen(services, file, document))
