"""Run in `odoo shell`: a German database that takes demo data of ours only.

Odoo installs demo data of a module when all modules below it have theirs. They
are said to have it, so that our people are not lost among Odoo's.
"""

# ruff: noqa: F821
germany = env.ref("base.de")
company = env.ref("base.main_company")
company.partner_id.write({"country_id": germany.id, "lang": "de_DE"})
company.currency_id = env.ref("base.EUR")
env["ir.default"].set("res.partner", "lang", "de_DE")
env["ir.default"].set("res.partner", "tz", "Europe/Berlin")
# No chat with Odoo's robot in the corner of every screen.
env["ir.default"].set("res.users", "odoobot_state", "disabled")
for user in env["res.users"].with_context(active_test=False).search([]):
    user.partner_id.write({"lang": "de_DE", "tz": "Europe/Berlin"})
env.cr.execute("UPDATE ir_module_module SET demo = true WHERE state = 'installed'")
env.cr.commit()
