# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .integration_escalation import WATCHED
from .integration_lockdown import CHECKS


class Base(models.AbstractModel):
    """Asks the lock-down before code is stored, in models of any module.

    Here and not in each model, because some of them (automation rules, …) need not be
    installed, and because nothing gets past it: not `load`, `copy` nor `sudo`.
    """

    _inherit = "base"

    @api.model_create_multi
    def create(self, vals_list):
        if self._name in CHECKS:
            lockdown = self.env["integration.lockdown"]
            vals_list = [lockdown._check(self.browse(), vals) for vals in vals_list]
        records = super().create(vals_list)
        if self._name in WATCHED:
            self.env["integration.escalation"]._note_settings(records)
        return records

    def write(self, vals):
        if self._name in CHECKS:
            vals = self.env["integration.lockdown"]._check(self, vals)
        if self._name in WATCHED:
            self.env["integration.escalation"]._note_settings(self, vals)
        return super().write(vals)

    def unlink(self):
        if self._name in CHECKS:
            self.env["integration.lockdown"]._check_unlink(self)
        if self._name in WATCHED:
            self.env["integration.escalation"]._note_settings(self)
        locked = self.env["integration.lockdown"]._without_force(self)
        return super(Base, locked).unlink()
