# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import SUPERUSER_ID, api


def migrate(cr, version):
    """Lock sessions as a new installation does: before, there was no such setting."""
    env = api.Environment(cr, SUPERUSER_ID, {})
    env["res.config.settings"]._set_integration_timeouts()
