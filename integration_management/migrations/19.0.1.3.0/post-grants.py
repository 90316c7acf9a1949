# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from odoo import SUPERUSER_ID, api

_LAST_DAY = date(2019, 12, 31)
_VALUES = {
    "funding_program_2017": {
        "funded_months": 36,
        "figures_interval": "half_year",
        "proof_months": 3,
        "is_unchecked": True,
    },
    "funding_program_2023": {
        "figures_days": 31,
        "proof_months": 3,
        "is_unchecked": True,
    },
    "funding_program_2025": {
        "applicant_rule": "district",
        "figures_days": 31,
        "proof_months": 3,
        "is_unchecked": True,
    },
}


def migrate(cr, version):
    """End the programme of 2017 where that of 2020 begins; add what is known of each.

    Who has changed the days of a programme meant it: they stay.
    """
    env = api.Environment(cr, SUPERUSER_ID, {"active_test": False})
    for name, values in _VALUES.items():
        program = env.ref(f"integration_management.{name}", raise_if_not_found=False)
        if program:
            program.write(values)
    old = env.ref(
        "integration_management.funding_program_2017", raise_if_not_found=False
    )
    if old and old.valid_to == date(2023, 6, 5):
        old.valid_to = _LAST_DAY
        old.with_context(lang="en_US").name = "Integration management 2017 to 2019"
        if "de_DE" in dict(env["res.lang"].get_installed()):
            old.with_context(lang="de_DE").name = "Integrationsmanagement 2017 bis 2019"
