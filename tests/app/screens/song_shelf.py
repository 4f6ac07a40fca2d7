"""Songs for tests of the list and the lobby."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.library.reading import read_song
from game.app.library.song import Song

_SHELF = TemporaryDirectory(prefix="drum-duet-shelf-")

KOREAN = "북소리 아래에서 오래오래 걷는 밤길과 두 사람의 이야기 그리고 새벽이 오는 소리"
JAPANESE = "夜明けの太鼓と二人のドラマーが歩く長い長い道の物語、春の風に乗って遠くへと"


def song(title: str, bpm: str = "120", bars: int = 4, header: str = "", folder: str = "") -> Song:
    """A song with a bar of rest before each section; quarters of a snare for both players."""
    body = "|".join(["x-x-"] * bars)
    text = (
        f"#duet 1\ntitle: {title}\nbpm: {bpm}\n{header}\n"
        f"== One ==\nP1 snare |----|\nP2 kick |----|\n\n"
        f"== Two ==\nP1 snare |{body}|\nP2 kick |{body}|\n"
    )
    return _listed(Path(folder or title), text)


def _listed(folder: Path, text: str) -> Song:
    """As a library would have read it from a file that is there."""
    path = Path(_SHELF.name) / hashlib.sha256(str(folder).encode()).hexdigest() / "song.duet"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_song(path, folder.name)


def broken_song(name: str = "broken") -> Song:
    """A file that is no chart."""
    return Song(Path(f"{name}.duet"), None, f"{name}.duet:7:17: error: unknown symbol")


def long_song() -> Song:
    """Many sections with long names."""
    names = ["Intro", "Verse", "Pre-chorus", "Chorus", "Verse 2", "Chorus 2", "Bridge", "Break"]
    sections = [f"== {name} ==\nP1 hat |x-x-x-x-|%|%|%|\nP2 kick |x---|%|%|%|\n" for name in names]
    text = "#duet 1\ntitle: Eight sections\nartist: Two people\nbpm: 98\n\n" + "\n".join(sections)
    return _listed(Path("long"), text)


def many_songs() -> list[Song]:
    """More than fit, with every script, one that is broken."""
    plain = [song(f"Study {number:03}", str(60 + number)) for number in range(40)]
    return [song(KOREAN), song(JAPANESE), long_song(), broken_song(), *plain]
