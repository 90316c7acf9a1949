# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The cases of the demo as data: one line each, read by `cases.py`."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Story:
    """What is particular about one case; the rest is filled in plausibly.

    :param months: since counselling began
    :param areas: life areas in which there is something to do
    :param marks: see the lists below
    """

    user: str
    origin: str
    gender: str
    age: int
    months: int
    stage: str
    areas: tuple[str, ...] = ()
    marks: frozenset[str] = field(default_factory=frozenset)
    closing: str = ""

    @property
    def is_closed(self):
        return self.stage == "closed"


# user | origin gender age | months stage | areas | marks [closing=reason]
# Marks: anonymous, first_name, one_name (only a surname, as in arrival papers)
#        permit_20, permit_60 (days), near_limit, extended, review_overdue, silent
#        no_file (consents declined), withdrawn, no_plan (plan declined),
#        twice (second assessment), continued (second plan), family, alone, retired
_LINES = """
anna | UA f 34 | 26 monitoring | language work housing children | family twice continued
anna | UA f 67 | 31 monitoring | health participation | alone retired review_overdue
anna | UA m 41 | 14 linking | work language housing | family permit_60
anna | UA f 29 | 3 assessment | language children | family
anna | UA f 52 | 20 evaluation | work language | alone twice
anna | SY m 38 | 35 evaluation | work housing | family near_limit continued twice
anna | SY f 33 | 22 monitoring | language children health | family twice
anna | SY m 24 | 9 planning | training language | alone permit_20
anna | SY f 45 | 40 monitoring | health language housing | family extended twice
anna | SY m 19 | 5 planning | school training | alone
anna | AF f 31 | 17 linking | language children housing | family permit_60 twice
anna | AF m 27 | 12 monitoring | work housing | alone review_overdue
anna | AF m 44 | 8 linking | language work children | family
anna | AF f 22 | 1 intake | language | first_name alone
anna | TR m 36 | 6 planning | work language | family
anna | TR f 30 | 4 assessment | health housing | no_file alone
anna | ER m 26 | 28 monitoring | training housing | alone twice
anna | ER f 24 | 11 linking | language children | family silent
anna | IQ m 48 | 19 monitoring | housing health | family no_plan
anna | IR f 39 | 7 linking | work participation | alone withdrawn
anna | GM m 23 | 15 monitoring | training language | first_name alone permit_20
anna | NG f 28 | 2 intake | health | anonymous
anna | SO m 33 | 0 intake | | anonymous
anna | UA f 37 | 30 closed | work language | family closing=independent
anna | SY m 50 | 36 closed | work housing | family closing=max_duration
ben | UA f 44 | 24 monitoring | work housing | family twice
ben | UA m 58 | 18 linking | health language | alone
ben | SY m 31 | 33 monitoring | work training | family near_limit
ben | SY f 27 | 10 planning | language children | family
ben | AF m 35 | 13 linking | housing language | family permit_60
ben | AF f 41 | 5 assessment | health children | family first_name
ben | ER m 29 | 21 monitoring | work housing | alone
ben | TR f 26 | 3 intake | language | one_name
ben | GM m 25 | 16 linking | training | alone silent
ben | IR m 46 | 2 intake | | anonymous
ben | UA f 31 | 27 closed | work | alone closing=goals_reached
cem | SY f 36 | 29 monitoring | children language | family twice continued
cem | SY m 22 | 7 planning | training school | alone
cem | AF f 28 | 12 linking | language children | family no_plan
cem | AF m 52 | 34 evaluation | health housing | family near_limit
cem | IQ f 33 | 15 monitoring | language health | family permit_20
cem | UA m 39 | 9 linking | work | family
cem | UA f 25 | 1 intake | language | first_name
cem | SO f 30 | 11 assessment | children housing | family
cem | NG m 34 | 4 assessment | work | no_file one_name
cem | TR m 45 | 20 closed | work language | family closing=moved_within_bw
dilara | UA f 48 | 23 monitoring | work language | alone twice
dilara | UA f 36 | 6 planning | children language housing | family
dilara | SY m 40 | 17 linking | work housing | family permit_60
dilara | AF m 21 | 8 planning | school training | alone
dilara | ER f 32 | 25 monitoring | children participation | family review_overdue
dilara | IR f 29 | 5 assessment | work | alone withdrawn
dilara | IQ m 37 | 2 intake | housing | first_name
dilara | GM m 31 | 14 closed | training | alone closing=contact_lost
eva | SY f 39 | 32 monitoring | language work children | family twice
eva | UA m 47 | 12 linking | work health | family
eva | UA f 62 | 19 monitoring | participation health | alone retired
eva | AF f 26 | 9 planning | language training | alone permit_60
eva | SO m 28 | 16 monitoring | work | alone silent
eva | TR f 34 | 3 assessment | language | family
eva | NG f 25 | 1 intake | children | anonymous
eva | ER m 35 | 36 closed | work housing | alone closing=independent
"""


def _read(line):
    user, person, way, areas, marks = (part.strip() for part in line.split("|"))
    origin, gender, age = person.split()
    months, stage = way.split()
    words = marks.split()
    closing = [word.partition("=")[2] for word in words if "=" in word]
    return Story(
        user=user,
        origin=origin,
        gender={"f": "female", "m": "male"}[gender],
        age=int(age),
        months=int(months),
        stage=stage,
        areas=tuple(areas.split()),
        marks=frozenset(word for word in words if "=" not in word),
        closing="".join(closing),
    )


STORIES = tuple(_read(line) for line in _LINES.strip().splitlines())
