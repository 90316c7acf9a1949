"""Run in `odoo shell`: remove the addon with all that hangs on it."""

# ruff: noqa: F821
module = env.ref("base.module_integration_management")
module.button_immediate_uninstall()
env.cr.commit()
