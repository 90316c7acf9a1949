"""What cannot be right is refused in plain German, and nothing of it is written."""

import pytest
from bad_input import assert_clear, assert_for_users
from days import TODAY, day, moment

# name -> (model, values that are right, values that make it wrong)
BAD_VALUES = {
    "born in the future": ("integration.case", {}, {"birth_date": day(1)}),
    "relative born in the future": (
        "integration.household.member",
        {},
        {"birth_date": day(1)},
    ),
    "born in a year to come": (
        "integration.case",
        {},
        {"birth_year": str(TODAY.year + 1)},
    ),
    "born in no year": ("integration.case", {}, {"birth_year": "abcd"}),
    "counselled from tomorrow": (
        "integration.case",
        {},
        {"counselling_start": day(2)},
    ),
    "limit over 48 months": (
        "integration.case",
        {"limit_extension_reason": "Kurs dauert"},
        {"limit_extension_months": 13},
    ),
    "limit shortened": (
        "integration.case",
        {"limit_extension_reason": "Kurs dauert"},
        {"limit_extension_months": -1},
    ),
    "extended without reason": (
        "integration.case",
        {},
        {"limit_extension_months": 6},
    ),
    "extended for an empty reason": (
        "integration.case",
        {"limit_extension_reason": " "},
        {"limit_extension_months": 6},
    ),
    "fact ends before it begins": (
        "integration.circumstance",
        {"kind": "work", "date_from": day(0)},
        {"date_to": day(-1)},
    ),
    "paper expires before it is valid": (
        "integration.circumstance",
        {"kind": "residence", "date_from": day(0)},
        {"expires_on": day(-1)},
    ),
    "session without length": (
        "integration.session",
        {"start": moment(1)},
        {"minutes": 0},
    ),
    "session before it starts": (
        "integration.session",
        {"start": moment(1)},
        {"minutes": -30},
    ),
    "session of two days": (
        "integration.session",
        {"start": moment(1)},
        {"minutes": 2880},
    ),
    "consent decided before it was asked": (
        "integration.consent",
        {"purpose": "case_file", "asked_on": day(0)},
        {"decided_on": day(-1)},
    ),
    "consent asked for tomorrow": (
        "integration.consent",
        {"purpose": "case_file"},
        {"asked_on": day(1)},
    ),
}


@pytest.fixture
def unchanged(file, bad):
    """Fail when something was written, to the case or to its part."""
    model = bad[0]
    before = None

    def begin():
        nonlocal before
        before = file.contents(model)

    yield begin
    assert before is not None, "the test did not say when it begins"
    assert file.contents(model) == before


@pytest.fixture(params=BAD_VALUES)
def bad(request, file):
    model, right, wrong = BAD_VALUES[request.param]
    file.need(model, *right, *wrong)
    link = {} if model == "integration.case" else {"case_id": file.id}
    return model, {**link, **right}, wrong


def test_create(bad, manager, refused, unchanged):
    model, right, wrong = bad
    unchanged()
    assert_for_users(refused(manager.call, model, "create", [{**right, **wrong}]))


def test_write(bad, manager, refused, unchanged):
    model, right, wrong = bad
    ids = manager.call(model, "create", [right])
    unchanged()
    assert_for_users(refused(manager.call, model, "write", ids, wrong))


def test_import(bad, manager, unchanged):
    model, right, wrong = bad
    row = {**right, **wrong}
    names = [f"{name}/.id" if name.endswith("_id") else name for name in row]
    unchanged()
    # Selections may be imported by their key; a file has nothing but texts.
    answer = manager.call(
        model, "load", names, [[str(value) for value in row.values()]]
    )
    assert not answer["ids"]
    assert answer["messages"]
    for entry in answer["messages"]:
        assert_clear(entry["message"])
