"""Numbers from papers are doubted, never refused."""

import pytest
from logic.identifiers import doubtful, looks_like_azr, looks_like_bamf


@pytest.mark.parametrize("text", ["150923000001", "15 0923 000001"])
def test_azr(text):
    assert looks_like_azr(text)


@pytest.mark.parametrize("text", ["151323000001", "150932000001", "1509230000", "x"])
def test_not_azr(text):
    assert not looks_like_azr(text)


def test_bamf():
    assert looks_like_bamf("1234567-475")
    assert looks_like_bamf("12345678 - 423")
    assert not looks_like_bamf("123456-475")


def test_only_filled_values_are_doubted():
    values = {
        "azr_number": "",
        "iban": "DE89 3704 0044 0532 0130 00",
        "tax_id": "36 574 261 808",
    }
    assert doubtful(values) == ["tax_id"]
    assert doubtful({"iban": "DE00 3704 0044 0532 0130 00"}) == ["iban"]
    assert doubtful({}) == []
