# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).


def uninstall_hook(env):
    """Delete the cases first: their files, messages and calendar entries go along."""
    env["integration.case"].search([]).unlink()
