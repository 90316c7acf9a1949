"""What the tests of bad input share."""

from german import is_german

# The family name of the client: no message and no log may hold it.
CANARY = "Canaria"


def assert_clear(message):
    assert CANARY not in message
    assert "Traceback" not in message
    assert is_german(message), f"Not German, or not ours: {message!r}"


def assert_for_users(refusal):
    assert refusal.is_for_users, refusal
    assert CANARY not in refusal.debug
    assert_clear(refusal.message)
