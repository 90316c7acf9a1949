# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
from random import SystemRandom

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..logic import evaluation, evaluation_file, kanonymity


def _level(when):
    """Return the German level then: of speaking, or the first skill told of."""
    return f"""(
        SELECT l.group_code FROM integration_circumstance f
          JOIN integration_term t ON t.id = f.term_id AND t.code = 'de'
          JOIN integration_term l ON l.id = COALESCE(
               f.speaking_id, f.listening_id, f.reading_id, f.writing_id)
         WHERE f.case_id = c.id AND f.kind = 'language' AND {when} LIMIT 1)"""


def _fact(kind, when):
    return f"""(
        SELECT COALESCE(t.group_code, 'unknown') FROM integration_circumstance f
          JOIN integration_term t ON t.id = f.term_id
         WHERE f.case_id = c.id AND f.kind = '{kind}' AND {when} LIMIT 1)"""


# The first entry that still held when counselling began, or that came after.
_START = """
    COALESCE(f.date_to, 'infinity') >= COALESCE(c.counselling_start, '-infinity')
    AND COALESCE(f.date_from, '-infinity') <= c.closed_on
    ORDER BY f.date_from NULLS FIRST, f.id"""
# The last entry that held when it ended.
_END = """
    c.closed_on BETWEEN COALESCE(f.date_from, '-infinity')
    AND COALESCE(f.date_to, 'infinity')
    ORDER BY f.date_from DESC NULLS LAST, f.id DESC"""
_QUERY = f"""
    WITH said AS (
        SELECT DISTINCT ON (s.case_id) s.*
          FROM integration_consent s
          JOIN integration_case c ON c.id = s.case_id
         WHERE s.purpose = 'evaluation' AND s.state != 'asked'
           AND c.company_id = ANY(%(companies)s)
         ORDER BY s.case_id,
                  COALESCE(s.withdrawn_on, s.decided_on) DESC NULLS LAST, s.id DESC)
    SELECT c.id AS case_id, s.id AS consent_id,
           ARRAY(SELECT t.code FROM integration_consent_data_kind_rel r
                   JOIN integration_term t ON t.id = r.integration_term_id
                  WHERE r.integration_consent_id = s.id) AS kinds,
           COALESCE(date_part('year', age(c.closed_on, c.birth_date)),
                    date_part('year', c.closed_on) - NULLIF(c.birth_year, '')::int
           )::int AS age,
           g.code AS sex,
           ARRAY(SELECT k.code FROM integration_case_res_country_rel r
                   JOIN res_country k ON k.id = r.res_country_id
                  WHERE r.integration_case_id = c.id) AS countries,
           {_fact("residence", _END)} AS residence,
           c.mode,
           (date_part('year', age(c.closed_on, c.counselling_start)) * 12
            + date_part('month', age(c.closed_on, c.counselling_start)))::int AS months,
           (SELECT count(*) FROM integration_session x
             WHERE x.case_id = c.id AND x.state = 'held') AS contacts,
           {_level(_START)} AS language_start, {_level(_END)} AS language_end,
           {_fact("work", _START)} AS work_start, {_fact("work", _END)} AS work_end,
           {_fact("accommodation", _START)} AS housing_start,
           {_fact("accommodation", _END)} AS housing_end,
           (SELECT count(*) FROM integration_goal x WHERE x.case_id = c.id
               AND NOT x.is_superseded AND x.state != 'dropped') AS goals,
           (SELECT count(*) FROM integration_goal x WHERE x.case_id = c.id
               AND x.state IN ('achieved', 'partly_achieved')) AS goals_reached
      FROM said s
      JOIN integration_case c ON c.id = s.case_id
      LEFT JOIN integration_term g ON g.id = c.gender_id
     WHERE s.state = 'given'
       AND COALESCE(s.valid_until, 'infinity') >= %(today)s
       AND c.closed_on < %(before)s
       AND c.locked_after IS NULL
       AND NOT EXISTS (SELECT FROM integration_consent e
                        WHERE e.case_id = c.id AND e.evaluated_on IS NOT NULL)
"""


class IntegrationEvaluation(models.Model):
    """From the files to the rows of an export; rows never leave but anonymous."""

    _inherit = "integration.evaluation"

    def _collect(self):
        """Return what is to be known of each case, one dict per case.

        Read by SQL: grant officers have no right on any file, and get none here. Only
        whole months count, so that looking every day does not tell whose case ended.
        """
        self.ensure_one()
        today = fields.Date.context_today(self)
        self.env["integration.case"].flush_model()
        self.env["integration.consent"].flush_model()
        for part in ("circumstance", "session", "goal"):
            self.env[f"integration.{part}"].flush_model()
        values = {
            "companies": self.company_ids.ids,
            "today": today,
            "before": today.replace(day=1),
        }
        self.env.cr.execute(SQL(_QUERY, **values))
        facts = self.env.cr.dictfetchall()
        self.env["integration.access.log"]._log("aggregate", self._name, self.ids)
        return facts

    def _anonymise(self, facts):
        """Return the release of these cases.

        :raise UserError: when there are too few for anybody to hide among them
        """
        rows = [evaluation.row(fact, fact["kinds"]) for fact in facts]
        release = kanonymity.anonymise(
            rows, evaluation.QUASI, tuple(evaluation.OUTCOMES), self.k
        )
        if not release:
            raise UserError(
                self.env._(
                    "There are not enough cases yet: the file would tell of single"
                    " people. It needs at least %(k)s cases that were closed before"
                    " this month, have not been exported before, and whose clients"
                    " agreed to evaluation.\n\n"
                    "Nothing was exported. Please add carriers, or try again later.",
                    k=self.k,
                )
            )
        return release

    def _make_file(self, release):
        """Return the file and the fingerprint of its table."""
        rows = [[row[name] for name in evaluation.COLUMNS] for row in release.rows]
        SystemRandom().shuffle(rows)
        cases = evaluation_file.table(evaluation.COLUMNS, rows)
        fingerprint = evaluation_file.digest(cases)
        content = evaluation_file.archive(
            {
                "cases.csv": cases,
                "dictionary.csv": self._make_dictionary(release),
                "check.txt": self._make_check(release, fingerprint),
            }
        )
        return base64.b64encode(content), fingerprint

    def _mark(self, facts):
        """Note in each file that it was part of an export: it never is again.

        Two exports at once, or a withdrawal meanwhile: the second fails to serialize,
        and Odoo repeats it.
        """
        consents = self.env["integration.consent"].sudo()  # sudo: the server's own mark
        consents = consents.browse(fact["consent_id"] for fact in facts)
        consents._rely_on()
        consents._note_evaluation(fields.Date.context_today(self))
        log = self.env["integration.access.log"]
        log._log("export", self._name, self.ids, [fact["case_id"] for fact in facts])
