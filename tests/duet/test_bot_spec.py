"""Bots as the command line writes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.duet.bot_spec import BotSpec, is_bot
from game.errors import GameError


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("bot", BotSpec()),
        ("bot:60", BotSpec(60)),
        ("bot:-12.5", BotSpec(-12.5)),
        ("bot:0,14", BotSpec(0, 14)),
        ("bot:0,14,0.4", BotSpec(0, 14, 0.4)),
        ("bot: 5, 6, 1", BotSpec(5, 6, 1)),
        ("bot:1000,1000,0", BotSpec(1000, 1000)),
    ],
)
def test_a_bot_is_read(text: str, spec: BotSpec) -> None:
    assert BotSpec.parse(text) == spec


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("robot", 'found "robot", expected a bot'),
        ("", 'found "", expected a bot'),
        ("bot:", 'bot "bot:": found OFFSET_MS "", expected a number from -1000 to 1000'),
        ("bot:x", 'bot "bot:x": found OFFSET_MS "x", expected a number from -1000 to 1000'),
        ("bot:1001", 'bot "bot:1001": found OFFSET_MS "1001", expected a number from -1000 to'),
        ("bot:nan", 'bot "bot:nan": found OFFSET_MS "nan", expected a number from -1000 to 1000'),
        ("bot:0,-1", 'bot "bot:0,-1": found SPREAD_MS "-1", expected a number from 0 to 1000'),
        ("bot:0,inf", 'bot "bot:0,inf": found SPREAD_MS "inf", expected a number from 0 to 1000'),
        ("bot:0,,0", 'bot "bot:0,,0": found SPREAD_MS "", expected a number from 0 to 1000'),
        ("bot:0,1,2", 'bot "bot:0,1,2": found FOLLOW_GAIN "2", expected a number from 0 to 1'),
        ("bot:0,1,0,0", 'bot "bot:0,1,0,0": found 4 numbers, expected 3 at most'),
    ],
)
def test_what_is_no_bot_is_said(text: str, message: str) -> None:
    with pytest.raises(GameError) as caught:
        BotSpec.parse(text)
    assert caught.value.message.startswith(message)
    assert "bot:0,14,0.4" in caught.value.hint


@settings(deadline=None)
@given(
    st.builds(
        BotSpec,
        st.integers(-1000, 1000).map(float),
        st.integers(0, 1000).map(float),
        st.integers(0, 4).map(lambda quarters: quarters / 4),
    )
)
def test_a_bot_reads_back_as_written(spec: BotSpec) -> None:
    assert BotSpec.parse(str(spec)) == spec


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_bot_or_a_fault(text: str) -> None:
    try:
        BotSpec.parse(text)
    except GameError:
        return
    assert is_bot(text)


@pytest.mark.parametrize(
    ("device", "expected"),
    [("bot", True), ("bot:x", True), ("keyboard", False), ("midi:bot", False), ("bots", False)],
)
def test_a_device_that_means_a_bot(device: str, expected: bool) -> None:
    assert is_bot(device) is expected
