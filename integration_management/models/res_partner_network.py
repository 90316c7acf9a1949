# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class ResPartner(models.Model):
    """Shows on an organisation what was done together."""

    _inherit = "res.partner"

    integration_network_count = fields.Integer(
        string="Network activities",
        compute="_compute_integration_network_count",
        compute_sudo=False,
    )

    @api.depends_context("uid")
    def _compute_integration_network_count(self):
        """Count what the user may see; contacts are read by those who may not."""
        activities = self.env["integration.network.activity"]
        groups = (
            activities._read_group(
                [("partner_ids", "in", self.ids)], ["partner_ids"], ["__count"]
            )
            if activities.has_access("read")
            else []
        )
        counts = {partner.id: count for partner, count in groups}
        for partner in self:
            partner.integration_network_count = counts.get(partner.id, 0)

    def action_view_integration_network(self):
        """Open what was done together with the organisation."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_network_activity_action"
        )
        return {
            **action,
            "domain": [("partner_ids", "in", self.ids)],
            "context": {"default_partner_ids": self.ids},
        }
