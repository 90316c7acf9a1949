# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationPositionPlace(models.Model):
    """Where somebody works with a part of their position."""

    _name = "integration.position.place"
    _inherit = "integration.position.part"
    _description = "Place of Work of a Position"
    _order = "position_id, share desc, id"
    _rec_name = "site_id"

    site_id = fields.Many2one(
        "integration.site", required=True, index=True, ondelete="restrict"
    )
    share = fields.Float(
        string="Share (FTE)", digits=(3, 2), required=True, default=1.0
    )

    _unique_site = models.UniqueIndex(
        "(position_id, site_id)", "Each place of work stands once in a position."
    )
    _share_positive = models.Constraint(
        "CHECK (share > 0)", "The share at a place of work lies above 0."
    )

    @api.constrains("position_id", "share")
    def _check_share(self):
        self.position_id._check_places()
