"""Case numbers: random, readable, and a mistyped character is noticed."""

import pytest
from logic.numbers import ALPHABET, is_number, new_number


def test_new_numbers_are_valid_and_differ():
    numbers = {new_number() for _ in range(500)}
    assert len(numbers) == 500
    assert all(is_number(number) for number in numbers)


def test_letters_that_look_like_digits_are_never_used():
    assert not set("01IO") & set("".join(new_number()[2:] for _ in range(500)))


def test_every_single_typing_error_is_noticed():
    number = new_number()
    for position in (*range(2, 8), 9):
        for letter in ALPHABET:
            if letter != number[position]:
                assert not is_number(
                    number[:position] + letter + number[position + 1 :]
                )


@pytest.mark.parametrize("text", ["", "F-", "F-234567", "G-234567-2", "F-23456O-2"])
def test_other_text_is_no_number(text):
    assert not is_number(text)


def test_case_and_blanks_do_not_matter():
    assert is_number(f" {new_number().lower()} ")
