# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import tagged

from .evaluation_common import EvaluationCommon


@tagged("post_install", "-at_install")
class TestEvaluationAccess(EvaluationCommon):
    def test_for_grant_officers_only(self):
        export = self.model.create({"name": "Effects"})
        for user in self.outsiders - self.reporting:
            foreign = export.with_user(user)
            for call in (
                lambda foreign=foreign: foreign.read(["name"]),
                lambda foreign=foreign: foreign.search([]),
                foreign.action_preview,
                foreign.action_export,
                foreign.action_download,
                lambda foreign=foreign: foreign.create({"name": "x"}),
            ):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    call()

    def test_of_their_own_carriers_only(self):
        other = self.env["res.company"].create({"name": "Other"})
        foreign = self.env["integration.evaluation"].create(
            {"name": "x", "company_ids": [Command.set((other | self.company).ids)]}
        )
        rules = self.env["ir.rule"].search(
            [("model_id.model", "=", "integration.evaluation")]
        )
        for keep in (True, False):
            rules.active = keep
            self.assertNotIn(foreign, self.model.search([]))
            export = self.model.create({"name": "Effects"})
            for call in (
                foreign.with_user(self.reporting).action_export,
                foreign.with_user(self.reporting).action_download,
                lambda export=export: export.write({"company_ids": other.ids}),
                lambda: self.model.create({"name": "x", "company_ids": other.ids}),
            ):
                with self.assertRaises(AccessError):
                    call()
                    self.env.flush_all()
                self.env.invalidate_all()

    def test_other_carriers_cases_are_not_in_it(self):
        self._closed_cases(6)
        other = self.env["res.company"].create({"name": "Other"})
        self.manager_a.company_ids += other
        self._closed_cases(6, company_id=other.id)
        self.assertEqual(len(self._rows(self._export())), 6)
