"""`preview`: a chart as a score sheet, in pictures."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.commands.options import add_chart
from game.charts.model import FULL_LEVEL, LEVELS
from game.errors import FileFaultError, GameError

if TYPE_CHECKING:
    from game.charts.model import Chart

_WIDTH_PX = 1240
_WIDTHS_PX = (400, 3508)
"""The wider one is A4 at 424 dots to the inch."""

_SUFFIX = ".png"


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("preview", help="draw a chart as a score sheet, page by page")
    add_chart(parser)
    parser.add_argument(
        "--png",
        required=True,
        type=Path,
        metavar="FILE",
        help="the picture; several pages become FILE-1.png, FILE-2.png and so on",
    )
    parser.add_argument(
        "--level", type=int, choices=LEVELS, default=FULL_LEVEL, metavar="N", help="1 to 5"
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--bars", metavar="FIRST-LAST", help="these bars only, such as 5-12 or 5")
    place.add_argument("--section", metavar="NAME", help="this section only")
    parser.add_argument(
        "--cut",
        action="store_true",
        help="the music alone, without heading and foot, on one picture as high as it is",
    )
    parser.add_argument(
        "--width",
        type=_width_px,
        default=_WIDTH_PX,
        metavar="PX",
        help=f"of a page in pixels, {_WIDTHS_PX[0]} to {_WIDTHS_PX[1]} (default {_WIDTH_PX})",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Raises ChartError, GameError or FileFaultError: no such chart, bars or place to write."""
    from game.charts.document import Document

    target: Path = arguments.png
    if target.suffix.lower() != _SUFFIX:
        expected = f"a name that ends in {_SUFFIX}"
        raise FileFaultError(target, "", f"a name that ends in {target.suffix!r}", expected)
    chart = Document.read(arguments.chart).chart()
    indices = _chosen_bars(chart, arguments.bars, arguments.section)
    pages = list(_pages(chart, indices, arguments))
    for path, data in zip(_names(target, len(pages)), pages, strict=True):
        _write(path, data)
        print(path)
    return 0


def _width_px(text: str) -> int:
    width_px = int(text)
    if not _WIDTHS_PX[0] <= width_px <= _WIDTHS_PX[1]:
        raise argparse.ArgumentTypeError(
            f"found {width_px}, expected {_WIDTHS_PX[0]} to {_WIDTHS_PX[1]}"
        )
    return width_px


def _chosen_bars(chart: Chart, bars: str | None, section: str | None) -> range:
    from game.charts.excerpts import bars_of_section, bars_of_text

    if not chart.bars:
        raise GameError("the chart has no bars", "write one, such as P1 kick |o---|")
    if bars is not None:
        return bars_of_text(chart, bars)
    if section is not None:
        return bars_of_section(chart, section)
    return range(len(chart.bars))


def _pages(chart: Chart, indices: range, arguments: argparse.Namespace) -> Iterator[bytes]:
    """The pages as PNG files."""
    import pygame

    import game.app.environment  # noqa: F401  # SDL reads it when pygame starts
    from game.app.files.folders import shipped
    from game.view.fonts import Fonts
    from game.view.sheet.excerpt import excerpt_of
    from game.view.sheet.page import draw_pages
    from game.view.strings import Strings

    assets = shipped() / "assets"
    pygame.font.init()
    excerpt = excerpt_of(chart, arguments.level, indices)
    strings, fonts = Strings.load(assets / "strings"), Fonts(assets / "fonts")
    for page in draw_pages(excerpt, strings, fonts, arguments.width, is_cut=arguments.cut):
        stream = BytesIO()
        pygame.image.save(page, stream, "page.png")
        yield stream.getvalue()


def _names(target: Path, pages: int) -> Sequence[Path]:
    if pages == 1:
        return (target,)
    return [target.with_stem(f"{target.stem}-{number}") for number in range(1, pages + 1)]


def _write(path: Path, data: bytes) -> None:
    from game.app.files import atomic
    from game.app.files.plain_faults import found_by

    try:
        atomic.write_bytes(path, data)
    except OSError as error:
        raise FileFaultError(path, "", found_by(error), "a file that can be written") from error
