"""What the picture reads from a timeline."""

import pytest
from view_scenes import QUARTER_US, timelines

from game.charts.timeline import Timeline
from game.view.highway.moment import cue_at, moment_of

BAR_US = 4 * QUARTER_US


@pytest.fixture
def song() -> Timeline:
    return timelines(
        """\
        == Call ==
        lead     |P1  |P2  |
        P1 text  |hey |    |
        text.ko  |    |같이|
        text     |    |now |
        P1 snare |xxxx|----|
        P2 snare |----|xxxx|
        == Answer ==
        lead     |both|
        P1 snare |xxxx|
        P2 snare |xxxx|
        """
    )[0]


@pytest.mark.parametrize(
    ("at_us", "bar", "section", "leads"),
    [
        (-1, 0, "", (1, 2)),
        (0, 1, "Call", (1,)),
        (BAR_US - 1, 1, "Call", (1,)),
        (BAR_US, 2, "Call", (2,)),
        (2 * BAR_US, 3, "Answer", (1, 2)),
        (9 * BAR_US, 3, "Answer", (1, 2)),
    ],
)
def test_bar_section_and_lead_hold_until_the_next(
    song: Timeline, at_us: int, bar: int, section: str, leads: tuple[int, ...]
) -> None:
    moment = moment_of(song, at_us)
    assert (moment.bar, moment.section, moment.leads) == (bar, section, leads)


def test_a_hand_over_knows_who_led_before(song: Timeline) -> None:
    moment = moment_of(song, BAR_US)
    assert (moment.led_before, moment.leads, moment.lead_at_us) == ((1,), (2,), BAR_US)


@pytest.mark.parametrize(
    ("at_us", "progress"), [(-BAR_US, 0), (0, 0), (3 * BAR_US // 2, 0.5), (4 * BAR_US, 1)]
)
def test_progress_stays_within_the_song(song: Timeline, at_us: int, progress: float) -> None:
    assert moment_of(song, at_us).progress == progress


@pytest.mark.parametrize(
    ("at_us", "phase"),
    [
        (0, 0),
        (QUARTER_US // 2, 0.5),
        (QUARTER_US, 0),
        (-QUARTER_US // 4, 0.75),  # the lead-in beats as the first pulse does
        (3 * BAR_US - QUARTER_US // 2, 0.5),
    ],
)
def test_the_beat_runs_through_lead_in_and_song(song: Timeline, at_us: int, phase: float) -> None:
    assert moment_of(song, at_us).beat_phase == pytest.approx(phase)


def test_a_cue_stands_for_its_bar(song: Timeline) -> None:
    cue = cue_at(song, BAR_US - 1, "en")
    assert cue is not None and cue.text == "hey"


def test_a_cue_comes_in_the_players_language_or_in_the_charts(song: Timeline) -> None:
    texts = [cue_at(song, BAR_US, language) for language in ("ko", "ja")]
    assert [cue.text if cue else None for cue in texts] == ["같이", "now"]


def test_no_cue_is_none(song: Timeline) -> None:
    assert cue_at(song, 2 * BAR_US, "en") is None
