# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import fields


def freeze(env):
    """Compute last year's key figures, and those of this year so far in whole quarters.

    The demo has few cases: much is withheld, as it should be.
    """
    # Their names are frozen in all languages, which are loaded after the demo else.
    env["ir.module.module"]._load_module_terms(["integration_management"], ["de_DE"])
    greta = env.ref("integration_management.demo_user_greta")
    runs = env["integration.figures"].with_user(greta).with_context(lang="de_DE")
    today = fields.Date.context_today(runs)
    last_year = runs.create({})
    last_year.action_freeze()
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    if quarter.month > 1:
        last_day = fields.Date.subtract(quarter, days=1)
        runs.create(
            {"date_from": date(today.year, 1, 1), "date_to": last_day}
        ).action_freeze()
