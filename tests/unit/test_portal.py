"""Keys to a client's page: what opens, what locks, what ends."""

from datetime import datetime, timedelta

from logic.portal import (
    ALPHABET,
    FAILURES_TO_END,
    Guessing,
    digest,
    in_groups,
    is_session_over,
    new_code,
    new_pin,
    normalize,
)

NOW = datetime(2026, 5, 4, 9)


def test_codes_are_long_random_and_readable():
    codes = {new_code() for _each in range(200)}
    assert len(codes) == 200
    assert all(len(code) == 20 and set(code) <= set(ALPHABET) for code in codes)
    assert not set("01IO") & set(ALPHABET)
    assert all(len(new_pin()) == 6 and new_pin().isdecimal() for _each in range(50))


def test_code_is_read_as_it_is_typed():
    code = new_code()
    assert normalize(in_groups(code).lower()) == code
    assert normalize(f" {code[:10]} {code[10:]} ") == code


def test_what_is_no_code():
    for wrong in (None, "", "ABCD", "A" * 21, "A" * 19 + "0", "A" * 19 + "Ä"):
        assert normalize(wrong) == ""
    assert normalize("A" * 9999) == ""


def test_stored_is_not_the_code():
    assert digest("ABC") != "ABC"
    assert len(digest("ABC")) == 64


def test_each_fifth_failure_locks_for_longer():
    guessing, locks = Guessing(), []
    for _each in range(FAILURES_TO_END):
        assert not guessing.is_over
        before, guessing = guessing, guessing.fail(NOW)
        if guessing.locked_until != before.locked_until:
            locks.append((guessing.failures, guessing.locked_until - NOW))
    assert [failures for failures, _lock in locks] == [5, 10, 15, 20]
    assert [lock / timedelta(minutes=15) for _failures, lock in locks] == [1, 2, 4, 8]
    assert guessing.is_over


def test_lock_ends():
    guessing = Guessing(5, NOW)
    assert not guessing.is_locked(NOW)
    assert guessing.is_locked(NOW - timedelta(seconds=1))


def test_visits_end():
    assert not is_session_over(0, 0, 1200)
    assert is_session_over(0, 0, 1201)
    assert not is_session_over(0, 28000, 28800)
    assert is_session_over(0, 28800, 28801)
    assert is_session_over(100, 100, 50)
