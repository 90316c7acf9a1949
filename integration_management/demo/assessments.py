# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command

_WELL = (
    "Kommt gut zurecht",
    "Hier ist gerade nichts zu tun",
    "Läuft, wie es soll",
)


def create_first(scene, case):
    """Hold the needs assessment from which the plan is made."""
    if scene.story.stage == "intake" or scene.is_nameless:
        return
    answers = {area: _first_answer(scene, area) for area in _areas(scene)}
    _create(scene, case, scene.share(0.15), answers)


def create_second(scene, case):
    """Hold it again after a while: what was worked on has got better."""
    if not scene.has("twice"):
        return
    before = {line.area_id: line.answer for line in case.assessment_ids.line_ids}
    answers = {area: _next_answer(scene, area, before[area]) for area in before}
    _create(scene, case, scene.share(0.8), answers)


def _areas(scene):
    return scene.env["integration.area"].search([])


def _first_answer(scene, area):
    if area.code in scene.story.areas:
        return scene.pick("1223")
    if area.code == "children" and scene.has("alone"):
        return "not_discussed"
    return scene.pick(("3", "4", "4", "5", "not_discussed", "not_wanted"))


def _next_answer(scene, area, before):
    if not before.isdecimal():
        return scene.pick((before, "3", "4"))
    worked_on = area.code in scene.story.areas
    step = scene.pick((0, 1, 1, 2) if worked_on else (-1, 0, 0, 1))
    return str(min(5, max(1, int(before) + step)))


def _create(scene, case, day, answers):
    vals = {
        "date": day,
        "line_ids": [
            Command.create(_line(scene, case, area, answer))
            for area, answer in answers.items()
        ],
    }
    if case.interpreter_need != "no":
        kind = scene.pick(("professional", "volunteer", "remote"))
        vals["interpretation_id"] = scene.term("interpretation", kind)
    scene.add("integration.assessment", case, [vals])


def _line(scene, case, area, answer):
    line = {"case_id": case.id, "area_id": area.id, "answer": answer}
    if area.code not in scene.story.areas:
        return line | ({"own_view": scene.pick(_WELL)} if answer in "45" else {})
    theme = scene.theme(area.code)
    return line | {
        "need": theme.need if answer in "123" else "",
        "own_view": theme.words,
        "resources": theme.resources,
        "priority": scene.pick("223") if answer in "12" else "1",
    }
