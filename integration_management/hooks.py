# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError

from odoo.addons.base.models.ir_model import MODULE_UNINSTALL_FLAG

# What holds on to people and terms, in an order in which it lets go.
_HOLDING = (
    "integration.case",
    "integration.deputyship",
    "integration.emergency",
    "integration.enquiry",
    "integration.feedback",
    "integration.figures",
    "integration.position",
    "integration.funding.grant",
    "integration.funding.rate",
    "integration.handover.offer",
    "integration.network.activity",
    "integration.peer.question",
    "integration.withheld.note",
    "integration.offer",
)


def uninstall_hook(env):
    """Delete cases and the like first: files, messages, calendar entries go along.

    :raise UserError: while the access log belongs to somebody else than Odoo
    """
    if env["integration.access.log"]._is_sealed():
        raise UserError(
            env._(
                "The access log is sealed. Keep a copy of it if you must, and let the"
                " operator of the database run security/access_log_unseal.sql first."
            )
        )
    env = env(context={MODULE_UNINSTALL_FLAG: True, "active_test": False})
    for name in _HOLDING:
        env[name].search([]).unlink()
