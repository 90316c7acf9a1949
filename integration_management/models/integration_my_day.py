# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models
from odoo.fields import Domain

_LIMIT = 40


class IntegrationMyDay(models.AbstractModel):
    """What a manager wants to see on Monday morning, from three models at once."""

    _name = "integration.my.day"
    _description = "My Day"

    @api.model
    def get_my_day(self):
        """Return the current user's day; each list has at most 40 entries.

        Everything is read with the user's own rights: somebody without cases gets
        empty lists.

        :return: {"today": [...], "to_document": [...], "deadlines": [...],
            "goals": [...]}, entries as ``read()`` gives them
        """
        mine = Domain("user_id", "=", self.env.uid)
        today = (
            mine
            & Domain("start", ">=", "today")
            & Domain("start", "<", "today +1d")
            & Domain("state", "!=", "cancelled")
        )
        undocumented = mine & Domain("state", "=", "planned")
        undocumented &= Domain("stop", "<", "today")
        noticed = Domain("notice_date", "<=", "today") | Domain(
            "deadline", "<", "today"
        )
        session = ["case_id", "case_name", "start", "stop", "state", "kind_id"]
        case = ["label", "deadlines"]
        goal = ["case_name", "name", "due_date"]
        return {
            "today": self._read("integration.session", today, session, "start"),
            "to_document": self._read(
                "integration.session", undocumented, session, "start"
            ),
            "deadlines": self._read("integration.case", noticed, case, "deadline"),
            "goals": self._read(
                "integration.goal",
                Domain("is_running", "=", True)
                & Domain("due_date", "<=", "today +14d"),
                goal,
                "due_date",
            ),
        }

    @api.model
    def _read(self, model_name, domain, field_names, order):
        """Return what the user may see of a model, or nothing without rights."""
        model = self.env[model_name]
        if not model.has_access("read"):
            return []
        return model.search_read(domain, field_names, limit=_LIMIT, order=order)
