# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError


class IntegrationCaseMixin(models.AbstractModel):
    """A part of a client's file: belongs to one case for good."""

    _name = "integration.case.mixin"
    _inherit = "integration.protected"
    _description = "Part of a Case"
    _order = "id desc"
    _rec_names_search = ["case_id.number", "case_id.person_name"]

    case_id = fields.Many2one(
        "integration.case",
        required=True,
        index=True,
        ondelete="cascade",
        default=lambda self: self._default_case_id(),
    )
    case_name = fields.Char(
        related="case_id.label", related_sudo=False, string="Client"
    )

    @api.model
    def _default_case_id(self):
        """Return the case whose screen the user comes from, if any."""
        if self.env.context.get("active_model") == "integration.case":
            return self.env.context.get("active_id")
        return False

    @api.depends("case_id.number")
    def _compute_display_name(self):
        """Show the case's pseudonym only: any user may see any record's name."""
        for record in self:
            record.display_name = record.case_id.number or ""

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_one_case()
        return records

    def write(self, vals):
        if "case_id" in vals and any(r.case_id.id != vals["case_id"] for r in self):
            raise UserError(
                self.env._("A record stays in its case; it cannot move to another.")
            )
        result = super().write(vals)
        if any(self._fields[name].relational for name in vals if name in self._fields):
            self._check_one_case()
        return result

    def _check_one_case(self):
        """Refuse links between the files of two clients.

        :raise UserError: when a linked part of a file belongs to another case
        """
        parts = self.env.registry["integration.case.mixin"]
        for name, field in self._fields.items():
            if not (field.relational and field.store):
                continue
            if not isinstance(self.env[field.comodel_name], parts):
                continue
            for record in self:
                if record[name].case_id - record.case_id:
                    raise UserError(
                        self.env._("Records of two different cases cannot be linked.")
                    )
