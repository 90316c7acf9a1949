# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from ast import literal_eval
from datetime import date

from lxml import etree

from odoo import SUPERUSER_ID, api
from odoo.tools import file_open

_DATA = "integration_management/data/integration_funding_program_data.xml"
# New in this version, so nobody has entered anything yet.
_NEW = set(
    "applicant_rule figures_days figures_interval funded_months interruption_months"
    " is_unchecked note proof_months".split()
)
_NAMES = {
    "en_US": "Integration management 2017 to 2019",
    "de_DE": "Integrationsmanagement 2017 bis 2019",
}


def migrate(cr, version):
    """End the programme of 2017 where that of 2020 begins; add what is known of each.

    Who has changed the days of a programme meant it: they stay.
    """
    env = api.Environment(cr, SUPERUSER_ID, {"active_test": False, "lang": "en_US"})
    for name, values in _get_values().items():
        program = _find(env, name)
        if program:
            program.write(values)
    old = _find(env, "funding_program_2017")
    if old and old.valid_to == date(2023, 6, 5):
        old.valid_to = date(2019, 12, 31)
        for lang, _name in env["res.lang"].get_installed():
            if lang in _NAMES:
                old.with_context(lang=lang).name = _NAMES[lang]


def _find(env, name):
    return env.ref(f"integration_management.{name}", raise_if_not_found=False)


def _get_values():
    """Return {name of a shipped programme: values of its new fields}."""
    with file_open(_DATA, "rb") as file:
        root = etree.parse(file)
    return {
        record.get("id"): {
            node.get("name"): literal_eval(node.get("eval") or repr(node.text))
            for node in record.iterfind("field")
            if node.get("name") in _NEW
        }
        for record in root.iterfind("record[@model='integration.funding.program']")
    }
