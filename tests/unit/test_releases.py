"""Releases cover exactly what the client agreed to, on exactly those days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from logic.releases import GAPS, Passing, Release, gaps, name_key, nearest

DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
KINDS = st.frozensets(st.sampled_from("abcdef"), max_size=6)
KEYS = st.frozensets(st.sampled_from([1, 2, 3, "kim"]), min_size=1, max_size=3)
RELEASES = st.builds(
    Release,
    kinds=KINDS,
    recipients=KEYS,
    given_on=st.none() | DAYS,
    last_day=st.none() | DAYS,
    withdrawn_on=st.none() | DAYS,
    settled_on=st.none() | DAYS,
    lapsed_on=st.none() | DAYS,
)
PASSINGS = st.builds(Passing, kinds=KINDS, recipients=KEYS, day=DAYS)


@given(RELEASES, PASSINGS)
def test_covered_means_all_of_it(release, passing):
    covered = (
        release.given_on is not None
        and release.given_on <= passing.day
        and passing.day <= (release.last_day or date.max)
        and passing.day < (release.withdrawn_on or date.max)
        and passing.day < (release.settled_on or date.max)
        and passing.day < (release.lapsed_on or date.max)
        and bool(release.recipients & passing.recipients)
        and passing.kinds.issubset(release.kinds)
    )
    assert (gaps(release, passing) == []) == covered


@given(RELEASES, PASSINGS, KINDS)
def test_more_data_are_never_easier(release, passing, more):
    wider = passing._replace(kinds=passing.kinds | more)
    assert set(gaps(release, passing)) <= set(gaps(release, wider))


@given(RELEASES, PASSINGS, DAYS)
def test_an_end_never_opens_anything(release, passing, day):
    for end in ("withdrawn_on", "settled_on", "lapsed_on"):
        if getattr(release, end) is None:
            ended = release._replace(**{end: day})
            assert set(gaps(release, passing)) <= set(gaps(ended, passing))


@given(DAYS, KINDS, KEYS)
def test_one_day(day, kinds, keys):
    """Given and over on the same day: that day and no other."""
    release = Release(kinds, keys, given_on=day, last_day=day)
    for shift, missing in ((-1, ["too_early"]), (0, []), (1, ["expired"])):
        moved = Passing(kinds, keys, day + timedelta(days=shift))
        assert gaps(release, moved) == missing


@given(DAYS, KINDS, KEYS)
def test_given_and_withdrawn_on_one_day_covers_nothing(day, kinds, keys):
    release = Release(kinds, keys, given_on=day, withdrawn_on=day)
    assert gaps(release, Passing(kinds, keys, day)) == ["withdrawn"]


@given(RELEASES, PASSINGS)
def test_gaps_are_told_in_order(release, passing):
    found = gaps(release, passing)
    assert found == [gap for gap in GAPS if gap in found]


def test_what_comes_closest():
    other, own = ["recipient"], ["withdrawn", "kinds"]
    assert nearest([other, own]) == own
    assert nearest([own, ["kinds"]]) == ["kinds"]
    assert nearest([]) is None


def test_names_are_compared_as_people_write_them():
    assert name_key("  Dr.  KIM ") == name_key("dr. kim")
    assert name_key(None) == ""
