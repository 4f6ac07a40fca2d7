"""The song list with 1,000 songs: read for the first time, remembered, and searched."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from threading import Semaphore
from time import perf_counter

from game.app.files.folders import shipped
from game.app.library.library import Library
from game.app.screens.song_list import SongList

SONGS = 1_000
SEARCHES = ("g", "go", "gol", "gold", "golde", "golden", "")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _copy_charts(folder)
        cache = folder / "song-list.json"
        first_s, _ = _read(folder, cache)
        remembered_s, library = _read(folder, cache)
        shown = SongList()
        listed_s = _seconds(lambda: shown.use(library.songs))
        searched_s = [_seconds(lambda text=text: shown.search(text)) for text in SEARCHES]
    note = f"{SONGS:,} songs, copies of those that come with the game"
    figures = {
        "songs_first_read": (first_s, "s", note),
        "songs_remembered": (remembered_s + listed_s, "s", note),
        "songs_searched": (median(searched_s) * 1e3, "ms", f"a key pressed, {note}"),
    }
    table = {
        name: {"value": round(value, 3), "unit": unit, "note": note}
        for name, (value, unit, note) in figures.items()
    }
    print(json.dumps(table, indent=1))


def _copy_charts(folder: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((shipped() / "charts").glob("*/*.duet"))]
    for number in range(SONGS):
        song = folder / f"song {number}"
        song.mkdir()
        text = texts[number % len(texts)].replace("title: ", f"title: {number} ", 1)
        (song / "song.duet").write_text(text, "utf-8")


def _read(folder: Path, cache: Path) -> tuple[float, Library]:
    arrived = Semaphore(0)
    library = Library([folder], arrived.release, cache)
    began_s = perf_counter()
    while library.step():
        arrived.acquire()
    return perf_counter() - began_s, library


def _seconds(work: Callable[[], None]) -> float:
    began_s = perf_counter()
    work()
    return perf_counter() - began_s


if __name__ == "__main__":
    main()
