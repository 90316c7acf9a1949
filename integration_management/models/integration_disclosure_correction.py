# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

# What a correction begins with.
_CORRECTED = frozenset(
    "case_id disclosed_on recipient_id recipient_name kind_ids details reason channel"
    " basis_id basis_note referral_id".split()
)


class IntegrationDisclosure(models.Model):
    """What turns out wrong is entered anew; the old entry stays and says so."""

    _inherit = "integration.disclosure"

    correction_of_id = fields.Many2one(
        "integration.disclosure",
        string="Corrects",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    correction_ids = fields.One2many("integration.disclosure", "correction_of_id")
    is_retracted = fields.Boolean(
        string="Did not happen", help="The entry that this one corrects was a mistake."
    )
    is_valid = fields.Boolean(
        compute="_compute_is_valid",
        store=True,
        help="Happened as it stands here, as far as is known today.",
    )

    _one_correction = models.UniqueIndex(
        "(correction_of_id)", "This entry has been corrected already."
    )

    @api.depends("is_retracted", "correction_ids")
    def _compute_is_valid(self):
        for disclosure in self:
            disclosure.is_valid = not (
                disclosure.is_retracted or disclosure.correction_ids
            )

    @api.model
    def default_get(self, fields):
        """Begin a correction with what it corrects."""
        values = super().default_get(fields)
        old = self.browse(values.get("correction_of_id") or [])
        if old:
            row = old.read([n for n in _CORRECTED if n in fields], load=None)[0]
            values.update({**row, "correction_of_id": old.id})
            values.pop("id")
        return values

    def action_correct(self):
        """Open a new entry that takes the place of this one."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_disclosure_action_quick"
        )
        context = {"default_correction_of_id": self.id}
        return {**action, "name": self.env._("Correct"), "context": context}
