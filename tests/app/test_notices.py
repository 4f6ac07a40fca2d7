"""Sentences at the foot of the menus."""

from game.app.notices import NS_PER_S, Notices


def test_notices_are_shown_one_after_another_and_then_gone():
    notices = Notices(["first", "second"])
    shown = []
    for second in range(12):
        notices.tick(second * NS_PER_S)
        shown.append(notices.text)
    assert shown == ["first"] * 5 + ["second"] * 5 + [""] * 2
    assert not list(notices)


def test_a_long_sentence_stays_longer():
    notices = Notices(["x" * 150])
    notices.tick(0)
    assert notices.wake_ns(0) == 10 * NS_PER_S


def test_a_new_notice_wakes_the_screen_at_once_and_silence_never():
    notices = Notices()
    assert notices.wake_ns(7) is None
    notices.append("news")
    assert notices.wake_ns(7) == 7


def test_what_waits_is_not_said_twice():
    notices = Notices()
    notices.extend(["news", "more", "news"])
    assert list(notices) == ["news", "more"]


def test_a_song_that_was_played_meanwhile_has_given_time_to_read():
    notices = Notices(["before", "after"])
    notices.tick(0)
    notices.tick(180 * NS_PER_S)
    assert notices.text == "after"
