"""Run in `odoo shell`: make a database that can be copied by PostgreSQL alone."""

# ruff: noqa: F821
env["ir.config_parameter"].set_param("ir_attachment.location", "db")
env["ir.attachment"].force_storage()
# Odoo's pointers for beginners would click and cover things in tests and pictures.
env["res.users"].with_context(active_test=False).search([]).tour_enabled = False
env["ir.qweb"]._pregenerate_assets_bundles()
env.cr.commit()
