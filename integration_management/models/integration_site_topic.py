# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationSiteTopic(models.Model):
    """Who counsels on a topic at a site: the managers here, others, or nobody yet."""

    _name = "integration.site.topic"
    _inherit = "integration.term.mixin"
    _description = "Topic at a Site"
    _order = "site_id, sequence, id"
    _rec_name = "topic_id"

    site_id = fields.Many2one(
        "integration.site", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    topic_id = fields.Many2one(
        "integration.term",
        required=True,
        domain="[('kind', '=', 'topic'), ('is_current', '=', True)]",
        ondelete="restrict",
    )
    is_counselled_here = fields.Boolean(
        string="Here", help="The integration managers of this site counsel on it."
    )
    kind_ids = fields.Many2many(
        "integration.term",
        "integration_site_topic_kind_rel",
        string="Others",
        domain="[('kind', '=', 'partner_kind'), ('is_current', '=', True)]",
        help="Which services nearby counsel on it, e.g. MBE, JMD, volunteers.",
    )
    partner_ids = fields.Many2many(
        "res.partner",
        "integration_site_topic_partner_rel",
        string="Who exactly",
        domain="[('is_company', '=', True)]",
    )
    offer_ids = fields.Many2many(
        "integration.offer", "integration_site_topic_offer_rel", string="Offers"
    )
    phone = fields.Char()
    note = fields.Char()
    is_gap = fields.Boolean(
        string="Nobody yet",
        compute="_compute_is_gap",
        store=True,
        help="Nobody counsels on this here yet.",
    )

    _unique_topic = models.UniqueIndex(
        "(site_id, topic_id)", "Each topic stands once on the page of a site."
    )

    @api.depends(
        "is_counselled_here",
        "kind_ids",
        "offer_ids",
        "partner_ids",
        "site_id.is_counselling",
    )
    def _compute_is_gap(self):
        for line in self:
            here = line.is_counselled_here and line.site_id.is_counselling
            others = line.kind_ids or line.partner_ids or line.offer_ids
            line.is_gap = not (here or others)

    def _get_others(self):
        """Return in one line who else counsels on the topic, services first."""
        self.ensure_one()
        kinds = ", ".join(self.kind_ids.mapped("name"))
        names = self.partner_ids.mapped("name") + self.offer_ids.mapped("name")
        return ": ".join(filter(None, (kinds, ", ".join(names))))
