# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain


class IntegrationMeasure(models.Model):
    """Clients say on their page what they have done; both confirm it together."""

    _inherit = "integration.measure"

    client_done_on = fields.Date(
        string="Done, says the client",
        readonly=True,
        copy=False,
        help="Entered by the client on their page; confirm it at the next talk.",
    )
    is_to_confirm = fields.Boolean(
        compute="_compute_is_to_confirm", search="_search_is_to_confirm"
    )

    @api.depends("client_done_on", "done_on")
    def _compute_is_to_confirm(self):
        for measure in self:
            measure.is_to_confirm = bool(measure.client_done_on and not measure.done_on)

    @api.model
    def _search_is_to_confirm(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = Domain("client_done_on", "!=", False)
        domain &= Domain("done_on", "=", False)
        return domain if True in value else ~domain

    def action_confirm_done(self):
        """Tick off what the client says is done, on the day they said."""
        for measure in self.filtered("is_to_confirm"):
            measure.done_on = measure.client_done_on
        return True

    def action_not_done(self):
        """Leave the step open after talking about it."""
        self.check_access("write")
        self.sudo().client_done_on = False  # sudo: else written by the page only
        return True
