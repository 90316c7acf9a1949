# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class IntegrationHouseholdMember(models.Model):
    """Somebody who lives with the client or belongs to the family.

    As little as counselling needs: third persons did not ask to be in a file.
    """

    _name = "integration.household.member"
    _inherit = ["integration.case.mixin", "integration.person"]
    _description = "Household Member"
    _order = "id"

    relation_id = fields.Many2one(
        "integration.term",
        ondelete="restrict",
        domain="[('kind', '=', 'relation'), ('is_current', '=', True)]",
    )
    lives_with_client = fields.Boolean(default=True)
    linked_case_id = fields.Many2one(
        "integration.case",
        string="Own case",
        ondelete="set null",
        index="btree_not_null",
        domain="[('manager_id', '=', uid), ('id', '!=', case_id)]",
        help="The file of this person, if you counsel them, too.",
    )
    note = fields.Text()

    @api.constrains("linked_case_id", "case_id")
    def _check_linked_case(self):
        for member in self:
            linked = member.linked_case_id
            if linked == member.case_id:
                raise ValidationError(self.env._("A case cannot be linked to itself."))
            if linked and linked.manager_id != member.case_id.manager_id:
                raise ValidationError(
                    self.env._("Only cases of the same manager can be linked.")
                )
