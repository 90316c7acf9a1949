# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError


def uninstall_hook(env):
    """Delete the cases first: their files, messages and calendar entries go along.

    :raise UserError: while the access log belongs to somebody else than Odoo
    """
    if env["integration.access.log"]._is_sealed():
        raise UserError(
            env._(
                "The access log is sealed. Keep a copy of it if you must, and let the"
                " operator of the database run security/access_log_unseal.sql first."
            )
        )
    env["integration.case"].search([]).unlink()
