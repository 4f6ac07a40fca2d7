"""The words, numbers and curves of a story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from game.app.history.history import Pair
from game.app.history.play import Play
from game.app.history.story import Point, Story, local_time
from game.score.together.tiers import TIERS
from game.view import theme
from game.view.screens.story import PlayRow, Tile
from game.view.strings import Strings
from game.view.widgets.story_plot import Curve, Legend, StoryPlot, Tick

_FULL_SCORE = 1_000_000
_FULL_TOGETHER = 100
_US_PER_MS = 1_000
_GAP_STEP_MS = 20
_LEAST_GAP_MS = 40
_FULL_RATE_PCT = 100
_NAME_COLUMNS = 13
_TITLE_COLUMNS = 32
_PEOPLE = (theme.P1_CORAL, theme.P2_AZURE)


class StoryTexts:
    """Says a story in the players' language."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def names(self, pair: Pair) -> tuple[str, ...]:
        """What the two are called."""
        return tuple(
            name or self._strings(f"common.p{seat}") for seat, name in enumerate(pair.names, 1)
        )

    def pair(self, pair: Pair) -> str:
        """Both names, a long one cut so that the other has room."""
        first, second = (_cut(name, _NAME_COLUMNS) for name in self.names(pair))
        return self._strings("story.pair", first=first, second=second)

    def row(self, play: Play, is_chosen: bool) -> PlayRow:
        known = play.together.score is not None
        return PlayRow(
            title=play.title,
            date=self._moment(play),
            score=self._number(play.duet_score),
            together=self._strings("story.row_together", score=play.together.score)
            if known
            else self._strings("common.unknown"),
            is_chosen=is_chosen,
        )

    def tiles(self, story: Story) -> tuple[Tile, ...]:
        closest = story.closest
        best = str(closest.together.score) if closest else self._strings("common.unknown")
        return (
            Tile(self._number(story.plays), self._strings("story.plays")),
            Tile(self._number(story.songs), self._strings("story.songs")),
            Tile(self._number(story.days), self._strings("story.days")),
            Tile(best, self._strings("story.closest")),
        )

    def sentence(self, story: Story) -> str:
        """The warmest thing that can be said of it."""
        growth, closest = story.growth, story.closest
        if growth is not None:
            return self._strings("story.grown", before=growth.before, after=growth.after)
        if story.plays == 1:
            return self._strings("story.first_page")
        if closest is None:
            return self._strings("story.unknown")
        return self._strings(
            "story.closest_in",
            score=closest.together.score,
            title=_cut(closest.title, _TITLE_COLUMNS),
            date=self.date(closest),
        )

    def note(self, story: Story) -> str:
        """What a point of the plots is, where it is more than one play."""
        if len(story.points) == story.plays:
            return ""
        return self._strings("story.means", plays=round(story.plays / len(story.points)))

    def plots(
        self, points: Sequence[Point], names: Sequence[str], chosen: int | None
    ) -> tuple[StoryPlot, ...]:
        """Together, both scores, and the typical gap.

        Args:
            chosen: the point that is pointed out; None: legends say the latest.
        """
        shown = points[-1 if chosen is None else chosen]
        return (
            self._together(points, shown, chosen),
            self._scores(points, shown, chosen, names),
            self._gap(points, shown, chosen),
        )

    def date(self, play: Play) -> str:
        at = local_time(play.played_at_s)
        return self._strings("story.date", year=at.year, month=at.month, day=at.day)

    def _moment(self, play: Play) -> str:
        at = local_time(play.played_at_s)
        slow = play.rate_pct != _FULL_RATE_PCT
        return self._strings(
            "story.moment_at_speed" if slow else "story.moment",
            date=self.date(play),
            hour=at.hour,
            minute=at.minute,
            pct=play.rate_pct,
        )

    def _together(self, points: Sequence[Point], shown: Point, chosen: int | None) -> StoryPlot:
        return StoryPlot(
            heading=self._strings("story.together"),
            ticks=(
                Tick(0, "0"),
                *(Tick(least / _FULL_TOGETHER, "") for least, _ in TIERS if least),
                Tick(0.5, "50"),
                Tick(1, "100"),
            ),
            curves=(
                Curve(
                    _shares((point.together for point in points), _FULL_TOGETHER),
                    theme.TOGETHER_MINT,
                ),
            ),
            legends=(Legend(self._together_value(shown), theme.TOGETHER_MINT),),
            lows=_shares((point.low for point in points), _FULL_TOGETHER),
            highs=_shares((point.high for point in points), _FULL_TOGETHER),
            chosen=chosen,
        )

    def _together_value(self, point: Point) -> str:
        if point.together is None or point.low is None or point.high is None:
            return self._strings("common.unknown")
        return self._strings(
            "story.together_value",
            score=round(point.together),
            low=round(point.low),
            high=round(point.high),
        )

    def _scores(
        self, points: Sequence[Point], shown: Point, chosen: int | None, names: Sequence[str]
    ) -> StoryPlot:
        return StoryPlot(
            heading=self._strings("story.scores"),
            ticks=(
                Tick(0, "0"),
                Tick(0.5, self._strings("story.half_a_million")),
                Tick(1, self._strings("story.million")),
            ),
            curves=tuple(
                Curve(_shares((point.scores[person] for point in points), _FULL_SCORE), color)
                for person, color in enumerate(_PEOPLE)
            ),
            legends=tuple(
                Legend(self._score(shown.scores[person]), _PEOPLE[person], name)
                for person, name in enumerate(names)
            ),
            chosen=chosen,
        )

    def _score(self, score: float | None) -> str:
        return self._strings("common.unknown") if score is None else self._number(round(score))

    def _gap(self, points: Sequence[Point], shown: Point, chosen: int | None) -> StoryPlot:
        gaps_ms = [_ms(point.typical_gap_us) for point in points]
        widest_ms = max((gap_ms for gap_ms in gaps_ms if gap_ms is not None), default=0.0)
        steps = -int(-widest_ms // _GAP_STEP_MS)
        top_ms = max(_LEAST_GAP_MS, steps * _GAP_STEP_MS)
        gap_ms = _ms(shown.typical_gap_us)
        unknown = self._strings("common.unknown")
        return StoryPlot(
            heading=self._strings("story.gap"),
            ticks=(Tick(0, "0"), Tick(1, self._strings("story.ms", ms=top_ms))),
            curves=(Curve(_shares(gaps_ms, top_ms), theme.TEXT),),
            legends=(
                Legend(
                    unknown if gap_ms is None else self._strings("story.ms", ms=round(gap_ms)),
                    theme.TEXT,
                ),
            ),
            chosen=chosen,
        )

    def _number(self, number: int) -> str:
        return self._strings("results.number", number=number)


def _cut(text: str, most_columns: int) -> str:
    """The beginning of a name or title; the letters of some scripts are twice as wide as others."""
    columns = 0
    for index, letter in enumerate(text):
        columns += 2 if east_asian_width(letter) in "WF" else 1
        if columns > most_columns:
            return f"{text[:index].rstrip()}…"
    return text


def _shares(values: Iterable[float | None], full: float) -> tuple[float | None, ...]:
    return tuple(None if value is None else value / full for value in values)


def _ms(us: float | None) -> float | None:
    return None if us is None else us / _US_PER_MS
