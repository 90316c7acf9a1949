# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationCase(models.Model):
    """Invites clients to their own page, if they want one."""

    _inherit = "integration.case"

    portal_access_ids = fields.One2many(
        "integration.portal.access", "case_id", string="Client's page", readonly=True
    )
    rights_request_ids = fields.One2many("integration.rights.request", "case_id")
    open_request_count = fields.Integer(
        string="Requests", compute="_compute_open_request_count", compute_sudo=False
    )
    has_portal = fields.Boolean(
        string="Has a page", compute="_compute_has_portal", compute_sudo=False
    )

    @api.depends("portal_access_ids.ended_on", "portal_access_ids.valid_until")
    def _compute_has_portal(self):
        for case in self:
            case.has_portal = any(case.portal_access_ids.mapped("is_open"))

    @api.depends("rights_request_ids.state")
    def _compute_open_request_count(self):
        for case in self:
            open_requests = case.rights_request_ids.filtered(
                lambda request: request.state == "received"
            )
            case.open_request_count = len(open_requests)

    def action_open_portal(self):
        """Open the key to the client's page, or a new one to be made."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Client's page"),
            "res_model": "integration.portal.access",
            "res_id": self.portal_access_ids.filtered("is_open")[:1].id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_case_id": self.id},
        }
