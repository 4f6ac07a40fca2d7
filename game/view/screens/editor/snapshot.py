"""What the editor shows."""

from __future__ import annotations

from dataclasses import dataclass

from game.view.palette import NoteLook
from game.view.widgets.button import Button
from game.view.widgets.field import Field
from game.view.widgets.frame import Frame


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a time of the song."""

    at_us: int
    text: str


@dataclass(frozen=True, slots=True)
class RowHead:
    """One line of notes."""

    text: str
    player: int
    """Whose colour it has; 0 for a line of both."""

    begins_group: bool = False
    """Whether a new part or level begins here."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    row: int
    at_us: int
    end_us: int
    """Of a roll; `at_us` for every other stroke."""

    look: NoteLook
    is_proposed: bool = False
    """Not written by anyone: what the reducer makes of the part above."""

    half: int = 0
    """In a line of both players: -1 upper half, 1 lower half."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """All that a text says, laid out once; compared by identity."""

    bars_us: tuple[int, ...]
    """The bar lines; the last one is the song's end."""

    pulses_us: tuple[int, ...]
    sections: tuple[Mark, ...]
    holds: tuple[Mark, ...]
    """Tempo, meter and lead, where they change, and words for the players."""

    faults: tuple[tuple[int, bool], ...]
    """Where something is to be found, and whether it is an error."""

    rows: tuple[RowHead, ...]
    notes: tuple[NoteMark, ...]
    """Sorted by time."""

    longest_us: int = 0
    """Of all rolls."""


@dataclass(frozen=True, eq=False)
class Waveform:
    """How loud the audio is; compared by identity."""

    start_us: int
    step_us: int
    peaks: tuple[float, ...]
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class FindingLine:
    place: str
    text: str
    is_error: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """The list at the right."""

    title: str
    lines: tuple[FindingLine, ...]
    first: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Chip:
    """One setting of the editor."""

    text: str
    is_lit: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    title: str
    entries: tuple[tuple[str, str], ...]
    """Keys and what they do."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question that is answered by typing."""

    title: str
    field: Field
    hint: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is answered by choosing."""

    title: str
    text: str
    buttons: tuple[Button, ...]


Overlay = Help | Prompt | Question


@dataclass(frozen=True, slots=True)
class Still:
    """What stays the same while the song plays."""

    title: str
    place: str
    """The file's name, and whether it is saved."""

    chips: tuple[Chip, ...]
    sheet: Sheet
    wave: Waveform | None
    left_us: int
    us_per_unit: float
    grid_us: tuple[int, ...]
    focus_row: int
    selected: frozenset[tuple[int, int]]
    """(row, time) of the chosen notes."""

    findings: Findings | None


@dataclass(frozen=True, slots=True)
class EditorSnapshot:
    still: Still
    cursor_us: int
    where: str
    """The cursor's place in words."""

    playhead_us: int | None
    is_recording: bool
    range_us: tuple[int, int] | None
    rubber: tuple[float, float, float, float] | None
    """x, y, width, height of the rectangle that is being drawn out."""

    message: str
    overlay: Overlay | None
    frame: Frame
