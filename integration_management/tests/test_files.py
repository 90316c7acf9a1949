# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import os
from unittest.mock import patch

from markupsafe import Markup

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from ..models.integration_lockdown import VARIABLE
from .common import IntegrationCommon

LOGGERS = ("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
SECRET = "CANARY-2e8f"


class TestFiles(IntegrationCommon):
    """Files of a case open with the case, and in no other way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = cls.env["ir.attachment"].with_user(cls.manager_a)
        cls.raw = f"{SECRET} was here".encode()
        cls.vals = {"name": "paper.txt", "raw": cls.raw, "mimetype": "text/plain"}
        place = {"res_model": cls.case._name, "res_id": cls.case.id}
        cls.file = cls.files.create({**cls.vals, **place})
        cls.loose = cls.files.create(
            [cls.vals, {**cls.vals, "res_model": "mail.compose.message", "res_id": 0}]
        )
        cls.all = cls.file + cls.loose

    @mute_logger(*LOGGERS)
    def test_others_find_and_read_nothing(self):
        domains = [
            [("id", "in", self.all.ids)],
            [("index_content", "ilike", SECRET)],
            [("checksum", "=", self.file.checksum)],
            [("res_model", "=", self.case._name)],
            [("res_id", "=", False), ("create_uid", "=", self.manager_a.id)],
            [("res_field", "=", False), ("name", "=", "paper.txt")],
        ]
        for user in self.outsiders:
            files = self.files.with_user(user)
            for domain in domains:
                with self.subTest(user=user.login, domain=domain):
                    self.assertFalse(self._count(files, domain))
            for file in self.all.with_user(user):
                with self.assertRaises(AccessError):
                    file.read(["raw", "name"])
                with self.assertRaises(AccessError):
                    file.write({"name": "x"})
                with self.assertRaises(AccessError):
                    file.generate_access_token()
        self.assertEqual(self.files.search(domains[0]), self.all.sorted("id", True))

    def _count(self, files, domain):
        try:
            return files.search_count(domain)
        except AccessError:
            return 0

    def test_administrators_keep_what_the_server_made(self):
        made = self.env["ir.attachment"].create(self.vals)
        self.assertTrue(made.with_user(self.settings_admin).raw)
        partner = self.manager_a.partner_id
        place = {"res_model": partner._name, "res_id": partner.id}
        plain = self.files.sudo().create({**self.vals, **place})
        self.assertTrue(plain.with_user(self.settings_admin).raw)

    def test_equal_files_are_no_oracle(self):
        datas = base64.b64encode(self.raw).decode()
        guess = {"name": "x.txt", "datas": datas, "mimetype": "text/plain"}
        files = self.files.with_user(self.manager_b)
        ids = files.create_unique([guess])
        self.assertFalse(set(ids) & set(self.all.ids))
        self.assertEqual(files.create_unique([guess]), ids)

    def test_no_token_opens_a_file(self):
        self.assertEqual(self.file.generate_access_token(), [""])
        self.assertFalse(self.file.access_token)
        self.file.sudo().access_token = "known"
        raw_token = self.file._get_raw_access_token()
        for user in (self.manager_b, self.env.ref("base.public_user")):
            binary = self.env["ir.binary"].with_user(user)
            for token in ("known", raw_token):
                with self.subTest(user=user.login, token=token):
                    with self.assertRaises(AccessError):
                        binary._find_record(
                            res_id=self.file.id, access_token=token, field="raw"
                        )
        binary = self.env["ir.binary"].with_user(self.manager_a)
        record = binary._find_record(res_id=self.file.id, access_token="any")
        self.assertEqual(record.raw, self.raw)

    def test_tokens_open_other_files_as_before(self):
        plain = self.env["ir.attachment"].create(self.vals)
        token = plain.generate_access_token()[0]
        binary = self.env["ir.binary"].with_user(self.env.ref("base.public_user"))
        record = binary._find_record(res_id=plain.id, access_token=token)
        self.assertEqual(record.raw, self.raw)

    def test_what_the_upload_handed_out_ends_with_access(self):
        token = self.file._get_ownership_token()
        file = self.file.with_user(self.manager_b)
        self.assertFalse(file._has_attachments_ownership([token]))
        self.assertTrue(self.file._has_attachments_ownership([None]))

    def test_no_file_is_public(self):
        with self.assertRefused(UserError, "cannot be made public"):
            self.file.public = True
        public = self.files.create({**self.vals, "public": True})
        with self.assertRefused(UserError, "cannot be made public"):
            public.write({"res_model": self.case._name, "res_id": self.case.id})

    def test_words_are_not_indexed(self):
        self.assertFalse(any(self.all.mapped("index_content")))
        self.file.write({"raw": b"CANARY again", "mimetype": "text/plain"})
        self.assertFalse(self.file.index_content)
        partner = self.manager_a.partner_id
        place = {"res_model": partner._name, "res_id": partner.id}
        plain = self.files.sudo().create({**self.vals, **place})
        self.assertIn(SECRET, plain.index_content)

    @mute_logger(*LOGGERS)
    def test_no_file_gets_into_a_foreign_case_or_out_of_it(self):
        files = self.files.with_user(self.manager_b)
        own = files.create(self.vals)
        place = {"res_model": self.case._name, "res_id": self.case.id}
        with self.assertRaises(AccessError):
            own.write(place)
        with self.assertRaises(AccessError):
            files.create({**self.vals, **place})
        own_case = self._create_case(self.manager_b)
        for vals in ({"res_id": own_case.id}, {"res_id": 0}, {"res_model": False}):
            with self.assertRaises(AccessError):
                self.file.with_user(self.manager_b).write(vals)
        with self.assertRaises(AccessError):
            own_case.message_post(body="x", attachment_ids=self.file.ids)
        with self.assertRaises(AccessError):
            own_case.message_post(body="x").write({"attachment_ids": self.file.ids})

    def test_the_owner_sends_files_with_a_note(self):
        upload = self.loose[1]
        note = self.case.message_post(body="x", attachment_ids=upload.ids)
        self.assertEqual(note.attachment_ids, upload)
        self.assertEqual(upload.res_id, self.case.id)
        pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
        pixel += "hgGAWjR9awAAAABJRU5ErkJggg=="
        body = Markup('<img src="data:image/png;base64,%s">') % pixel
        pasted = self.case.message_post(body=body)
        self.assertTrue(pasted.body)

    @patch.dict(os.environ, {VARIABLE: "1"})
    def test_reports_are_never_stored(self):
        """Not even while the operator has opened the lock."""
        reports = self.env["ir.actions.report"]
        for report in reports.search([]):
            if reports._is_guarded(report.model):
                self.assertFalse(report.attachment or report.attachment_use)
                for vals in ({"attachment": "'x'"}, {"attachment_use": True}):
                    with self.assertRefused(ValidationError, "made anew"):
                        report.write(vals)
