# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .integration_portal import GERMAN


class IntegrationSession(models.Model):
    """The sheet that a client takes home from a talk."""

    _inherit = "integration.session"

    client_summary = fields.Text(
        string="What we talked about",
        copy=False,
        help="In plain words; printed on the sheet for the client.",
    )
    client_steps = fields.Text(
        string="Next steps",
        copy=False,
        help="What was agreed in the talk; printed on the sheet for the client.",
    )

    def _in_german(self):
        """Return the session with the names of value lists in German."""
        return self.with_context(lang=GERMAN)

    def _get_plain(self):
        """Return when, how and with whom the talk is, as the client's page says it."""
        self.ensure_one()
        return self.env["integration.portal"]._get_session(self)

    def _get_open_steps(self):
        """Return the steps that are still to be done for the goals worked on."""
        self.ensure_one()
        return self.goal_ids.measure_ids.filtered(lambda step: not step.done_on)

    def _get_next(self):
        """Return the next planned session after this one, if any."""
        self.ensure_one()
        begins = max(self.stop, fields.Datetime.now())
        return self.search(
            [
                ("case_id", "=", self.case_id.id),
                ("state", "=", "planned"),
                ("start", ">=", begins),
                ("id", "!=", self.id),
            ],
            order="start, id",
            limit=1,
        )
