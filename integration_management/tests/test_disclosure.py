# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date, timedelta

from freezegun import freeze_time
from psycopg2 import errors

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger

from .referral_common import ReferralCommon


class TestDisclosure(ReferralCommon):
    """The register: complete, allowed, and never rewritten."""

    def test_covered_by_a_release(self):
        release = self._release()
        entry = self._disclose(channel="letter")
        self.assertEqual(entry.release_id, release)
        self.assertEqual(entry.user_id, self.manager_a)
        self.assertEqual(entry.disclosed_on, date(2026, 5, 4))
        self.assertIn("Release of", entry.basis_label)

    def test_what_is_missing_is_told(self):
        with self.assertRefused(ValidationError, "none for this recipient"):
            self._disclose()
        release = self._release(give=False)
        with self.assertRefused(ValidationError, "not given it yet"):
            self._disclose()
        release.action_give()
        with self.assertRefused(ValidationError, "does not name all"):
            self._disclose(self.contact | self.health_kind)
        with self.assertRefused(ValidationError, "none for this recipient"):
            self._disclose(recipient_id=self.office.id)
        with self.assertRefused(ValidationError, "given later"):
            self._disclose(disclosed_on="2026-05-03")
        with self.assertRefused(ValidationError, "today or earlier"):
            self._disclose(disclosed_on="2026-05-05")
        release.action_withdraw()
        with self.assertRefused(ValidationError, "was withdrawn"):
            self._disclose()
        self.assertFalse(self.case.disclosure_ids)

    def test_the_last_day_counts(self):
        self._release(valid_until="2026-05-06")
        for day in ("2026-05-04", "2026-05-06"):
            with freeze_time(f"{day} 10:00:00"):
                self.assertTrue(self._disclose())
        with freeze_time("2026-05-07 10:00:00"):
            with self.assertRefused(ValidationError, "had expired"):
                self._disclose()
            self.assertTrue(self._disclose(disclosed_on="2026-05-06"))

    def test_days_are_those_of_the_user(self):
        """At 23:30 UTC it is tomorrow in Berlin already."""
        with freeze_time("2026-05-04 22:30:00"):
            self._release()
            entry = self._disclose()
        self.assertEqual(entry.disclosed_on, date(2026, 5, 5))

    def test_an_office_is_meant_with_its_people(self):
        clerk = self._partner("Clerk", parent_id=self.school.id, is_company=False)
        self._release()
        self.assertTrue(self._disclose(recipient_id=clerk.id))
        self._release(recipient_id=clerk.id)
        self.case.consent_ids[-1:].action_withdraw()
        with self.assertRaises(ValidationError):
            self._disclose(recipient_id=self.office.id)

    def test_recipients_without_contact_go_by_name(self):
        self._release(recipient_name="Dr. Kim")
        self.assertTrue(self._disclose(recipient_name="dr.  kim"))
        with self.assertRaises(ValidationError):
            self._disclose(recipient_name="Dr. Kimmich")

    def test_without_release_the_law_has_to_allow_it(self):
        basis = self._term("disclosure_basis", "necessity")
        entry = self._disclose(basis_id=basis.id, recipient_name="Ambulance")
        self.assertFalse(entry.release_id)
        self.assertIn("§ 34 StGB", entry.basis_label)
        entry = self._disclose(
            self.env["integration.term"], basis_note="Court order", details="Dates"
        )
        self.assertEqual(entry.basis_label, "Court order")
        with self.assertRefused(ValidationError, "does not offer this term"):
            self._disclose(basis_id=self.name_kind.id)

    def test_incomplete_entries(self):
        self._release()
        with self.assertRefused(ValidationError, "which kinds"):
            self._disclose(self.env["integration.term"])
        with self.assertRefused(ValidationError, "who received"):
            self._disclose(recipient_id=False)
        with self.assertRefused(ValidationError, "kinds of data from the list"):
            self._disclose(details="All")
        with self.assertRefused(ValidationError, "Only a correction"):
            self._disclose(is_retracted=True)

    def test_never_rewritten(self):
        self._release()
        entry = self._disclose()
        for vals in (
            {"channel": "letter"},
            {"called_back_on": "2026-05-04"},
            {"kind_ids": [Command.clear()]},
        ):
            with self.assertRefused(UserError, "not rewritten"):
                entry.write(vals)
        with self.assertRefused(UserError, "not rewritten"):
            self.case.write(
                {"disclosure_ids": [Command.update(entry.id, {"reason": "x"})]}
            )
        with (
            self.assertRaises(AccessError),
            mute_logger("odoo.addons.base.models.ir_model"),
        ):
            entry.unlink()
        with self.assertRefused(UserError, "nothing to be called back"):
            entry.action_call_back()

    def test_nobody_writes_for_another(self):
        self._release()
        entry = self._disclose(user_id=self.manager_b.id, called_back_on="2026-05-01")
        self.assertEqual(entry.user_id, self.manager_a)
        self.assertFalse(entry.called_back_on)

    def test_corrections_point_to_what_they_correct(self):
        self._release()
        old = self._disclose(channel="letter", reason="Course")
        context = old.action_correct()["context"]
        new = old.with_context(**context).create({"channel": "phone"})
        self.assertEqual((new.correction_of_id, new.reason), (old, "Course"))
        self.assertEqual((old.is_valid, new.is_valid), (False, True))
        with self.assertRaises(errors.UniqueViolation), mute_logger("odoo.sql_db"):
            old.with_context(**context).create({})
        context = new.action_correct()["context"]
        last = new.with_context(**context).create({"is_retracted": True})
        self.assertFalse(new.is_valid or last.is_valid)

    def test_the_database_refuses_entries_without_basis(self):
        self._release()
        entry = self._disclose()
        self.env.flush_all()
        with self.assertRaises(errors.CheckViolation), mute_logger("odoo.sql_db"):
            self.env.cr.execute(
                "UPDATE integration_disclosure SET release_id = NULL WHERE id = %s",
                entry.ids,
            )

    def test_every_entry_is_in_the_access_log(self):
        self._release()
        entry = self._disclose()
        self.env.flush_all()
        self.env.cr.flush()
        row = self.env["integration.access.log"].search(
            [("operation", "=", "disclose"), ("user_id", "=", self.manager_a.id)]
        )
        self.assertEqual(row.records, {"integration.disclosure": entry.ids})

    def test_a_warning_while_it_is_typed(self):
        draft = self._model("integration.disclosure").new(
            {
                "case_id": self.case.id,
                "recipient_id": self.school.id,
                "kind_ids": [Command.set(self.contact.ids)],
            }
        )
        self.assertIn("none for this recipient", draft.coverage)
        self._release()
        draft.invalidate_recordset(["coverage"])
        self.assertIn("Release of", draft.coverage)

    def test_a_release_for_the_former_manager(self):
        release = self._release()
        release.sudo().ask_again_since = "2026-05-04"
        with self.assertRefused(ValidationError, "former integration manager"):
            self._disclose()

    def test_counts(self):
        self._release()
        entry = self._disclose()
        self._refer()
        self.assertEqual(self.case.referral_count, 1)
        self.assertEqual(self.case.disclosure_count, 1)
        entry.with_context(**entry.action_correct()["context"]).create({})
        self.assertEqual(self.case.disclosure_count, 1)

    def test_a_day_before_does_not_help(self):
        """The release of yesterday does not cover what was told the day before."""
        today = date(2026, 5, 4)
        self._release(decided_on=today - timedelta(days=1), asked_on=False)
        with self.assertRefused(ValidationError, "given later"):
            self._disclose(disclosed_on=today - timedelta(days=2))
