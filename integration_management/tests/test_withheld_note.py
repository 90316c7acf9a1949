# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .handover_common import HandoverCommon
from .test_handover import LOGGERS

CANARY = "CANARY-entrusted"


class TestWithheldNote(HandoverCommon):
    """What was entrusted stays with whom it was entrusted to."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        now = fields.Datetime.now()
        cls.sessions = cls.case.env["integration.session"].create(
            [
                {
                    "case_id": cls.case.id,
                    "start": now + timedelta(days=shift),
                    "note": f"{CANARY} {shift}",
                    "client_summary": CANARY,
                    "client_steps": CANARY,
                    "summary": "Kept",
                }
                for shift in (-3, 3)
            ]
        )
        cls.file = cls.env["ir.attachment"].with_user(cls.manager_a)
        cls.file = cls.file.create(
            {
                "name": CANARY,
                "raw": CANARY.encode(),
                "res_model": cls.case._name,
                "res_id": cls.case.id,
            }
        )
        cls.case.message_post(body=CANARY, attachment_ids=cls.file.ids)
        activity = cls.case.activity_schedule(
            "mail.mail_activity_data_todo", note=CANARY, user_id=cls.manager_a.id
        )
        activity.action_feedback(feedback=CANARY)
        cls.case.env["mail.scheduled.message"].create(
            {
                "model": cls.case._name,
                "res_id": cls.case.id,
                "body": CANARY,
                "author_id": cls.manager_a.partner_id.id,
                "scheduled_date": now + timedelta(days=1),
            }
        )

    def _notes(self, user=None):
        return self.env["integration.withheld.note"].with_user(user or self.manager_a)

    def _tables_with_canary(self):
        """Return the tables in which any row has the canary in any text column."""
        self.env.flush_all()
        self.env.cr.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " JOIN information_schema.tables USING (table_schema, table_name)"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
            " AND data_type IN ('text', 'character varying', 'jsonb')"
        )
        found = set()
        for table, column in self.env.cr.fetchall():
            self.env.cr.execute(
                f'SELECT 1 FROM "{table}" WHERE "{column}"::text LIKE %s LIMIT 1',
                [f"%{CANARY}%"],
            )
            if self.env.cr.fetchone():
                found.add(table)
        return found

    @mute_logger(*LOGGERS)
    def test_stay_behind(self):
        before = {"integration_session", "mail_message", "mail_scheduled_message"}
        self.assertLessEqual(before, self._tables_with_canary())
        case = self._hand_over()
        self.assertEqual(
            self._tables_with_canary(), {"integration_withheld_note", "ir_attachment"}
        )
        self.assertEqual(case.session_ids.mapped("summary"), ["Kept", "Kept"])
        for name in ("note", "client_summary", "client_steps"):
            self.assertFalse(any(case.session_ids.mapped(name)))
        notes = self._notes().search([])
        self.assertGreaterEqual(len(notes), 5)
        self.assertEqual(set(notes.mapped("number")), {case.number})
        self.assertEqual(notes.user_id, self.manager_a)
        self.assertEqual(self.file.res_model, notes._name)
        self.assertEqual(self.file.with_user(self.manager_a).raw, CANARY.encode())

    @mute_logger(*LOGGERS)
    def test_nobody_else_reads_them(self):
        self._hand_over()
        notes = self._notes().search([])
        # Whatever an administrator does to rules and rights.
        self.env["ir.rule"].search([("model_id.model", "=", notes._name)]).unlink()
        self.env["ir.model.access"].search(
            [("model_id.model", "=", notes._name)]
        ).group_id = self.env.ref("base.group_user")
        for user in self.outsiders | self.manager_c:
            foreign = self._notes(user)
            with self.subTest(user=user.login):
                self.assertFalse(foreign.search([]))
                self.assertFalse(foreign.search_count([("text", "ilike", CANARY)]))
                self.assertFalse(foreign._read_group([], ["number"]))
                for call in (
                    lambda n=notes, u=user: n.with_user(u).read(["text"]),
                    lambda n=notes, u=user: n.with_user(u).export_data(["text"]),
                    lambda u=user: self.file.with_user(u).read(["name", "raw"]),
                    lambda n=notes, u=user: n.with_user(u).unlink(),
                ):
                    with self.assertRaises(AccessError):
                        call()

    def test_go_along_when_the_client_wishes(self):
        case = self._hand_over(notes_go=True)
        self.assertIn(CANARY, case.session_ids[0].note)
        self.assertIn(CANARY, " ".join(map(str, case.message_ids.mapped("body"))))
        self.assertFalse(self._notes().search([]))
        self.assertEqual(self.file.sudo().res_model, case._name)

    def test_are_in_no_protocol(self):
        handover, offer = self._offer()
        self.assertNotIn(CANARY, str(handover.protocol))
        offer.action_accept()
        self.assertNotIn(CANARY, str(handover.sudo().protocol))

    def test_cannot_be_edited_but_deleted(self):
        self._hand_over()
        note = self._notes().search([], limit=1)
        with self.assertRaises(AccessError):
            note.text = "x"
        with self.assertRaises(AccessError):
            note.create({"number": "x", "user_id": self.manager_a.id})
        note.unlink()
        self.assertFalse(note.exists())

    def test_files_get_no_link(self):
        self._hand_over()
        self.assertEqual(self.file.generate_access_token(), [""])
        with self.assertRaises(UserError):
            self.file.public = True

    def test_end_with_their_time(self):
        self.case.company_id.sudo().integration_withheld_months = 1
        self._hand_over()
        notes = self._notes().search([])
        self.env["integration.withheld.note"]._gc_old()
        self.assertTrue(notes.exists())
        notes.sudo().delete_on = fields.Date.today()
        self.env["integration.withheld.note"]._gc_old()
        self.assertFalse(notes.exists())
        self.assertFalse(self.file.exists())

    def test_go_with_the_file(self):
        notes = self._notes().search([])
        self._hand_over().unlink()
        self.assertFalse(self._notes().search([]) - notes)
        self.assertFalse(self.file.exists())
