# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64

from .common import IntegrationCommon
from .protected_models import make_record, protected_model_names

PIXEL = (
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    b"+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class TestCaseRemoval(IntegrationCommon):
    """Deleting a case leaves nothing of it, however deep it lay."""

    def test_files_and_import_names_of_all_parts_go(self):
        parts = [
            make_record(self.case, name) for name in protected_model_names(self.env)
        ]
        # sudo: the owner may not attach to access rows, the database could
        files = self.env["ir.attachment"].sudo()  # sudo: see above
        for part in parts:
            files |= files.create(
                {
                    "name": "paper",
                    "raw": base64.b64decode(PIXEL),
                    "res_model": part._name,
                    "res_id": part.id,
                }
            )
            self.env["ir.model.data"].create(
                {
                    "module": "__import__",
                    "name": f"amina_{part._table}",
                    "model": part._name,
                    "res_id": part.id,
                }
            )
        plan = self.case.env["integration.plan"].browse(
            next(part.id for part in parts if part._name == "integration.plan")
        )
        plan.sudo().client_signature = PIXEL  # sudo: agreed or not does not matter
        ids = {part._name: part.id for part in parts}
        self.case.unlink()
        self.assertFalse(files.exists())
        for name, record_id in ids.items():
            with self.subTest(model=name):
                self.assertFalse(self.env[name].browse(record_id).exists())
                left = [("model", "=", name), ("res_id", "=", record_id)]
                self.assertFalse(self.env["ir.model.data"].search(left))
                left = [("res_model", "=", name), ("res_id", "=", record_id)]
                left += ["|", ("res_field", "=", False), ("res_field", "!=", False)]
                self.assertFalse(self.env["ir.attachment"].search(left))
