# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .origins import ORIGINS

_NOTES = (
    "",
    "",
    "geht gern zur Schule",
    "spielt im Fußballverein",
    "wartet auf einen Kitaplatz",
)


def create(scene, case):
    """Tell of the family in as few words as counselling needs."""
    if scene.is_nameless or not scene.has("family"):
        return
    scene.add("integration.household.member", case, _members(scene, case))


def _members(scene, case):
    story = scene.story
    if scene.chance(0.8):
        gender = "male" if story.gender == "female" else "female"
        age = story.age + scene.dice.randint(-4, 5)
        away = story.origin == "UA" and gender == "male"
        yield _member(scene, case, "spouse", gender, age) | {
            "lives_with_client": not away,
            "note": "lebt noch in der Ukraine" if away else "",
        }
    for _child in range(scene.dice.randint(1, 3)):
        gender = scene.pick(("female", "male"))
        age = scene.dice.randint(0, max(2, min(17, story.age - 20)))
        child = _member(scene, case, "child", gender, age)
        yield child | {"note": scene.pick(_NOTES) if age > 5 else ""}


def _member(scene, case, relation, gender, age):
    origin = ORIGINS[scene.story.origin]
    names = origin.women if gender == "female" else origin.men
    return {
        "relation_id": scene.term("relation", relation),
        "first_name": scene.pick([name for name in names if name != case.first_name]),
        "last_name": case.last_name,
        "gender_id": scene.term("gender", gender),
        "birth_year": str(scene.ago(years=max(age, 0)).year),
    }
