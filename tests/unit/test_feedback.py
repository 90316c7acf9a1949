"""Codes, stamps and names of the complaint office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logic.feedback_codes import (
    MAX_SECONDS,
    MIN_SECONDS,
    digest,
    new_page_code,
    new_secret,
    new_stamp,
    read_stamp,
)
from logic.feedback_names import mentions
from logic.states import FEEDBACK, FEEDBACK_ENDED

KEY = b"key"


def test_secrets_are_long_and_differ():
    codes = {new_secret() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code.replace("-", "")) == 16 for code in codes)
    assert len({new_page_code() for _ in range(200)}) == 200


@given(st.sampled_from(" -\n"), st.booleans())
def test_codes_are_read_as_people_type_them(between, lower):
    code = new_secret()
    typed = code.replace("-", between)
    assert digest(typed.lower() if lower else typed) == digest(code)
    assert digest(code[:-1]) != digest(code)


@pytest.mark.parametrize(
    ("age", "is_good"),
    [
        (0, False),
        (MIN_SECONDS - 1, False),
        (MIN_SECONDS, True),
        (MAX_SECONDS, True),
        (MAX_SECONDS + 1, False),
        (-5, False),
    ],
)
def test_stamps_have_a_time(age, is_good):
    stamp = new_stamp(KEY, 1000)
    assert bool(read_stamp(KEY, stamp, 1000 + age)) is is_good


@given(st.text())
def test_forged_stamps_are_refused(text):
    stamp = new_stamp(KEY, 1000)
    body = stamp.rpartition(".")[0]
    for forged in (text, f"{text}.{stamp}", f"{body}.{text}", None):
        assert read_stamp(KEY, forged, 1010) is None
    assert read_stamp(b"other", stamp, 1010) is None
    assert read_stamp(KEY, stamp.replace("1000", "1001"), 1010) is None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Frau Vogt war nett", "Karin Vogt", True),
        ("OLGA!", "Olga Jäger", True),
        ("Herr Jaeger", "Olga Jäger", True),
        ("José", "Jose Marin", True),
        ("Vogtland", "Karin Vogt", False),
        ("an der Tür", "Li An", False),
        ("", "Karin", False),
        (None, None, False),
        ("Фрау Бондаренко", "Ольга Бондаренко", True),
    ],
)
def test_names(text, name, expected):
    assert mentions(text, name) is expected


def test_who_writes_again_is_heard():
    for state in FEEDBACK_ENDED:
        assert FEEDBACK.may_move(state, "clarifying")
    assert not FEEDBACK.may_move("clarifying", "new")
    assert FEEDBACK.initial == {"new"}
