"""Draws the pictures of charts/README.md: each chart that it shows, as `drum-duet preview` does.

python tools/guide_pictures.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "charts" / "README.md"
_BLOCK = re.compile(r"```duet\n(?P<text>.*?)```\n\n!\[[^]]*\]\((?P<picture>[^)]+)\)", re.DOTALL)
_WIDTH_PX = "1000"


def main() -> int:
    """Write every picture; returns the exit status."""
    for text, picture in examples():
        with tempfile.TemporaryDirectory() as folder:
            chart = Path(folder) / "lift.duet"
            chart.write_text(text, encoding="utf-8")
            words = ["preview", str(chart), "--png", str(picture), "--cut", "--width", _WIDTH_PX]
            subprocess.run([sys.executable, "-m", "game", *words], cwd=ROOT, check=True)
    return 0


def examples() -> Iterator[tuple[str, Path]]:
    """Each chart that the guide shows with a picture below it, and where the picture lies."""
    for match in _BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        yield match["text"], GUIDE.parent / match["picture"]


if __name__ == "__main__":
    sys.exit(main())
