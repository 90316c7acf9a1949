# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..logic import hardening
from .integration_health_text import TEXTS

_ADMIN = "integration_management.group_integration_admin"


class IntegrationHealth(models.TransientModel):
    """One line per check of how well the installation is protected.

    The lines are made anew for whoever opens the page, in their language.
    """

    _name = "integration.health"
    _description = "Hardening Check"
    _order = "id"

    name = fields.Char(string="Checked", readonly=True)
    state = fields.Selection(
        selection=[
            (hardening.TODO, "To do"),
            (hardening.UNKNOWN, "Cannot be seen from here"),
            (hardening.OK, "OK"),
        ],
        string="Result",
        readonly=True,
    )
    detail = fields.Char(string="Found", readonly=True)
    reason = fields.Char(string="Why it matters", readonly=True)
    remedy = fields.Char(string="What to do", readonly=True)
    example = fields.Text(string="Exactly", readonly=True)

    @api.model
    def action_open(self):
        """Check everything and show the result.

        :raise AccessError: to others than administrators
        """
        if not self.env.user.has_group(_ADMIN):
            raise AccessError(
                self.env._("Only administrators may see how Odoo is protected.")
            )
        lines = self.sudo().create(  # sudo: nobody else may make lines
            [self._prepare_line(finding) for finding in self._get_findings()]
        )
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_health_action"
        )
        return {**action, "domain": [("id", "in", lines.ids)]}

    @api.model
    def _get_findings(self):
        return hardening.judge(self._get_facts())

    @api.model
    def _prepare_line(self, finding):
        name, reason, remedy, example = TEXTS[finding.code]
        return {
            "name": self.env._(name),
            "state": finding.state,
            "detail": finding.detail,
            "reason": self.env._(reason),
            "remedy": self.env._(remedy),
            "example": example,
        }
