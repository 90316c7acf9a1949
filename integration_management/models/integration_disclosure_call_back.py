# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class IntegrationDisclosure(models.Model):
    """Tells recipients that the release has ended."""

    _inherit = "integration.disclosure"

    must_call_back = fields.Boolean(
        string="To be called back",
        compute="_compute_must_call_back",
        store=True,
        help="The release has ended: the recipient has to be told.",
    )
    called_back_on = fields.Date(readonly=True, copy=False)

    _call_back_idx = models.Index("(case_id) WHERE must_call_back")

    @api.depends(
        "is_valid", "called_back_on", "release_id.state", "release_id.settled_on"
    )
    def _compute_must_call_back(self):
        for disclosure in self:
            release = disclosure.release_id
            lost = release.state in ("withdrawn", "expired") and not release.settled_on
            disclosure.must_call_back = (
                lost and disclosure.is_valid and not disclosure.called_back_on
            )

    def action_call_back(self):
        """Note that the recipients know that the release has ended."""
        self.check_access("write")
        if not all(self.mapped("must_call_back")):
            raise UserError(
                self.env._("Here is nothing to be called back: the release holds.")
            )
        today = fields.Date.context_today(self)
        self.sudo().called_back_on = today  # sudo: the one thing that is added
