# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationPositionPart(models.AbstractModel):
    """What belongs to a position, and is open to whoever may see that."""

    _name = "integration.position.part"
    _description = "Part of a Position"

    position_id = fields.Many2one(
        "integration.position", required=True, index=True, ondelete="cascade"
    )

    @api.model
    def _access_domain(self):
        """Return those of the positions that the user may see; see `ir.rule`."""
        positions = self.env["integration.position"]._access_domain()
        return Domain("position_id", "any", positions)

    def write(self, vals):
        """Let nobody move a part to a position that is not theirs to change."""
        result = super().write(vals)
        if "position_id" in vals:
            self.check_access("write")
        return result
