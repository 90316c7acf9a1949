# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo.fields import Command

from . import themes

_KINDS = ("office", "office", "office", "phone", "phone", "outreach", "messenger")
_RARE_KINDS = ("accompaniment", "third_party", "video", "mail")
_HOURS = ((9, 0), (10, 30), (13, 30), (15, 0), (16, 15))
_SILENCE = 125
# Cases of Anna with an appointment today, by their place among the stories.
_TODAY = {0: 0, 4: 1, 7: 2, 12: 3, 16: 4}


def create(scene, case):
    """Log past contacts and plan the next ones."""
    rows = [_held(scene, case, day) for day in _past_days(scene)]
    scene.add("integration.session", case, rows)
    if scene.story.is_closed or scene.has("silent"):
        return
    place = scene.place
    if place in _TODAY:
        _plan(scene, case, scene.today, _HOURS[_TODAY[place]])
    if place % 5 == 1:
        # Nobody has had the time yet to write down how it went.
        yesterday = scene.workday(scene.ago(days=1))
        _plan(scene, case, yesterday, _HOURS[place // 5 % 5])
    if place % 3 != 2:
        _plan(scene, case, scene.workday_ahead(1 + place % 10), _HOURS[place // 10 % 5])
    if scene.place % 9 == 3:
        _hold_one_without_client(scene, case)


def _past_days(scene):
    """Return days of contact, denser in the beginning, up to a recent one."""
    story = scene.story
    last = scene.end or scene.ago(days=_SILENCE if scene.has("silent") else _gap(scene))
    span = (last - scene.start).days
    if span < 3:
        return [scene.start]
    count = min(2 + story.months * 2 // 3, 18)
    days = {
        scene.start + timedelta(days=int(span * (i / count) ** 1.2))
        for i in range(count)
    }
    return [scene.workday(day) for day in sorted(days)] + [last]


def _gap(scene):
    """Return how many days ago the last contact was."""
    return (2, 3, 31, 4, 5, 9, 3, 12, 45, 4, 18, 80)[scene.place % 12]


def _held(scene, case, day):
    kind = scene.pick(_RARE_KINDS if scene.chance(0.15) else _KINDS)
    short = kind in ("phone", "messenger", "mail")
    topics, summary, note, area = _content(scene, day)
    goals = case.goal_ids.filtered(lambda goal: goal.area_id.code == area)
    return {
        "state": "held",
        "start": scene.moment(day, 8 + scene.place * 5 % 9, scene.pick((0, 15, 30))),
        "minutes": scene.pick((10, 15, 20) if short else (30, 45, 45, 60)),
        "kind_id": scene.term("contact_kind", kind),
        "topic_ids": [Command.set([scene.term("topic", code) for code in topics])],
        "outcome_ids": [Command.set([scene.term("outcome", _outcome(scene, goals))])],
        "interpretation_id": scene.term("interpretation", _interpretation(scene)),
        "walk_in": not short and scene.chance(0.2),
        "summary": summary,
        "note": note,
        "goal_ids": [Command.set(goals[:1].ids)],
    }


def _content(scene, day):
    areas = scene.story.areas
    if day == scene.start or not areas or scene.is_nameless or scene.chance(0.3):
        return *scene.pick(themes.GENERAL), ""
    area = scene.pick(areas)
    theme = scene.theme(area)
    return theme.topics, *scene.pick(theme.notes), area


def _outcome(scene, goals):
    if goals:
        return "goal_worked_on"
    return scene.pick(("information", "information", "referral", "follow_up"))


def _interpretation(scene):
    return scene.pick(("none", "none", "family", "volunteer", "remote"))


def _plan(scene, case, day, hour):
    """Make an appointment; it stands in the calendar, too."""
    row = {
        "start": scene.moment(day, *hour),
        "minutes": scene.pick((30, 45, 60)),
        "kind_id": scene.term("contact_kind", scene.pick(("office", "outreach"))),
    }
    return scene.add("integration.session", case, [row])


def _hold_one_without_client(scene, case):
    """Somebody did not come, or called off in time."""
    day = scene.workday(scene.ago(days=scene.dice.randint(9, 20)))
    session = _plan(scene, case, day, (14, 0))
    if scene.chance(0.5):
        session.action_miss()
    else:
        session.action_cancel()
