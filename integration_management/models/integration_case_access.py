# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..logic.periods import FOREVER, access_day, ended_before


class IntegrationCaseAccess(models.Model):
    """Who may open a case, and how long. The only source of access.

    Nobody writes here directly: the creator of a case becomes its owner; everything
    else is granted by methods of the case.
    """

    _name = "integration.case.access"
    _inherit = "integration.protected"
    _description = "Access to a Case"
    _order = "id desc"
    _rec_name = "case_id"

    case_id = fields.Many2one(
        "integration.case", required=True, readonly=True, ondelete="cascade", index=True
    )
    user_id = fields.Many2one(
        "res.users", required=True, readonly=True, ondelete="restrict"
    )
    role = fields.Selection(
        [("owner", "Owner"), ("deputy", "Deputy"), ("emergency", "Emergency")],
        required=True,
        readonly=True,
    )
    date_from = fields.Date(
        required=True, readonly=True, default=lambda self: access_day()
    )
    date_to = fields.Date(
        required=True,
        readonly=True,
        default=FOREVER,
        help="Last day. The day before the first one: no access.",
    )
    granted_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    consent_id = fields.Many2one("integration.consent", readonly=True)
    emergency_id = fields.Many2one(
        "integration.emergency", readonly=True, index="btree_not_null"
    )

    _one_current_owner = models.UniqueIndex(
        "(case_id) WHERE role = 'owner' AND date_to = '9999-12-31'",
        "A case has exactly one owner.",
    )
    _access_idx = models.Index("(user_id, date_to, date_from, case_id)")
    _period_order = models.Constraint(
        "CHECK (date_from <= date_to + 1)", "An access must not end before it begins."
    )

    @api.depends("case_id.number")
    def _compute_display_name(self):
        for access in self:
            access.display_name = access.case_id.number or ""

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            for vals in vals_list:
                self._check_first_owner(vals)
        return super().create(vals_list)

    @api.model
    def _check_linked_records(self, vals):
        """Leave the link to the case out: the first row is what opens it."""
        vals = {name: value for name, value in vals.items() if name != "case_id"}
        return super()._check_linked_records(vals)

    def _end(self):
        """End these accesses at once, today included; past days stay on record."""
        today = access_day()
        for row in self.filtered(lambda r: r.date_to >= today):
            # sudo: callers check; whoever ends an access need not have one
            row.sudo().date_to = ended_before(today, row.date_from)  # sudo: see above

    @api.model
    def _check_first_owner(self, vals):
        """Let users make nothing but the owner row of the case they just created.

        A case never is without rows afterwards, so nobody can add themselves later.

        :raise AccessError: for any other row
        """
        rows = self.sudo()  # sudo: the rows of a foreign case must be counted, too
        case = rows.env["integration.case"].browse(vals.get("case_id"))
        is_first = not rows.search_count([("case_id", "=", case.id)], limit=1)
        is_own = vals.get("user_id") == self.env.uid == case.exists().create_uid.id
        if vals.get("role") != "owner" or not is_own or not is_first:
            raise AccessError(
                self.env._("Access to a case is granted by its owner only.")
            )
