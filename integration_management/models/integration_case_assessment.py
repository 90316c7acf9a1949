# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationCase(models.Model):
    """The way from a case to its assessments."""

    _inherit = "integration.case"

    assessment_count = fields.Integer(
        string="Assessments", compute="_compute_assessment_count"
    )

    @api.depends("assessment_ids")
    def _compute_assessment_count(self):
        groups = self.env["integration.assessment"]._read_group(
            [("case_id", "in", self.ids)], ["case_id"], ["__count"]
        )
        counts = {case.id: count for case, count in groups}
        for case in self:
            case.assessment_count = counts.get(case._origin.id, 0)

    def action_open_assessments(self):
        """Open the assessments of the case; the first one is begun at once."""
        self.ensure_one()
        if not self.assessment_count:
            return self.action_new_assessment()
        return self._get_assessment_action()

    def action_new_assessment(self):
        """Open a new assessment of the case, ready to be answered."""
        self.ensure_one()
        return self._get_assessment_action() | {
            "views": [(False, "form")],
            "name": self.env._("New assessment"),
        }

    def _get_assessment_action(self):
        """Return the window action of the assessments, inside this case."""
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_assessment_action"
        )
        action["domain"] = [("case_id", "=", self.id)]
        action["context"] = {"default_case_id": self.id, "in_case": 1}
        return action

    def _begin_assessment(self):
        """Move cases still at intake on, now that an assessment exists."""
        stage = self.env["integration.case.stage"].search(
            [("code", "=", "assessment")], limit=1
        )
        begun = self.filtered(lambda case: case.stage_code == "intake")
        if stage and begun:
            begun.stage_id = stage
