# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command

from odoo.addons.integration_management.logic.sealing import fingerprint

from .common import IntegrationCommon


@freeze_time("2026-05-04 10:00:00")
class ConsentCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.consents = cls.env["integration.consent"].with_user(cls.manager_a)

    def _ask(self, purpose="case_file", **vals):
        return self.consents.create(
            {"case_id": self.case.id, "purpose": purpose, **vals}
        )

    def _check_seal(self, consent):
        words = fingerprint(consent.text_title, consent.text_shown)
        self.assertEqual(consent.text_hash, words)

    def _file(self, **vals):
        files = self.env["ir.attachment"].with_user(self.manager_a)
        return files.create({"name": "scan.txt", "raw": b"signed", **vals})


class TestConsent(ConsentCommon):
    def test_one_question_per_purpose(self):
        action = self.case.action_ask_consent("plan")
        consent = self.consents.browse(action["res_id"])
        self.assertEqual((consent.purpose, consent.state), ("plan", "asked"))
        self.assertEqual(consent.text_id.language, "de")
        self.assertEqual(consent.explained_by_id, self.manager_a)
        self.assertEqual(consent.asked_on, date(2026, 5, 4))

    def test_given(self):
        consent = self._ask(text_language="en")
        consent.action_give()
        self.assertEqual(consent.state, "given")
        self.assertEqual(consent.decided_on, date(2026, 5, 4))
        self.assertEqual(consent.text_title, "Keeping a case file")
        self.assertEqual(consent.text_shown, consent.text_id.body)
        self.assertEqual(consent.text_hash, consent.text_id.content_hash)
        self._check_seal(consent)

    def test_decided_at_once(self):
        consent = self._ask(state="given", form="oral", witness="Colleague")
        self._check_seal(consent)
        self.assertEqual(consent.decided_on, date(2026, 5, 4))

    def test_withdrawal_is_as_easy_as_giving(self):
        consent = self._ask()
        consent.action_give()
        consent.action_withdraw()
        self.assertEqual(consent.state, "withdrawn")
        self.assertEqual(consent.withdrawn_on, date(2026, 5, 4))
        self._check_seal(consent)
        consent.effect_note = "File closed"
        with self.assertRaises(UserError):
            consent.effect_note = "Something else"

    def test_declined_blocks_nothing(self):
        for purpose in self.consents._fields["purpose"].get_values(self.env):
            self._ask(purpose).action_decline()
        self.case.write(
            {
                "phone": "0711 1",
                "circumstance_ids": [Command.create({"kind": "work"})],
                "household_member_ids": [Command.create({"first_name": "Sami"})],
                "stage_id": self._stage("planning").id,
            }
        )
        self.assertEqual(self.case.traffic_light, "green")
        self.assertFalse(self.case.activity_ids)

    def test_new_question_after_a_no_keeps_the_no(self):
        consent = self._ask(valid_until="2026-12-31")
        consent.action_decline()
        again = self.consents.browse(consent.action_ask_again()["res_id"])
        self.assertEqual((consent.state, again.state), ("declined", "asked"))
        self.assertFalse(again.text_shown or again.decided_on or again.valid_until)
        self.assertTrue(again.text_id)

    def test_refused_moves(self):
        declined = self._ask()
        declined.action_decline()
        for action in (declined.action_give, declined.action_withdraw):
            with self.assertRefused(UserError, "cannot become"):
                action()
        with self.assertRefused(UserError, "cannot start"):
            self._ask(state="withdrawn")
        given = self._ask("plan", state="given")
        with self.assertRefused(ValidationError, "still valid"):
            given.state = "expired"
        self.assertEqual(given.state, "given")

    def test_passing_on_needs_a_definite_content(self):
        consent = self._ask("recipient")
        with self.assertRefused(ValidationError, "who receives"):
            consent.action_give()
        self.assertEqual(consent.state, "asked")
        self.assertFalse(consent.text_hash)
        consent.write({"recipient_name": "Jobcenter", "data_kinds": "name"})
        consent.action_give()
        self.assertEqual(consent.state, "given")

    def test_no_is_taken_without_any_text(self):
        texts = self.env["integration.consent.text"].search([("language", "=", "fr")])
        texts.active = False
        consent = self._ask(text_language="fr")
        with self.assertRefused(ValidationError, "no published text"):
            consent.action_give()
        consent.action_decline()
        self.assertEqual(consent.state, "declined")

    def test_bad_dates_write_nothing(self):
        for message, vals in (
            ("today or earlier", {"decided_on": "2026-05-05"}),
            ("today or earlier", {"asked_on": "2026-05-05"}),
            ("before the day of the question", {"decided_on": "2026-05-03"}),
            ("ended before", {"valid_until": "2026-05-03"}),
        ):
            with (
                self.subTest(vals=vals),
                self.assertRefused(ValidationError, message),
            ):
                self._ask(**vals)
        self.assertFalse(self.case.consent_ids)
        consent = self._ask(state="given")
        with self.assertRefused(ValidationError, "withdrawal lies before"):
            consent.write({"state": "withdrawn", "withdrawn_on": "2026-05-01"})
        self.assertEqual(consent.state, "given")

    def test_text_of_another_purpose_is_refused(self):
        text = self.env.ref("integration_management.consent_text_photo_de")
        with self.assertRefused(ValidationError, "published text"):
            self._ask(text_id=text.id)

    def test_cron_ends_what_is_over(self):
        over = self._ask(state="given", valid_until="2026-05-31")
        running = self._ask("plan", state="given", valid_until="2026-06-01")
        with freeze_time("2026-06-01 10:00:00"):
            self._run_cron("ir_cron_expire_consents")
        self.assertEqual((over.state, running.state), ("expired", "given"))

    def test_nobody_else(self):
        consent = self._ask()
        for user in self.outsiders:
            foreign = consent.with_user(user)
            calls = (
                foreign.action_give,
                foreign.action_decline,
                foreign.action_ask_again,
                lambda foreign=foreign: foreign.read(["purpose"]),
                lambda user=user: self.case.with_user(user).action_ask_consent("plan"),
                lambda user=user: self.case.with_user(user).consent_overview,
            )
            for call in calls:
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    call()
        self.assertEqual(self.case.consent_ids, consent)
        self.assertEqual(consent.state, "asked")

    def test_overview(self):
        def rows():
            return {row["purpose"]: row for row in self.case.consent_overview}

        self.assertEqual(len(rows()), 10)
        self.assertTrue(all(row["can_ask"] for row in rows().values()))
        self._ask().action_give()
        self._ask("plan").action_decline()
        self._ask("recipient", recipient_name="School")
        plan, recipient = rows()["plan"], rows()["recipient"]
        self.assertFalse(rows()["case_file"]["can_ask"])
        self.assertEqual(plan["consents"][0]["state_label"], "Declined")
        self.assertTrue(plan["can_ask"])
        self.assertEqual(recipient["consents"][0]["recipient"], "School")
        self.assertFalse(recipient["can_ask"])

    def test_list_costs_the_same_for_one_and_for_many(self):
        names = ("purpose", "state", "recipient_label", "case_name", "decided_on")
        spec = {name: {} for name in names}
        for number in range(50):
            self._ask("recipient", recipient_name=f"Office {number}")

        def cost(limit):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.consents.web_search_read([], spec, limit=limit)
            return self.env.cr.sql_log_count - before

        cost(1)
        self.assertEqual(cost(50), cost(1))


class TestConsentHistory(ConsentCommon):
    """What was decided stays as it was, by whichever way somebody tries."""

    def test_decision_is_frozen(self):
        consent = self._ask()
        consent.action_give()
        self.env.invalidate_all()
        before = consent.read(load=False)[0]
        for vals in (
            {"decided_on": "2026-05-01"},
            {"purpose": "photo"},
            {"form": "oral"},
            {"text_language": "en"},
            {"recipient_name": "Police"},
            {"data_kinds": "everything"},
            {"valid_until": "2030-01-01"},
            {"text_id": False},
            {"text_shown": "<p>Something else</p>"},
            {"text_hash": "0"},
            {"explained_by_id": False},
            {"state": "asked"},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                consent.write(vals)
        self.env.invalidate_all()
        self.assertEqual(consent.read(load=False)[0], before)

    def test_nobody_seals_but_the_system(self):
        with self.assertRefused(UserError, "by the system"):
            self._ask(text_shown="<p>Something else</p>")

    def test_decided_consent_stays(self):
        consent = self._ask()
        consent.action_decline()
        with self.assertRefused(UserError, "stays in the file"):
            consent.unlink()
        self._ask("plan").unlink()

    def test_newer_text_leaves_the_old_decision_alone(self):
        consent = self._ask()
        consent.action_give()
        text, shown = consent.text_id, consent.text_shown
        new = text.sudo().copy({"body": "<p>New words</p>"})
        new.action_publish()
        self.case.company_id = self.env["res.company"].create({"name": "Other"})
        self.assertEqual((consent.text_id, consent.text_shown), (text, shown))
        self.assertEqual(self._ask().text_id, new)

    def test_evidence_is_added_but_never_taken_away(self):
        consent = self._ask()
        consent.action_give()
        first, second = self._file(), self._file()
        consent.evidence_ids = [Command.link(first.id)]
        consent.evidence_ids = [Command.link(second.id)]
        self.assertEqual(consent.evidence_ids, first | second)
        with self.assertRaises(UserError):
            consent.evidence_ids = [Command.unlink(first.id)]
        with self.assertRefused(UserError, "evidence"):
            first.unlink()
        with self.assertRefused(UserError, "evidence"):
            first.raw = b"forged"
        with self.assertRefused(UserError, "evidence"):
            first.res_id = False
        self.assertEqual(first.raw, b"signed")

    def test_evidence_follows_the_access_to_the_case(self):
        file = self._file()
        consent = self._ask(evidence_ids=[Command.link(file.id)])
        self.assertEqual((file.res_model, file.res_id), (consent._name, consent.id))
        for user in self.outsiders:
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                file.with_user(user).read(["datas"])

    def test_evidence_of_another_record_is_not_taken(self):
        file = self._file(res_model="integration.case", res_id=self.case.id)
        with self.assertRefused(UserError, "another record"):
            self._ask(evidence_ids=[Command.link(file.id)])
        foreign = self._file().with_user(self.manager_b).sudo().copy()
        foreign.create_uid = self.manager_b
        with self.assertRaises(AccessError):
            self._ask(evidence_ids=[Command.link(foreign.id)])

    def test_case_takes_its_decisions_and_papers_along(self):
        file = self._file()
        consent = self._ask(evidence_ids=[Command.link(file.id)])
        consent.action_give()
        with self.assertRaises(AccessError):
            self.case.with_user(self.manager_b).unlink()
        self.case.unlink()
        self.assertFalse(consent.exists())
        self.assertFalse(file.exists())
