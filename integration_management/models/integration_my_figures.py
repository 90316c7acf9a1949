# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import UTC, datetime, time, timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..logic.spans import SPANS, bounds, months


class IntegrationMyFigures(models.AbstractModel):
    """What managers did and reached, for themselves; nobody else can ask for it.

    Counted are the cases that are the manager's own today, with all their contacts,
    whoever held these; cases of others that one covers for are not.
    """

    _name = "integration.my.figures"
    _description = "My Figures"

    @api.model
    def get_my_figures(self, span="year"):
        """Return the current user's figures, all read with the user's own rights.

        :param span: one of `logic.spans.SPANS`
        :return: {"date_from", "date_to", "is_empty", "tiles": {name: number},
            "charts": {name: [[label, number], ...]}, "months": [first days],
            "contacts": [[kind, [number of each month]], ...]}
        """
        if span not in SPANS:
            raise UserError(self.env._("Please choose one of the periods offered."))
        first, last = bounds(span, fields.Date.context_today(self))
        result = {"date_from": first, "date_to": last, "is_empty": True}
        if not self.env["integration.case"].has_access("read"):
            return {**result, "tiles": {}, "charts": {}, "months": [], "contacts": []}
        own = Domain("case_id.manager_id", "=", self.env.uid)
        held = own & self._held(first, last)
        tiles = {
            **self._count_cases(first, last),
            **self._count_sessions(held),
            "plans": self.env["integration.plan"].search_count(
                own & _between("agreed_on", first, last)
            ),
        }
        charts = self._get_charts(own, held)
        return {
            **result,
            "is_empty": not (any(tiles.values()) or any(charts.values())),
            "tiles": tiles,
            "charts": charts,
            "months": months(first, last),
            "contacts": self._contacts_by_month(held, first, last),
        }

    @api.model
    def _get_charts(self, own, held):
        """Return the charts: talks of the period, cases and goals as they are today."""
        is_open = Domain("manager_id", "=", self.env.uid)
        is_open &= Domain("closed_on", "=", False)
        goals = own & Domain("is_superseded", "=", False)
        return {
            "topics": self._group("session", held, "topic_ids"),
            "languages": self._group("session", held, "language_id"),
            "interpretation": self._group("session", held, "interpretation_id"),
            "stages": self._group("case", is_open, "stage_id"),
            "goals": self._group("goal", goals, "state"),
        }

    @api.model
    def _held(self, first, last):
        """Return the domain of the talks held in a period; days begin where one is."""

        def midnight(day):
            local = datetime.combine(day, time.min, tzinfo=self.env.tz)
            return local.astimezone(UTC).replace(tzinfo=None)

        return (
            Domain("state", "=", "held")
            & Domain("start", ">=", midnight(first))
            & Domain("start", "<", midnight(last + timedelta(days=1)))
        )

    @api.model
    def _count_cases(self, first, last):
        """Return how many own cases are open today, and began or ended in a period."""
        cases = self.env["integration.case"]
        own = Domain("manager_id", "=", self.env.uid)
        return {
            "open": cases.search_count(own & Domain("closed_on", "=", False)),
            "begun": cases.search_count(
                own & _between("counselling_start", first, last)
            ),
            "closed": cases.search_count(own & _between("closed_on", first, last)),
        }

    @api.model
    def _count_sessions(self, held):
        [(contacts, minutes)] = self.env["integration.session"]._read_group(
            held, [], ["__count", "minutes:sum"]
        )
        return {"contacts": contacts, "hours": round((minutes or 0) / 60, 1)}

    @api.model
    def _group(self, model, domain, name):
        """Return [[label, number], ...] of the values of a field, most frequent first.

        Values that have an order of their own, as stages have, keep it.
        """
        records = self.env[f"integration.{model}"]
        found = records._read_group(domain, [name], ["__count"])
        if name not in ("stage_id", "state"):
            found = sorted(found, key=lambda group: -group[1])
        return [[self._label(records, name, key), count] for key, count in found]

    @api.model
    def _label(self, records, name, value):
        field = records._fields[name]
        if not value:
            return self.env._("Not stated")
        if field.type == "selection":
            return field.convert_to_export(value, records)
        return value.display_name

    @api.model
    def _contacts_by_month(self, held, first, last):
        """Return [[kind, [number of each month]], ...], most frequent kinds first."""
        sessions = self.env["integration.session"].with_context(tz=str(self.env.tz))
        found = sessions._read_group(held, ["kind_id", "start:month"], ["__count"])
        places = {month: n for n, month in enumerate(months(first, last))}
        kinds = {}
        for kind, month, count in found:
            label = self._label(sessions, "kind_id", kind)
            numbers = kinds.setdefault(label, [0] * len(places))
            numbers[places[month.date()]] += count
        return sorted(map(list, kinds.items()), key=lambda kind: -sum(kind[1]))


def _between(name, first, last):
    return Domain(name, ">=", first) & Domain(name, "<=", last)
