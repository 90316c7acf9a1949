"""Whatever the people are like: in what is given away nobody stands alone."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logic import evaluation, kanonymity
from logic.kanonymity import ALL, UNKNOWN, WITHHELD, Quasi

_OUTCOMES = tuple(evaluation.OUTCOMES)
_QUASI_NAMES = [column.name for column in evaluation.QUASI]


def _rows(seed, count, spread):
    """Return made-up people; the smaller `spread`, the more alike they are."""
    dice = random.Random(seed)
    codes = {name: evaluation.codes(name, 0) for name in _OUTCOMES} | _FINEST
    return [
        {
            name: dice.choice(codes[name][: max(1, round(spread * len(codes[name])))])
            for name in evaluation.COLUMNS
        }
        for _ in range(count)
    ]


_FINEST = {
    column.name: list(column.steps[0] if column.steps else ("light", UNKNOWN))
    for column in evaluation.QUASI
}
_PEOPLE = st.builds(
    _rows,
    st.integers(0, 10_000),
    st.integers(5, 120),
    st.floats(0.1, 1),
)


def _alike(row, other):
    return all(row[name] == other[name] for name in _QUASI_NAMES)


@settings(max_examples=15, deadline=None)
@given(_PEOPLE, st.integers(5, 9))
def test_nobody_stands_alone(rows, k):
    """Counted anew, row against row, without the code that made the classes."""
    release = kanonymity.anonymise(rows, evaluation.QUASI, _OUTCOMES, k)
    if len(rows) < k:
        assert release is None
        return
    assert release.withheld + len(release.rows) == len(rows)
    assert release.withheld <= kanonymity.MAX_WITHHELD * len(rows)
    smallest = len(rows)
    for row in release.rows:
        crowd = [other for other in release.rows if _alike(row, other)]
        smallest = min(smallest, len(crowd))
        for name in _OUTCOMES:
            values = {other[name] for other in crowd}
            assert len(values) > 1 or values <= {UNKNOWN, WITHHELD}
    assert smallest == release.smallest >= k


@settings(max_examples=15, deadline=None)
@given(_PEOPLE)
def test_nothing_is_made_up(rows):
    """Each row is one that was given, only coarser, and none comes twice."""
    release = kanonymity.anonymise(rows, evaluation.QUASI, _OUTCOMES, 5)
    if release is None:
        return
    assert len(set(release.kept)) == len(release.kept)
    for place, row in zip(release.kept, release.rows, strict=True):
        for column in evaluation.QUASI:
            level = release.levels[column.name]
            assert row[column.name] == column.at(rows[place][column.name], level)
            assert row[column.name] in evaluation.codes(column.name, level)
        for name in _OUTCOMES:
            assert row[name] in (rows[place][name], WITHHELD)


def test_nothing_is_coarser_than_it_must_be():
    column = Quasi("x", ({"a": "ab", "b": "ab", "c": "c"},))
    other = Quasi("y")
    rows = [{"x": x, "y": "1", "o": x} for x in "aaabbcccccc"]
    release = kanonymity.anonymise(rows, (column, other), ("o",), 5)
    assert release.levels == {"x": 1, "y": 0}
    assert {row["x"] for row in release.rows} == {"ab", "c"}
    # All six with c have the same outcome: it would be known of each of them.
    assert {row["o"] for row in release.rows if row["x"] == "c"} == {WITHHELD}
    assert release.blanked == {"o": 6}


def test_few_are_withheld_rather_than_all_made_coarse():
    rows = [{"x": "a", "o": str(place)} for place in range(40)] + [{"x": "b", "o": ""}]
    release = kanonymity.anonymise(rows, (Quasi("x"),), ("o",), 5)
    assert release.levels == {"x": 0}
    assert release.withheld == 1
    assert 40 not in release.kept


def test_of_a_handful_nothing_is_left_but_that_they_are():
    rows = [{"x": x, "o": x} for x in "abcde"]
    release = kanonymity.anonymise(rows, (Quasi("x"),), ("o",), 5)
    assert {row["x"] for row in release.rows} == {ALL}
    assert kanonymity.anonymise(rows[:4], (Quasi("x"),), ("o",), 5) is None


def test_k_is_never_below_five():
    with pytest.raises(ValueError, match="at least 5"):
        kanonymity.anonymise([], (), (), 4)


def test_levels_lead_from_every_code_to_the_next():
    for column in evaluation.QUASI:
        for code in _FINEST[column.name]:
            for level in range(column.top + 1):
                assert column.at(code, level) in evaluation.codes(column.name, level)
        assert evaluation.codes(column.name, column.top) == [ALL]


_FACTS = {
    "age": 31,
    "sex": "female",
    "countries": ["SY"],
    "residence": "obliged",
    "mode": "light",
    "months": 14,
    "contacts": 9,
    "language_start": "none",
    "language_end": "B",
    "work_start": "seeking",
    "work_end": "marginal",
    "housing_start": "institution",
    "housing_end": "private",
    "goals": 4,
    "goals_reached": 2,
}


def test_a_case_becomes_codes():
    row = evaluation.row(_FACTS, evaluation.KINDS)
    assert row == {
        "age": "25_34",
        "sex": "female",
        "origin": "syria_iraq",
        "residence": "tolerated",
        "mode": "light",
        "months": "12_23",
        "contacts": "5_9",
        "language_start": "none",
        "language_end": "B",
        "work_start": "seeking",
        "work_end": "employed",
        # Whoever lives in a shelter is not to be found by it.
        "housing_start": "other",
        "housing_end": "private",
        "goals": "some",
    }


def test_what_the_consent_does_not_name_is_like_not_told():
    row = evaluation.row(_FACTS, ["work"])
    told = {name for name, code in row.items() if code != UNKNOWN}
    assert told == {"work_start", "work_end"}
    row = evaluation.row(_FACTS, [])
    told = {name for name, code in row.items() if code != UNKNOWN}
    assert told == {"age", "mode", "months", "contacts"}


@given(
    st.fixed_dictionaries(
        {
            name: st.one_of(st.none(), st.text(), st.sampled_from(["Amina", "WG"]))
            for name in _FACTS
            if isinstance(_FACTS[name], str) and name != "mode"
        }
    ),
    st.fixed_dictionaries(
        {name: st.one_of(st.none(), st.integers(0, 500)) for name in ("age", "months")}
    ),
    st.lists(st.text(max_size=3)),
)
def test_only_codes_of_the_list_get_out(texts, numbers, countries):
    """Value lists can be extended; what is entered there does not reach the file."""
    facts = {**_FACTS, **texts, **numbers, "countries": countries}
    row = evaluation.row(facts, evaluation.KINDS)
    for name, code in row.items():
        codes = _FINEST.get(name) or evaluation.codes(name, 0)
        assert code in codes
