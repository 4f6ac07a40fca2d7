import json
import re

import pytest

from game.app.bench import engine, keys, picture
from game.app.bench.busy_chart import NOTES, busy_chart
from game.app.bench.display import display_at_hand
from game.app.bench.figure import Figure, Figures, at_share, middle, not_measured
from game.app.bench.program import ProbeError
from game.app.cli import main
from game.app.commands import bench


def test_a_figure_has_a_value_a_unit_and_a_note() -> None:
    assert Figure(1.23456, "ms", "of 5").to_json() == {"value": 1.235, "unit": "ms", "note": "of 5"}
    assert not_measured(["a", "b"], "ms", "no keys")["b"].to_json() == {
        "value": None,
        "unit": "ms",
        "note": "not measured here: no keys",
    }


def test_middle_and_shares() -> None:
    values = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert middle(values) == 3.0
    assert at_share(values, 0.99) == 5.0
    assert at_share(range(1_000), 0.99) == 990


def test_the_busy_chart_has_as_many_notes_as_it_says() -> None:
    assert [len(part.notes) for part in busy_chart().parts] == [NOTES, NOTES]


def test_the_engine_is_measured_without_any_device() -> None:
    figures = engine.measure(runs=1)
    assert set(figures) == {"compile", "rescore", "compile_and_rescore", "snapshot"}
    assert all(figure.value and figure.value > 0 for figure in figures.values())


@pytest.mark.parametrize("measure", [lambda: picture.measure(1, 1), lambda: keys.measure(1)])
def test_what_cannot_be_measured_says_why(measure, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", "/nowhere")
    with display_at_hand() as variables:
        assert variables is None
    figures = measure()
    assert len(figures) >= 4
    assert all(figure.value is None for figure in figures.values())
    assert all("no" in figure.note and "Xvfb" in figure.note for figure in figures.values())


def broken() -> Figures:
    raise ProbeError("the program ended before it could be measured")


MEASURES = [
    ("the engine", lambda: {"compile": Figure(9.97, "ms", "median of 11 runs")}),
    ("the picture", broken),
    ("the keys", lambda: not_measured(["key_stamp_p99"], "ms", "no Xvfb")),
]


@pytest.fixture
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "_measures", lambda is_quick, minutes: MEASURES)


@pytest.mark.usefixtures("_made_up")
def test_bench_prints_json_that_a_program_can_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {
        "compile": {"value": 9.97, "unit": "ms", "note": "median of 11 runs"},
        "key_stamp_p99": {"value": None, "unit": "ms", "note": "not measured here: no Xvfb"},
    }
    assert "the picture: the program ended" in printed.err


@pytest.mark.usefixtures("_made_up")
def test_bench_prints_lines_that_a_person_can_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--quick"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"compile +9\.97 ms  median of 11 runs", first)
    assert re.fullmatch(r"key_stamp_p99 +-  not measured here: no Xvfb", second)
