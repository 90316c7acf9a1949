# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class IntegrationAssessmentLine(models.Model):
    """The way from a need to a goal."""

    _inherit = "integration.assessment.line"

    def _has_need(self):
        """Tell whether the client named something to work on here."""
        self.ensure_one()
        return bool(self.need or (self.priority or "0") != "0")

    def _get_goal_vals(self):
        """Return the goal that the need proposes; its wording is for the talk."""
        self.ensure_one()
        need = (self.need or "").strip()
        return {
            "assessment_line_id": self.id,
            "area_id": self.area_id.id,
            "name": " ".join(need.split()) or self.area_id.name,
            "client_words": self.own_view,
            "priority": self.priority or "0",
            "baseline": self._get_baseline(),
        }

    def _get_baseline(self):
        """Return where the client stands today, in words."""
        answer = self._fields["answer"].convert_to_export(self.answer, self)
        told = answer if self.answer in ("1", "2", "3", "4", "5") else ""
        return "\n".join(filter(None, (told, self.resources)))
