# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from odoo import fields

from . import themes
from .origins import ORIGINS

_BERLIN = ZoneInfo("Europe/Berlin")
# Chatter entries on 60 new cases would tell nobody anything.
_CONTEXT = {
    "tz": "Europe/Berlin",
    "tracking_disable": True,
    "mail_notrack": True,
    "dont_notify": True,
    "no_mail_to_attendees": True,
}


class Scene:
    """One story while it is told: its manager's environment, its days, its dice.

    The dice are seeded by the story's place, so every demo is the same; days count
    from the day of installation.
    """

    def __init__(self, env, story, place):
        user = env.ref(f"integration_management.demo_user_{story.user}")
        self.env = (
            env["res.users"]
            .with_user(user)
            .with_context(**_CONTEXT, lang=user.lang)
            .env
        )
        self.user = user
        self.story = story
        self.origin = ORIGINS[story.origin]
        self.place = place
        self.dice = Random(f"integration demo {place}")
        self.today = fields.Date.context_today(self.env.user)
        # Near the limit of 36 months: some weeks are left.
        days = 4 if self.has("near_limit") else self.dice.randint(1, 20)
        self.start = self.ago(months=story.months, days=days)
        # What the client works on in each area, the same in need, goal and notes.
        self._themes = {
            area: self.dice.choice(themes.of_area(area)) for area in story.areas
        }
        self.end = self.ago(days=self.dice.randint(15, 80)) if story.is_closed else None

    def has(self, mark):
        """Tell whether the story bears a mark."""
        return mark in self.story.marks

    @property
    def is_nameless(self):
        """Tell whether the client gave no name, or wants none in a file."""
        return self.has("anonymous") or self.has("no_file")

    def ago(self, **delta):
        """Return the day that lies `delta` (as in relativedelta) before today."""
        return self.today - relativedelta(**delta)

    def ahead(self, **delta):
        """Return the day that lies `delta` after today."""
        return self.today + relativedelta(**delta)

    def share(self, part):
        """Return the day after a share (0 to 1) of the counselling so far."""
        last = self.end or self.today
        return self.start + timedelta(days=int((last - self.start).days * part))

    def workday(self, day):
        """Return `day`, or the nearest workday on the same side of today."""
        over = day.weekday() - 4
        if over <= 0:
            return day
        return day + timedelta(days=3 - over if day > self.today else -over)

    def workday_ahead(self, number):
        """Return the workday that comes `number` workdays after today."""
        day = self.today
        while number:
            day += timedelta(days=1)
            number -= day.weekday() < 5
        return day

    def moment(self, day, hour, minute=0):
        """Return a local time of day as Odoo stores it (UTC, naive)."""
        local = datetime.combine(day, time(hour, minute), _BERLIN)
        return local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)

    def chance(self, part):
        """Throw the dice: true in `part` (0 to 1) of all throws."""
        return self.dice.random() < part

    def pick(self, values):
        """Return one of `values`."""
        return self.dice.choice(values)

    def theme(self, area):
        """Return what the client works on in a life area of the story."""
        return self._themes[area]

    def ref(self, name):
        """Return the id of a record of this addon."""
        return self.env.ref(f"integration_management.{name}").id

    def term(self, kind, code):
        """Return the id of a value list entry, or False without code."""
        return code and self.ref(f"term_{kind}_{code}")

    def partner(self, name):
        """Return the id of one of the demo's partner organisations."""
        return self.ref(f"demo_partner_{name}")

    def add(self, model, case, rows):
        """Create parts of the case's file as its manager."""
        vals = [{"case_id": case.id, **row} for row in rows]
        return self.env[model].create(vals)
