# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import csv
import io
import zipfile

from dateutil.relativedelta import relativedelta

from odoo import fields
from odoo.fields import Command

from ..logic import evaluation
from .common import IntegrationCommon


class EvaluationCommon(IntegrationCommon):
    """Closed cases whose clients agreed to evaluation, and who may export them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.context_today(cls.case)
        cls.model = cls.env["integration.evaluation"].with_user(cls.reporting)
        cls.kinds = cls.env["integration.term"].search(
            [("kind", "=", "data_kind"), ("code", "in", evaluation.KINDS)]
        )
        # What other tests or the demo left behind must not count.
        cls.company = cls.env["res.company"].create({"name": "Carrier"})
        (cls.manager_a | cls.reporting).write(
            {
                "company_ids": [Command.set(cls.company.ids)],
                "company_id": cls.company.id,
            }
        )

    @classmethod
    def _closed_cases(cls, count, kinds=None, **vals):
        """Return closed cases of people who are much alike, with consent."""
        ended = cls.today + relativedelta(months=-2)
        began = ended + relativedelta(months=-14)
        cases = cls.env["integration.case"].with_user(cls.manager_a)
        cases = cases.create(
            [
                {
                    "first_name": "Canary",
                    "company_id": cls.company.id,
                    "birth_year": str(ended.year - 30 - number % 2 * 20),
                    "gender_id": cls._term("gender", "female").id,
                    "nationality_ids": [Command.set(cls.env.ref("base.sy").ids)],
                    "counselling_start": began,
                    **vals,
                }
                for number in range(count)
            ]
        )
        cls.env["integration.circumstance"].with_user(cls.manager_a).create(
            [
                {
                    "case_id": case.id,
                    "kind": "work",
                    "term_id": cls._term("work", code).id,
                    "date_from": began,
                    "detail": "Canary Ltd",
                }
                for case, code in zip(
                    cases, ("seeking", "minijob", "minijob") * count, strict=False
                )
            ]
        )
        cls._consent(cases, kinds=kinds)
        cls._close(cases, ended)
        return cases

    @classmethod
    def _close(cls, cases, day):
        cases.sudo().write(
            {
                "closing_reason_id": cls._term("closing_reason", "independent").id,
                "stage_id": cls._stage("closed").id,
            }
        )
        cases.sudo().closed_on = day
        cls.env.flush_all()

    @classmethod
    def _consent(cls, cases, state="given", kinds=None, **vals):
        kinds = cls.kinds if kinds is None else kinds
        consents = cls.env["integration.consent"].with_user(cls.manager_a)
        return consents.create(
            [
                {
                    "case_id": case.id,
                    "purpose": "evaluation",
                    "state": state,
                    "data_kind_ids": [Command.set(kinds.ids)],
                    **vals,
                }
                for case in cases
            ]
        )

    def _export(self, **vals):
        """Return the export made by the grant officer."""
        export = self.model.create({"name": "Effects", **vals})
        export.action_export()
        return export

    def _files(self, export):
        """Return the files in the ZIP, {name: text}."""
        content = base64.b64decode(export.with_context(bin_size=False).file)
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            return {name: bundle.read(name).decode() for name in bundle.namelist()}

    def _rows(self, export):
        return list(csv.DictReader(io.StringIO(self._files(export)["cases.csv"])))
