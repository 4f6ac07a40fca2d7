"""The words of the kit screen."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from game.app.kits.pad_counts import PadCount
from game.app.screens.kit_editing import DIALS, dial_value, notes_of, player_of
from game.charts.pieces import Piece
from game.input.midi.filters import Decision
from game.input.midi.kit import KitSettings
from game.view.screens import kits as view
from game.view.strings import Strings
from game.view.widgets.frame import Hint
from game.view.widgets.kit import Key
from game.view.widgets.rows import Row

GRID: tuple[tuple[Piece, ...], ...] = (
    (Piece.CRASH, Piece.SPLASH, Piece.CHINA, Piece.CRASH2, Piece.RIDE),
    (Piece.HAT, Piece.TOM1, Piece.TOM2, Piece.TOM3, Piece.BELL),
    (Piece.PEDAL, Piece.SNARE, Piece.RIM, Piece.KICK),
)
"""The drums as they lie around a drummer, from the far side."""

DRUMS = tuple(drum for row in GRID for drum in row)
_PAD = 6


class Line(IntEnum):
    """The rows, from the top."""

    DEVICE = 0
    DRUM = 1
    LEARN = 2
    PLAYER = 3
    CHANNEL = 4
    FLOOR = 5
    MASK_MS = 6
    CROSSTALK_PCT = 7
    RESET = 8

    @property
    def key(self) -> str:
        """Of its string, and of its dial if it has one."""
        return self.name.lower()


_ACTIONS = (Line.LEARN, Line.RESET)


class KitTexts:
    """Says what a device does, in the players' language."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def drum(self, drum: Piece | None) -> str:
        return self._strings(f"drums.{drum or 'unknown'}")

    def drums(self, chosen: Piece, lit: Collection[Piece]) -> tuple[Key, ...]:
        return tuple(
            Key("", self.drum(drum), row, _PAD * place, drum in lit, drum is chosen)
            for row, drums in enumerate(GRID)
            for place, drum in enumerate(drums)
        )

    def hit(self, decision: Decision) -> view.HitLine:
        hit = decision.hit
        is_open = decision.is_passed and hit.is_open
        return view.HitLine(
            self.drum(hit.piece),
            str(hit.raw.code),
            hit.raw.velocity,
            self._strings(f"kits.{'open' if is_open else decision.outcome}"),
            decision.is_passed,
        )

    def rows(
        self,
        kit: KitSettings,
        device: str,
        drum: Piece,
        channel: int,
        line: Line,
        is_learning: bool,
    ) -> tuple[Row, ...]:
        values = {
            Line.DEVICE: device,
            Line.DRUM: self.drum(drum),
            Line.LEARN: self._strings("kits.learn_stop" if is_learning else "kits.learn_start"),
            Line.PLAYER: self._strings(f"common.p{player_of(kit, drum)}"),
            Line.CHANNEL: self._whose(kit.map.channels.get(channel)),
            Line.RESET: self._strings("kits.reset_do"),
        } | {each: self._dial(kit, drum, each) for each in Line if each.key in DIALS}
        return tuple(
            Row(
                self._strings(f"kits.{each.key}", channel=channel),
                values[each],
                each is line,
                is_stepped=each not in _ACTIONS,
            )
            for each in Line
        )

    def word(
        self, kit: KitSettings, drum: Piece, channel: int, line: Line, is_learning: bool
    ) -> str:
        if is_learning:
            return self._strings("kits.learning", drum=self.drum(drum))
        notes = ", ".join(map(str, notes_of(kit, drum))) or self._strings("common.unknown")
        return self._strings(
            f"kits.{line.key}_means", drum=self.drum(drum), notes=notes, channel=channel
        )

    def counted(self, word: str, count: PadCount) -> str:
        """What a drum is, and what it has done so far."""
        if not count.hits and not count.dropped:
            return word
        unknown = self._strings("common.unknown")
        return self._strings(
            "kits.drum_counted",
            means=word,
            hits=count.hits,
            dropped=count.dropped,
            velocity=unknown if count.median_velocity is None else count.median_velocity,
        )

    def hints(self, line: Line, is_learning: bool) -> tuple[Hint, ...]:
        enter, escape = self._strings("common.enter"), self._strings("common.escape")
        if is_learning:
            return (Hint((enter,), self._strings("kits.hint_done")),)
        change = Hint(("←", "→"), self._strings("common.hint_change"))
        if line in _ACTIONS:
            change = Hint((enter,), self._strings("common.hint_choose"))
        move = Hint(("↑", "↓"), self._strings("common.hint_move"))
        return move, change, Hint((escape,), self._strings("common.hint_back"))

    def _whose(self, player: int | None) -> str:
        """Of a channel."""
        return self._strings(f"common.p{player}" if player else "kits.by_drum")

    def _dial(self, kit: KitSettings, drum: Piece, line: Line) -> str:
        value = dial_value(kit, drum, DIALS[line.key])
        if line is not Line.FLOOR and value == 0:
            return self._strings("settings.off")
        unit = {Line.MASK_MS: "settings.milliseconds", Line.CROSSTALK_PCT: "settings.percent"}
        return self._strings(unit[line], ms=value, number=value) if line in unit else str(value)
