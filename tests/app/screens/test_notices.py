"""Sentences at the foot of the menus."""

from collections import deque

from game.app.screens.notices import NS_PER_S, Notices


def test_notices_are_shown_one_after_another_and_then_gone():
    waiting = deque(["first", "second"])
    notices = Notices(waiting)
    shown = []
    for second in range(12):
        notices.tick(second * NS_PER_S)
        shown.append(notices.text)
    assert shown == ["first"] * 5 + ["second"] * 5 + [""] * 2
    assert not waiting


def test_a_long_sentence_stays_longer():
    notices = Notices(deque(["x" * 150]))
    notices.tick(0)
    assert notices.wake_ns(0) == 10 * NS_PER_S


def test_a_new_notice_wakes_the_screen_at_once_and_silence_never():
    waiting = deque()
    notices = Notices(waiting)
    assert notices.wake_ns(7) is None
    waiting.append("news")
    assert notices.wake_ns(7) == 7


def test_a_sentence_that_was_not_read_to_the_end_is_shown_by_the_next_screen():
    waiting = deque(["news"])
    Notices(waiting).tick(0)
    other = Notices(waiting)
    other.tick(0)
    assert other.text == "news"
