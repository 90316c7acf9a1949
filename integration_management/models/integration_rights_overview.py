# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .integration_rights_request import KINDS


class IntegrationRightsOverview(models.Model):
    """Requests about own data for data protection officers: numbers and dates only."""

    _name = "integration.rights.overview"
    _description = "Requests by Number"
    _auto = False
    _order = "deadline, id"
    _rec_name = "number"

    number = fields.Char(string="Case number", readonly=True)
    company_id = fields.Many2one("res.company", string="Carrier", readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    received_on = fields.Date(readonly=True)
    deadline = fields.Date(readonly=True)
    answered_on = fields.Date(readonly=True)
    state = fields.Selection(
        [
            ("received", "Received"),
            ("answered", "Answered"),
            ("taken_back", "Taken back"),
        ],
        readonly=True,
    )

    @property
    def _table_query(self):
        self.env["integration.rights.request"].flush_model()
        self.env["integration.case"].flush_model(["number", "company_id"])
        return SQL(
            """
            SELECT request.id, file.number, file.company_id, request.kind,
                   request.received_on, request.deadline, request.answered_on,
                   request.state
              FROM integration_rights_request request
              JOIN integration_case file ON file.id = request.case_id
            """
        )

    @api.model
    def _access_domain(self):
        """Return the rows of the user's own carriers, for privacy officers only.

        Applied by `ir.rule._compute_domain` whatever the editable rules say.
        """
        if not self.env.user.has_group(
            "integration_management.group_integration_privacy"
        ):
            return Domain.FALSE
        return Domain("company_id", "in", self.env.user.company_ids.ids)
