import pytest

from game.charts.layouts import LAYOUTS
from game.input.bindings import DEFAULT_KEYS, Binding, KeyBindings
from game.input.key_names import RESERVED, SCANCODES, cap_of, is_reserved, name_of, scancode_of

HOME_ROW = {"A", "S", "D", "F", "J", "K", "L", "SEMICOLON"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("player", [1, 2])
def test_every_lane_of_every_layout_has_a_key(layout: str, player: int) -> None:
    assert set(DEFAULT_KEYS[layout][player]) == set(LAYOUTS[layout].lanes)


@pytest.mark.parametrize("layout1", LAYOUTS)
@pytest.mark.parametrize("layout2", LAYOUTS)
def test_the_two_players_share_no_key_whatever_their_layouts(layout1: str, layout2: str) -> None:
    first, second = DEFAULT_KEYS[layout1][1].values(), DEFAULT_KEYS[layout2][2].values()
    assert set(first).isdisjoint(second)


@pytest.mark.parametrize("layout", ["four", "two"])
def test_the_usual_layouts_stay_in_one_row_away_from_g_and_h(layout: str) -> None:
    keys = {key for player in (1, 2) for key in DEFAULT_KEYS[layout][player].values()}
    assert keys <= HOME_ROW


@pytest.mark.parametrize(
    ("key", "player", "lane"),
    [
        ("A", 1, "tom"),
        ("S", 1, "snare"),
        ("D", 1, "cymbal"),
        ("F", 1, "kick"),
        ("J", 2, "kick"),
        ("K", 2, "cymbal"),
        ("L", 2, "snare"),
        ("SEMICOLON", 2, "tom"),
    ],
)
def test_a_key_plays_its_lane(key: str, player: int, lane: str) -> None:
    bindings = KeyBindings({n: DEFAULT_KEYS["four"][n] for n in (1, 2)})
    assert bindings.binding(key) == Binding(player, lane)
    assert bindings.key(player, lane) == key


def test_a_key_that_is_no_drum_plays_nothing() -> None:
    assert KeyBindings({1: DEFAULT_KEYS["two"][1]}).binding("A") is None


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("player", [1, 2])
def test_no_default_key_has_two_lanes(layout: str, player: int) -> None:
    keys = list(DEFAULT_KEYS[layout][player].values())
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("A", False), ("SPACE", False), ("F6", False),
        ("ESCAPE", True), ("BACKSPACE", True), ("F5", True), ("F11", True),
        # Other names of a modifier: the one that SDL gives it, a number.
        ("LGUI", True), ("LSUPER", True), ("CODE224", True),
    ],
)  # fmt: skip
def test_keys_that_steer_are_never_drums(name: str, expected: bool) -> None:
    assert is_reserved(name) is expected


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_reserved_key_is_known_by_the_name_that_a_press_has(name: str) -> None:
    assert is_reserved(name_of(SCANCODES[name]))


def test_names_and_scancodes_are_each_others_inverse() -> None:
    for name, code in SCANCODES.items():
        assert scancode_of(name) == code
        assert SCANCODES[name_of(code)] == code
    assert scancode_of("semicolon") == SCANCODES["SEMICOLON"]
    assert scancode_of("NO SUCH KEY") is None
    assert scancode_of(name_of(999)) == 999


@pytest.mark.parametrize(("name", "cap"), [("A", "A"), ("SEMICOLON", ";"), ("LSHIFT", "Lshift")])
def test_a_cap_is_short(name: str, cap: str) -> None:
    assert cap_of(name) == cap
