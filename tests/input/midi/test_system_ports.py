"""The system's list of ports, over services that come and go."""

from __future__ import annotations

import pytest

from game.input.midi import backend, ports
from game.input.midi.apis import Api
from game.input.midi.ports import SystemPorts

RUNS = ((1, 1),), ((2, 2),)


class FakeList:
    """What a connection to a service tells."""

    made = 0

    def __init__(self, api: Api) -> None:
        self.api = api
        FakeList.made += 1

    def names(self) -> tuple[str, ...]:
        return ("Kit:TD",)


def test_nothing_is_there_for_a_moment_when_the_service_was_started_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = [RUNS[0]]
    monkeypatch.setattr(FakeList, "made", 0)
    monkeypatch.setattr(backend, "PortList", FakeList)
    monkeypatch.setattr(ports, "usable_api", lambda: Api.JACK)
    monkeypatch.setattr(ports, "run_of", lambda api: run[0])
    system = SystemPorts()
    assert [[place.device for place in system.found()] for _ in range(2)] == [["Kit:TD"]] * 2
    assert FakeList.made == 1
    run[0] = RUNS[1]
    assert system.found() == ()
    assert [place.device for place in system.found()] == ["Kit:TD"]
    assert FakeList.made == 2
