# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from . import protected_models
from .common import IntegrationCommon

# What the record is about, and how it hangs together; nothing that a client tells.
STRUCTURE = {
    "area_id",
    "case_id",
    "company_id",
    "date_from",
    "date_to",
    "kind",
    "mode",
    "purpose",
    "role",
    "stage_id",
    "start",
    "state",
    "user_id",
}


@tagged("integration_access")
class TestVoluntary(IntegrationCommon):
    """Each datum is the client's choice: no model may demand one."""

    def _demanded(self, model_name):
        fields = self.env[model_name]._fields.values()
        return {
            field.name
            for field in fields
            if field.required
            and field.name not in STRUCTURE
            and not (field.type == "many2one" and field.comodel_name in self.protected)
        }

    def test_no_personal_field_is_required(self):
        self.protected = protected_models.protected_model_names(self.env)
        for name in self.protected:
            with self.subTest(model=name):
                self.assertFalse(self._demanded(name))

    def test_an_anonymous_case_is_a_case(self):
        case = self._create_case()
        self.assertTrue(case.is_anonymous)
        self.assertEqual(case.label, case.number)
        case.first_name = "Amina"
        self.assertFalse(case.is_anonymous)
        self.assertEqual(case.label, "Amina")

    def test_no_path_reads_a_case_as_superuser(self):
        """A related field or compute under sudo would show what rules deny."""
        self.protected = protected_models.protected_model_names(self.env)
        for name, model in self.env.registry.items():
            for field in model._fields.values():
                if not field.related or field.inherited:
                    continue
                target = self.env[name]._fields[field.related.split(".")[0]]
                if target.comodel_name in self.protected and not field.store:
                    with self.subTest(field=str(field)):
                        self.assertFalse(field.compute_sudo)
