# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import hashlib
from collections import Counter
from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..logic import evaluation, kanonymity
from .evaluation_common import EvaluationCommon

_FEW = "not enough cases"


@tagged("post_install", "-at_install")
class TestEvaluation(EvaluationCommon):
    """What research gets: whoever agreed, once, in a crowd."""

    def test_what_is_in_the_file(self):
        cases = self._closed_cases(12)
        export = self._export(recipient="University")
        rows = self._rows(export)
        self.assertEqual(len(rows), 12)
        self.assertEqual(export.row_count, 12)
        row = rows[0]
        self.assertEqual(list(row), list(evaluation.COLUMNS))
        self.assertEqual(row["origin"], "syria_iraq")
        self.assertEqual(row["months"], "12_23")
        self.assertEqual(row["contacts"], "0_4")
        self.assertEqual(Counter(r["age"] for r in rows), {"25_34": 6, "45_54": 6})
        self.assertEqual(
            Counter(r["work_end"] for r in rows), {"employed": 8, "seeking": 4}
        )
        self.assertTrue(all(cases.sudo().consent_ids.mapped("evaluated_on")))

    def test_it_can_be_checked_again(self):
        self._closed_cases(12)
        export = self._export()
        files = self._files(export)
        self.assertEqual(
            hashlib.sha256(files["cases.csv"].encode()).hexdigest(), export.fingerprint
        )
        self.assertIn(export.fingerprint, files["check.txt"])
        self.assertIn("found: k = 6", files["check.txt"])
        for row in self._rows(export):
            for name, code in row.items():
                self.assertRegex(files["dictionary.csv"], rf"(?m)^{name},.*,{code},")

    def test_nobody_can_be_found(self):
        """Nothing of what tells people apart is in any of the files."""
        cases = self._closed_cases(12, street="Canary Street 1", last_name="Canary")
        sites = self.env["integration.site"]
        cases.sudo().site_id = sites.create({"name": "Canary Site"})
        export = self._export(name="Effects", recipient="Canary University")
        text = "".join(self._files(export).values())
        case = cases[0].sudo()
        for secret in (
            "Canary",
            case.number,
            case.birth_year,
            str(case.closed_on),
            str(case.closed_on.year),
            self.manager_a.login,
            self.manager_a.name,
            self.company.name,
        ):
            self.assertNotIn(secret, text.replace(export.fingerprint, ""))

    def test_a_handful_is_not_exported(self):
        cases = self._closed_cases(4)
        export = self.model.create({"name": "Effects"})
        for action in (export.action_preview, export.action_export):
            with self.assertRefused(UserError, _FEW):
                action()
        self.assertEqual(export.state, "draft")
        self.assertFalse(export.file)
        self.assertFalse(any(cases.sudo().consent_ids.mapped("evaluated_on")))

    def test_each_case_goes_out_once(self):
        """Two files have nobody in common, so there is nothing to compare."""
        self._closed_cases(6)
        self._export()
        self._closed_cases(3)
        with self.assertRefused(UserError, _FEW):
            self._export()
        self._closed_cases(3)
        self.assertEqual(len(self._rows(self._export())), 6)

    def test_an_exported_case_stays_out_after_a_new_consent(self):
        cases = self._closed_cases(6)
        self._export()
        self._consent(cases)
        with self.assertRefused(UserError, _FEW):
            self._export()

    def test_only_who_agreed_and_still_does(self):
        yesterday = self.today - timedelta(days=1)
        cases = self._closed_cases(11)
        first = cases[0].consent_ids
        first.action_withdraw()
        self._consent(cases[1], "declined")
        cases[2].consent_ids.sudo().write(
            {"decided_on": yesterday, "asked_on": yesterday, "valid_until": yesterday}
        )
        cases[3].sudo().locked_after = self.today
        self._consent(cases[4], "asked")  # only asked again: the yes still holds
        cases[5].sudo().write({"closed_on": self.today})
        others = self._closed_cases(3, kinds=self.kinds[:0])
        others.sudo().consent_ids.unlink()
        self.env.flush_all()
        self._export()
        left_out = cases[0] | cases[1] | cases[2] | cases[3] | cases[5] | others
        exported = (cases | others).filtered(
            lambda case: any(case.sudo().consent_ids.mapped("evaluated_on"))
        )
        self.assertEqual(exported, (cases | others) - left_out)
        self.assertEqual(len(exported), 6)

    def test_only_what_the_consent_names(self):
        work = self._term("data_kind", "work")
        self._closed_cases(6, kinds=work)
        for row in self._rows(self._export()):
            self.assertIn(row["work_end"], ("seeking", "employed"))
            self.assertEqual(row["sex"], kanonymity.UNKNOWN)
            self.assertEqual(row["origin"], kanonymity.UNKNOWN)

    def test_a_withdrawal_is_out_from_the_next_export_on(self):
        cases = self._closed_cases(6)
        cases[0].consent_ids.action_withdraw()
        self.assertEqual(len(self._rows(self._export())), 5)

    def test_numbers_of_the_preview_do_not_tell_of_one(self):
        cases = self._closed_cases(8)
        export = self.model.create({"name": "Effects"})
        export.action_preview()
        before = export.preview
        self.assertIn("At least 5 rows", before)
        cases[0].consent_ids.action_withdraw()
        export.action_preview()
        self.assertEqual(export.preview, before)
        export.k = 10
        self.assertFalse(export.preview)

    def test_cases_of_this_month_wait(self):
        """Who looks every day must not see whose case was closed today."""
        cases = self._closed_cases(6)
        self._close(cases[0], self.today)
        self.assertEqual(len(self._rows(self._export())), 5)

    def test_k_may_be_higher_never_lower(self):
        self._closed_cases(6)
        with self.assertRefused(UserError, _FEW):
            self._export(k=10)
        for k in (-5, 0, 4, 6):
            with (
                self.subTest(k=k),
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                self.model.create({"name": "Effects", "k": k})

    def test_the_file_is_kept_for_some_days(self):
        self._closed_cases(6)
        export = self._export()
        self.env["integration.evaluation"]._gc_files()
        self.assertTrue(export.file)
        export.sudo().file_until = self.today - timedelta(days=1)
        self.env["integration.evaluation"]._gc_files()
        self.assertFalse(export.file)
        with self.assertRefused(UserError, "not kept"):
            export.action_download()
        self.assertTrue(export.fingerprint)

    def test_what_was_exported_stays_as_it_was(self):
        self._closed_cases(6)
        export = self._export()
        for call in (
            lambda: export.write({"name": "x"}),
            export.action_preview,
            export.action_export,
            export.unlink,
        ):
            with self.assertRaises(UserError):
                call()

    def test_results_are_not_entered(self):
        for name in self.model._fields:
            if name in ("name", "recipient", "company_ids", "k", "id"):
                continue
            with self.subTest(name=name), self.assertRaises(AccessError):
                self.model.create({"name": "x", name: False})
        with self.assertRefused(ValidationError, "carrier"):
            self.model.create({"name": "x", "company_ids": [Command.clear()]})

    def test_owners_see_it_and_cannot_undo_it(self):
        self.env.cr.flush()  # what earlier tests left to be written
        cases = self._closed_cases(6)
        self._export()
        consent = cases[0].consent_ids
        self.assertEqual(consent.evaluated_on, self.today)
        with self.assertRaises(AccessError):
            consent.write({"evaluated_on": False})
        self.env.cr.flush()
        log = self.env["integration.access.log"].with_user(self.manager_a)
        entries = log.search([("operation", "=", "export")])
        self.assertEqual(entries.user_id, self.reporting)
        self.assertIn(cases[0].number, entries[0].numbers)

    def test_the_consent_proposes_what_is_evaluated(self):
        form = Form(self.env["integration.consent"].with_user(self.manager_a))
        form.purpose = "evaluation"
        self.assertEqual(form.data_kind_ids[:], self.kinds)
