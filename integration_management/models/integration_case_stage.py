# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..logic import states


class IntegrationCaseStage(models.Model):
    """A phase of case management, shown as a kanban column."""

    _name = "integration.case.stage"
    _description = "Case Stage"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Selection(
        selection="_selection_code",
        required=True,
        help="The phase of the state table that this column stands for.",
    )
    sequence = fields.Integer(default=10)
    fold = fields.Boolean(string="Folded in kanban")
    description = fields.Text(translate=True)
    active = fields.Boolean(default=True)

    _unique_code = models.UniqueIndex(
        "(code) WHERE active IS TRUE", "There is one column per phase."
    )

    def _selection_code(self):
        return [(code, code) for code in sorted(states.CASE_STAGE.states)]
