# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..logic import evaluation


class IntegrationConsent(models.Model):
    """A consent to evaluation names what is evaluated, and tells when it was."""

    _inherit = "integration.consent"

    evaluated_on = fields.Date(
        string="Part of an evaluation",
        readonly=True,
        copy=False,
        help="On this day a few coarse facts of this case went into an anonymous"
        " export. It happens once at most, and cannot be traced back.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_not_noting(*vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_not_noting(vals)
        return super().write(vals)

    @api.onchange("purpose")
    def _onchange_purpose(self):
        """Propose what an evaluation needs; whatever the client minds is taken out."""
        if self.purpose == "evaluation" and not self.data_kind_ids:
            self.data_kind_ids = self.env["integration.term"].search(
                [
                    ("kind", "=", "data_kind"),
                    ("code", "in", evaluation.KINDS),
                    ("is_current", "=", True),
                ]
            )

    def _check_not_noting(self, *vals_list):
        if not self.env.su and any("evaluated_on" in vals for vals in vals_list):
            raise AccessError(self.env._("Evaluations are noted by the system only."))

    def _note_evaluation(self, day):
        self.write({"evaluated_on": day})
