# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.exceptions import UserError


class IntegrationCase(models.Model):
    """How a case ends, and how it is taken up again."""

    _inherit = "integration.case"

    closed_on = fields.Date(readonly=True, copy=False)
    closing_reason_id = fields.Many2one(
        "integration.term",
        copy=False,
        domain="[('kind', '=', 'closing_reason'), ('is_current', '=', True)]",
    )

    _closed_has_reason = models.Constraint(
        "CHECK (closed_on IS NULL OR closing_reason_id IS NOT NULL)",
        "A closed case has a reason.",
    )

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() & {"stage_id", "closed_on"}:
            self._check_closing()
        return result

    def action_close(self):
        """Open the dialog that asks for the reason."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "res_model": "integration.case",
            "res_id": self.id,
            "view_mode": "form",
            "views": [
                (
                    self.env.ref(
                        "integration_management.integration_case_view_form_close"
                    ).id,
                    "form",
                )
            ],
            "target": "new",
            "name": self.env._("Close case"),
        }

    def action_confirm_close(self):
        """Close the case with the reason entered."""
        self.ensure_one()
        stage = self.env["integration.case.stage"].search([("code", "=", "closed")])
        self.stage_id = stage

    def action_reopen(self):
        """Take a closed case up again, at intake."""
        for case in self:
            case.stage_id = case._default_stage_id()

    def _check_closing(self):
        """Keep stage and closing data in step, whichever way the stage came.

        :raise UserError: when a case is moved to the closed stage without a reason
        """
        for case in self:
            if case.stage_code != "closed":
                if case.closed_on:
                    case.write({"closed_on": False, "closing_reason_id": False})
            elif not case.closing_reason_id:
                raise UserError(
                    self.env._(
                        "Please close the case with the “Close” button:"
                        " a reason is needed (%(number)s).",
                        number=case.number,
                    )
                )
            elif not case.closed_on:
                case.closed_on = fields.Date.context_today(case)
