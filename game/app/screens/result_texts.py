"""The words and numbers of the results."""

from __future__ import annotations

from pathlib import Path

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.result_words import duet_word, player_word, timing_word, unknown_word
from game.app.screens.song_card import title_in
from game.charts.compile import compile_timeline
from game.charts.model import LEVELS, Chart
from game.charts.pieces import Stroke
from game.duet.result import DuetResult, PlayerResult
from game.score.together.estimate import LEAST_PAIRS
from game.score.together.report import Report
from game.score.together.sentences import sentences, tier_key
from game.score.together.tiers import segments
from game.view.screens import results as view
from game.view.strings import Strings

_US_PER_MS = 1_000
_SENTENCES = 3


class ResultTexts:
    """Says a result in the players' language."""

    def __init__(
        self, strings: Strings, setup: PlaySetup, result: DuetResult, report: Report | None
    ) -> None:
        self._strings = strings
        self._setup = setup
        self._result = result
        self._report = report
        self._whole = {seat.player: _notes_of(setup.chart, seat) for seat in setup.seats}

    def title(self) -> str:
        return title_in(self._setup.chart.meta, self._strings.language)

    def sentence(self) -> str:
        """One sentence on how the duet went."""
        bots = {seat.player for seat in self._setup.seats if seat.is_bot}
        humans = [each for each in self._result.players if each.player not in bots]
        word = duet_word(humans)
        if word == "first" and any(each.level > LEVELS[0] for each in humans):
            word = "gentler"
        return self._strings(f"results.duet_{word}")

    def score(self) -> str:
        return self._number(self._result.duet_score)

    def together(self) -> view.TogetherPanel:
        """What is known of how close the two were, or why nothing is."""
        label, found = self._strings("results.together"), self._result.together
        if found.score is None:
            name = unknown_word(found.pairs)
            reason = self._strings(f"results.{name}", least=LEAST_PAIRS, pairs=found.pairs)
            return view.TogetherPanel(label, 0, self._strings("results.unknown"), "", (reason,))
        name = "together_relative" if found.relative else "together_score"
        tier = self._strings(tier_key(found.score))
        return view.TogetherPanel(
            label=label,
            segments=segments(found.score),
            value=self._strings(f"results.{name}", score=found.score, tier=tier),
            range=self._range(),
            sentences=self._sentences(),
        )

    def _range(self) -> str:
        found = self._result.together
        gap_us = found.typical_gap_us
        name = "together_range_alone" if gap_us is None else "together_range"
        ms = round((gap_us or 0) / _US_PER_MS)
        return self._strings(f"results.{name}", low=found.low, high=found.high, ms=ms)

    def _sentences(self) -> tuple[str, ...]:
        """How the score is to be read, if not as usual, and the most telling sentences."""
        relative = self._strings("together.relative")
        read = (relative,) if self._result.together.relative else ()
        if self._report is None:
            return read
        said = sentences(self._report, self.names())[:_SENTENCES]
        return (*read, *(self._strings(each.key, **each.values) for each in said))

    def names(self) -> dict[int, str]:
        """What the players are called, by number."""
        return {seat.player: self._name(seat) for seat in self._setup.seats}

    def _name(self, seat: SeatSetup) -> str:
        return seat.name or self._strings(f"common.p{seat.player}")

    def cards(self) -> tuple[view.PlayerCard, ...]:
        return tuple(
            self._card(seat, each)
            for seat, each in zip(self._setup.seats, self._result.players, strict=True)
        )

    def replay(self, path: Path | None) -> str:
        return self._strings("results.replay", path=path) if path else ""

    def _card(self, seat: SeatSetup, result: PlayerResult) -> view.PlayerCard:
        return view.PlayerCard(
            name=self._name(seat),
            choices=self._strings(
                "results.choices",
                level=self._strings(f"levels.level_{seat.level}"),
                layout=self._strings(f"layouts.{seat.layout}"),
                rules=self._strings(f"rules.{seat.rules}"),
            ),
            score=self._number(result.score),
            word=self._word(seat, result),
            grades=(result.perfect, result.great, result.good, result.miss),
            lines=tuple(self._lines(result)),
        )

    def _word(self, seat: SeatSetup, result: PlayerResult) -> str:
        """In a word how it went; of who was away, how much of the part was theirs."""
        whole = self._whole[seat.player]
        if 0 < result.notes < whole:
            return self._strings("results.player_partly", notes=result.notes, whole=whole)
        return self._strings(f"results.player_{player_word(result)}")

    def _lines(self, result: PlayerResult) -> list[view.ResultLine]:
        lines = [
            self._line(name, self._number(getattr(result, name)))
            for name in ("perfect", "great", "good", "miss", "overhits")
        ]
        if any(each.roll_hits for each in self._result.players):
            lines.append(self._line("roll_hits", self._number(result.roll_hits)))
        lines.append(self._line("max_combo", self._number(result.max_combo)))
        lines.append(self._line("median", self._median(result.median_offset_us)))
        lines.append(self._line("spread", self._spread(result.sd_offset_us)))
        return lines

    def _line(self, name: str, value: str) -> view.ResultLine:
        return view.ResultLine(self._strings(f"results.{name}"), value)

    def _median(self, median_us: int | None) -> str:
        ms = round(abs(median_us or 0) / _US_PER_MS)
        return self._strings(f"results.{timing_word(median_us)}", ms=ms)

    def _spread(self, sd_us: int | None) -> str:
        if sd_us is None:
            return self._strings("results.unknown")
        return self._strings("results.plus_minus", ms=round(sd_us / _US_PER_MS))

    def _number(self, number: int) -> str:
        return self._strings("results.number", number=number)


def _notes_of(chart: Chart, seat: SeatSetup) -> int:
    """How many notes a whole part has, rolls aside."""
    timeline = compile_timeline(chart, seat.player, seat.level, seat.layout)
    return sum(note.stroke is not Stroke.ROLL for note in timeline.notes)
