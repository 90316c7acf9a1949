# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.fields import Domain


class IntegrationLockedCount(models.TransientModel):
    """How many cases nobody can open: a number, for those who answer for them."""

    _name = "integration.locked.count"
    _description = "Locked Cases"

    count = fields.Integer(string="Locked cases", compute="_compute_count")

    def _compute_display_name(self):
        self.display_name = self.env._("Locked cases")

    def _compute_count(self):
        cases = self.env["integration.case"].sudo()  # sudo: a plain number, no case
        mine = Domain("company_id", "in", self.env.companies.ids)
        self.count = cases.search_count(cases._get_locked_domain() & mine)
