# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationSession(models.Model):
    """Clients answer on their page whether an appointment suits them."""

    _inherit = "integration.session"

    client_answer = fields.Selection(
        [("accepted", "Will come"), ("move", "Asks to move it")],
        string="Client's answer",
        readonly=True,
        copy=False,
    )
    client_wish = fields.Char(readonly=True, copy=False, help="When it would suit.")

    def write(self, vals):
        """Forget the answer to an appointment that has moved."""
        moved = self.browse()
        if vals.keys() & {"start", "stop"}:
            before = {session: session.start for session in self}
            result = super().write(vals)
            moved = self.filtered(lambda s: s.client_answer and s.start != before[s])
        else:
            result = super().write(vals)
        if moved:
            moved.sudo().write(  # sudo: else written by the page only
                {"client_answer": False, "client_wish": False}
            )
        return result
