"""What holds for any edits of any chart."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from random_edits import any_edit, note_edit

from game.charts.document import Document
from game.charts.model import PLAYERS, Chart
from game.editor.edit import EditRefusedError, TextChange
from game.editor.history import History
from game.editor.new_chart import new_chart
from game.editor.splitting import place_of

SHIPPED = sorted((Path(__file__).parents[2] / "charts").rglob("*.duet"))
TWELVE_BARS = Path(__file__).parents[1] / "charts" / "twelve_bars.duet"


@pytest.mark.parametrize("seed", range(3))
def test_two_hundred_edits_undone_give_the_first_document_to_the_byte(seed: int) -> None:
    random = Random(seed)
    data = new_chart("Empty").encode() if seed == 0 else TWELVE_BARS.read_bytes()
    history = History(Document.parse(data))
    _edit(history, random, 200)

    after = history.document.to_bytes()
    assert after != data
    while history.undo():
        pass
    assert history.document.to_bytes() == data
    while history.redo():
        pass
    assert history.document.to_bytes() == after


@pytest.mark.parametrize("seed", range(2))
def test_edits_of_a_chart_without_errors_give_one_without_errors(seed: int) -> None:
    history = History(Document.parse(TWELVE_BARS.read_bytes()))
    random = Random(seed)
    for _ in range(80):
        before = history.document
        _try(history, note_edit(random, before))
        errors = [issue for issue in history.document.issues() if issue.severity == "error"]
        assert not errors, (errors, TextChange.between(before, history.document))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_edits_of_shipped_charts_change_only_the_lines_of_the_bars_that_they_touch(
    path: Path,
) -> None:
    random = Random(path.stem)
    first = Document.parse(path.read_bytes())
    for _ in range(12):
        history = History(first)
        if not _try(history, note_edit(random, first)):
            continue
        changed = _changed_bars(first.chart(), history.document.chart())
        written = _rewritten_repeats(first, changed)
        allowed = set()
        for bar in changed | written:
            system, _ = place_of(first, bar)
            allowed |= set(range(system.first_line, system.last_line + 1))
        assert _changed_lines(first, history.document) <= allowed


def _edit(history: History, random: Random, count: int) -> None:
    """Edits until so many have changed something."""
    done = 0
    while done < count:
        done += _try(history, any_edit(random, history.document))


def _try(history: History, edit: object) -> bool:
    try:
        return history.do(edit)  # type: ignore[arg-type]
    except EditRefusedError:
        return False


def _changed_bars(old: Chart, new: Chart) -> set[int]:
    """The bars in which somebody plays something else."""
    changed = set()
    for player in PLAYERS:
        before, after = (set(chart.parts[player - 1].notes) for chart in (old, new))
        for note in before ^ after:
            changed |= {
                index
                for index, bar in enumerate(old.bars)
                if bar.beat < note.beat + max(note.length, 1) and note.beat < bar.end_beat
            }
    return changed


def _rewritten_repeats(document: Document, changed: set[int]) -> set[int]:
    """Bars with a `%` that stands for one that has changed."""
    score = document.reading.score
    assert score is not None
    found = set()
    for cells in score.sheet.notes.values():
        for bar, cell in cells.items():
            shown = "".join(cell.text.split())
            if shown.startswith("%") and bar - int(shown[1:] or 1) in changed:
                found.add(bar)
    return found


def _changed_lines(old: Document, new: Document) -> set[int]:
    """Numbers of old lines that are not there any more, in their order."""
    from difflib import SequenceMatcher

    before, after = ([line.text + line.newline for line in d.lines] for d in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {
        number + 1
        for kind, first, last, _, _ in matcher.get_opcodes()
        if kind != "equal"
        for number in range(first, last)
    }
