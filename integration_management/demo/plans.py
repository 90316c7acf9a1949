# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from dateutil.relativedelta import relativedelta

from odoo.fields import Command

from . import signature

_AGREED = ("linking", "monitoring", "evaluation", "closed")


def create(scene, case):
    """Turn needs into a plan and lead it to where it stands today."""
    story = scene.story
    if scene.has("no_plan"):
        case.action_decline_plan()
        return
    if not case.assessment_ids or story.stage not in ("planning", *_AGREED):
        return
    plan = _draft(scene, case)
    if story.stage == "planning":
        if scene.chance(0.5):
            plan.action_discuss()
        return
    _agree(scene, plan, scene.share(0.25))
    if scene.has("continued"):
        plan = _continue(scene, case, plan)
    _work_on(scene, plan)
    if story.is_closed:
        plan.action_review()
        plan.action_close()


def _draft(scene, case):
    """Make goals of the needs, worded with the client."""
    plan = scene.add("integration.plan", case, [{}])
    plan.action_add_needs()
    for goal in plan.goal_ids:
        if goal.area_id.code in scene.story.areas:
            goal.write(_goal(scene, goal))
    plan.write(
        {
            "explained_language_id": case.language_ids[:1].id,
            "place": case.municipality_id.name,
            "interpretation_id": case.assessment_ids[:1].interpretation_id.id,
        }
    )
    return plan


def _goal(scene, goal):
    theme = scene.theme(goal.area_id.code)
    due = scene.ahead(days=scene.dice.randint(-12, 170))
    return {
        "name": theme.goal,
        "baseline": theme.resources,
        "due_date": due,
        "measure_ids": [
            Command.create(
                {
                    "case_id": goal.case_id.id,
                    "name": name,
                    "responsible": who,
                    "provider_id": partner and scene.partner(partner),
                    "due_date": due - relativedelta(days=30 * (3 - number)),
                    "sequence": 10 * number,
                }
            )
            for number, (name, who, partner) in enumerate(theme.steps, 1)
        ],
    }


def _agree(scene, plan, day):
    """Sign the plan on a day in the past, on paper or on screen."""
    plan.write({"state": "discussed", "discussed_on": day - relativedelta(days=7)})
    if scene.chance(0.5):
        signed = {"signed_on_paper": True}
    else:
        signed = {
            "client_signature": signature.draw(scene.dice),
            "manager_signature": signature.draw(scene.dice),
        }
    plan.write(
        {
            **signed,
            "state": "agreed",
            "agreed_on": day,
            "next_review": max(day, _next_review(scene)),
            "copy_handed_over": True,
        }
    )


def _next_review(scene):
    if scene.has("review_overdue"):
        return scene.ago(days=scene.dice.randint(5, 30))
    return scene.workday(scene.ahead(days=scene.dice.randint(6, 170)))


def _continue(scene, case, plan):
    """Look back together and agree a second version with the open goals."""
    first = plan.goal_ids[:1]
    plan.action_review()
    first.state = "in_progress"
    first.write({"state": "achieved", "result": _result(scene, first)})
    plan.action_continue()
    version = case.plan_ids.filtered(lambda p: p.state == "draft")
    _agree(scene, version, scene.share(0.8))
    return version


def _work_on(scene, plan):
    """Let goals move: some are reached, some take longer, one is dropped."""
    begin = 1 if plan.previous_id else 0
    for place, goal in enumerate(plan.goal_ids, begin):
        state = _target(scene, place)
        if state == goal.state:
            continue
        vals = {"state": state}
        if state == "achieved":
            vals["result"] = _result(scene, goal)
        elif state == "partly_achieved":
            vals["result"] = "Ein gutes Stück geschafft, der Rest folgt"
        elif state == "dropped":
            vals["dropped_reason"] = "Hat sich durch den Umzug erledigt"
        goal.write(vals)
        steps = goal.measure_ids
        done = steps if state == "achieved" else steps[: len(steps) // 2]
        for number, step in enumerate(done, 1):
            step.done_on = scene.share(0.3 + 0.6 * number / len(steps))


def _target(scene, place):
    if scene.story.is_closed:
        return "partly_achieved" if place == 1 else "achieved"
    if scene.story.months > 20:
        later = ("in_progress", "partly_achieved", "postponed", "dropped")
        return "achieved" if place == 0 else scene.pick(later)
    return scene.pick(("in_progress", "open") if place else ("in_progress",))


def _result(scene, goal):
    code = goal.area_id.code
    return scene.theme(code).result if code in scene.story.areas else ""
