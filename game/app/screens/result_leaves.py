"""The pages of the results, of which one lies open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.app.screens.result_pages import ResultPages
from game.app.screens.result_texts import ResultTexts
from game.duet.analysis import Analysis
from game.view.screens import results as view
from game.view.strings import Strings
from game.view.widgets.button import Button


@dataclass(frozen=True, slots=True)
class Page:
    """One of the pages."""

    key: str
    """Of its name."""

    details: view.Details | None = None
    """None: the score."""


class Leaves:
    """Pages to leaf through; the first one is the score."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        self.open = 0
        """The number of the page that is shown."""

    def turn_to(self, page: int) -> bool:
        """Open a page, or the nearest there is; returns whether it is another one."""
        before, self.open = self.open, max(0, min(len(self.pages) - 1, page))
        return self.open != before

    def turn_on(self) -> bool:
        """Open the next page, after the last one the first; returns whether there is another."""
        return self.turn_to((self.open + 1) % len(self.pages))

    def tabs(self, strings: Strings, shown: int) -> tuple[Button, ...]:
        """The names of the pages; none where there is only one."""
        if len(self.pages) == 1:
            return ()
        return tuple(
            Button(strings(page.key), index == shown) for index, page in enumerate(self.pages)
        )


def leaves_of(strings: Strings, analysis: Analysis | None, texts: ResultTexts) -> Leaves:
    """The score, and what is known beyond it."""
    score = Page("results.tab_score")
    if analysis is None:
        return Leaves([score])
    pages = ResultPages(strings, analysis, texts.names())
    timing = Page("results.tab_timing", pages.timing())
    return Leaves([score, timing, Page("results.tab_song", pages.song())])
