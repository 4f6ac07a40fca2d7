from pathlib import Path

from game.input.keyboards import keyboard_names

LISTED = """\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
P: Phys=PNP0C0C/button/input0
H: Handlers=kbd event0
B: EV=3
B: KEY=10000000000000 0

I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
P: Phys=isa0060/serio0/input0
H: Handlers=sysrq kbd event1 leds
B: EV=120013
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe
B: MSC=10

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="USB Optical Mouse"
P: Phys=usb-0000:00:14.0-1/input0
H: Handlers=mouse0 event2
B: EV=17
B: KEY=ff0000 0 0 0 0

"""


def test_what_has_all_letters_is_a_keyboard(tmp_path: Path) -> None:
    path = tmp_path / "devices"
    path.write_text(LISTED, encoding="utf-8")
    assert keyboard_names(path) == ("AT Translated Set 2 keyboard",)


def test_a_system_without_such_a_list_names_none(tmp_path: Path) -> None:
    assert keyboard_names(tmp_path / "devices") == ()
