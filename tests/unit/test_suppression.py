import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logic.disclosure import TOTAL, Cell, Row, Table
from logic.suppression import needed, protect
from populations import make_people, make_table, publish

YOUNG, OLD = Cell("age", "young"), Cell("age", "old")


def row(key, kind="site", run="new"):
    return Row(run, kind, key)


def ages(young, old):
    return {TOTAL: young + old, YOUNG: young, OLD: old}


def table(atoms, **kwargs):
    """Return a table of atoms (list of rows, counts), all of them in one total."""
    everybody = Row("new", "total", None)
    counts = {frozenset([everybody, *rows]): cells for rows, cells in atoms}
    return Table(counts, additive=frozenset({"age"}), **kwargs)


def cells_of(hidden, *rows):
    return {cell for found, cell in hidden if found in rows}


def test_large_numbers_are_all_shown():
    assert not protect(table([([row(1)], ages(6, 7)), ([row(2)], ages(8, 9))]))


def test_zero_is_shown():
    assert not protect(table([([row(1)], {TOTAL: 9, OLD: 9}), ([row(2)], ages(8, 9))]))


def test_a_small_number_takes_the_other_category_and_another_unit_along():
    atoms = [([row(1)], ages(2, 20)), ([row(2)], ages(30, 20)), ([row(3)], ages(9, 90))]
    hidden = protect(table(atoms))
    assert cells_of(hidden, row(1)) == {YOUNG, OLD}
    assert len(hidden) == 4
    assert TOTAL not in {cell for _row, cell in hidden}


def test_all_is_withheld_where_there_is_nobody_else():
    hidden = protect(table([([row(1)], ages(1, 2))]))
    assert hidden == {
        (found, cell)
        for found in (row(1), Row("new", "total", None))
        for cell in (TOTAL, YOUNG, OLD)
    }


def test_a_manager_who_is_the_site_gives_nothing_away():
    atoms = [
        ([row(1), row("a", "manager")], ages(2, 20)),
        ([row(2), row("b", "manager")], ages(30, 20)),
        ([row(2), row("c", "manager")], ages(40, 20)),
    ]
    hidden = protect(table(atoms))
    assert cells_of(hidden, row(1)) == cells_of(hidden, row("a", "manager"))
    assert YOUNG in cells_of(hidden, row(1))


def test_many_contacts_with_few_people_are_withheld():
    atoms = [([row(1)], ages(40, 60)), ([row(2)], ages(50, 60))]
    people = {row(1): {YOUNG: 1}}
    assert not protect(table(atoms))
    assert (row(1), YOUNG) in protect(table(atoms, people=people))


def test_what_is_left_of_a_unit_without_its_part_counts():
    town = row("town", "municipality")
    atoms = [
        ([town, row(1)], ages(20, 20)),
        ([town, row(2)], ages(3, 20)),
        ([row("village", "municipality"), row(2)], ages(30, 30)),
    ]
    hidden = protect(table(atoms))
    assert {(town, YOUNG), (row(1), YOUNG)} & hidden


def released(is_shown, run, kind="total", key=None):
    return {Row(run, kind, key): dict.fromkeys((TOTAL, YOUNG, OLD), is_shown)}


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_year_without_its_first_half_counts(is_shown):
    year, half = Row("year", "total", None), Row("half", "total", None)
    counts = {
        frozenset({year, half}): ages(20, 20),
        frozenset({year}): ages(3, 30),
    }
    hidden = protect(
        Table(counts, additive=frozenset({"age"}), released=released(is_shown, "half"))
    )
    assert ((year, YOUNG) in hidden) == is_shown


def test_eleven_months_give_the_twelfth_away():
    year = Row("year", "total", None)
    months = [Row(month, "total", None) for month in range(12)]
    counts = {frozenset({year, m}): ages(20, 20) for m in months[:11]}
    counts[frozenset({year, months[11]})] = ages(2, 20)
    old = {m: dict.fromkeys((TOTAL, YOUNG, OLD), True) for m in months[:11]}
    hidden = protect(Table(counts, additive=frozenset({"age"}), released=old))
    assert {(year, YOUNG), (months[11], YOUNG)} <= hidden


def test_what_was_withheld_stays_withheld():
    """The half year withheld 3; the year may not show what makes it 3 again."""
    year, half, rest = (Row(run, "total", None) for run in ("year", "half", "rest"))
    counts = {
        frozenset({year, half}): ages(3, 30),
        frozenset({year, rest}): ages(20, 20),
    }
    old = {
        half: {TOTAL: True, YOUNG: False, OLD: False},
        rest: dict.fromkeys((TOTAL, YOUNG, OLD), True),
    }
    hidden = protect(Table(counts, additive=frozenset({"age"}), released=old))
    assert (year, YOUNG) in hidden


@given(st.integers(0, 10**6), st.sampled_from([12, 60]))
@settings(max_examples=10, deadline=None)
def test_nothing_small_is_shown_and_the_result_does_not_vary(seed, size):
    people = make_people(seed, size)
    made = make_table(people, {"year": range(12)}, {})
    hidden = protect(made)
    for found in made.rows:
        for cell, value in made.values[found].items():
            assert value >= 5 or (found, cell) in hidden
    backwards = make_table(people[::-1], {"year": range(12)}, {})
    assert protect(backwards) == hidden


def test_most_figures_of_a_usual_carrier_are_shown():
    """Suppression that hides everything would be safe and useless."""
    made, shown = publish(make_people(1, 1500, load=100), {"year": range(12)})
    cells = [(found, cell) for found in made.rows for cell in made.cells]
    large = [pair for pair in cells if made.values[pair[0]].get(pair[1], 0) >= 5]
    assert len(shown) > 0.8 * len(large)
    for found in made.rows:
        if found.kind in ("total", "carrier"):
            assert all((found, cell) in shown for cell in made.cells)


def test_how_much_higher_a_number_must_be_possible():
    assert [needed(value) for value in (1, 4, 5, 40, 41)] == [4, 1, 1, 8, 9]
