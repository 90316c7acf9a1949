# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationHouseholdMember(models.Model):
    _name = "integration.household.member"
    _inherit = ["integration.case.mixin", "integration.person"]
    _description = "Household Member"

    note = fields.Text()
