# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResPartner(models.Model):
    """Says what an organisation is in the network, and what it offers."""

    _inherit = "res.partner"

    integration_kind_ids = fields.Many2many(
        "integration.term",
        "integration_partner_kind_rel",
        string="Kinds of network partner",
        domain="[('kind', '=', 'partner_kind'), ('is_current', '=', True)]",
        groups="base.group_user",
        help="E.g. job centre, MBE or volunteers: the list that sites use, too.",
    )
    integration_offer_count = fields.Integer(
        string="Offers",
        compute="_compute_integration_offer_count",
        compute_sudo=False,
        groups="base.group_user",
    )

    def _compute_integration_offer_count(self):
        groups = self.env["integration.offer"]._read_group(
            [("provider_id", "in", self.ids)], ["provider_id"], ["__count"]
        )
        counts = {provider.id: count for provider, count in groups}
        for partner in self:
            partner.integration_offer_count = counts.get(partner.id, 0)

    def action_view_integration_offers(self):
        """Open what the organisation offers."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_offer_action"
        )
        return {
            **action,
            "domain": [("provider_id", "=", self.id)],
            "context": {"default_provider_id": self.id},
        }
