# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import math

from odoo import models
from odoo.tools.translate import LazyTranslate

from ..logic import evaluation, evaluation_file, kanonymity

_lt = LazyTranslate(__name__)

_COLUMNS = {
    "age": _lt("Age when counselling ended"),
    "sex": _lt("Gender"),
    "origin": _lt("Region of nationality"),
    "residence": _lt("Residence status when counselling ended"),
    "mode": _lt("Way of counselling"),
    "months": _lt("Months of counselling"),
    "contacts": _lt("Number of contacts"),
    "language_start": _lt("German at the beginning"),
    "language_end": _lt("German at the end"),
    "work_start": _lt("Work at the beginning"),
    "work_end": _lt("Work at the end"),
    "housing_start": _lt("Housing at the beginning"),
    "housing_end": _lt("Housing at the end"),
    "goals": _lt("Share of the goals reached, at least in part"),
}
_CODES = {
    kanonymity.ALL: _lt("not broken down"),
    kanonymity.UNKNOWN: _lt("not stated"),
    kanonymity.WITHHELD: _lt("withheld: the same for all who look alike"),
    "female": _lt("female"),
    "male": _lt("male"),
    "diverse": _lt("diverse"),
    "ukraine": _lt("Ukraine"),
    "syria_iraq": _lt("Syria, Iraq and neighbours"),
    "afghanistan_iran": _lt("Afghanistan, Iran, Pakistan"),
    "turkey": _lt("Türkiye"),
    "africa": _lt("Africa"),
    "elsewhere": _lt("other than Ukraine"),
    "protection": _lt("recognised as in need of protection"),
    "temporary_protection": _lt("temporary protection"),
    "humanitarian": _lt("other humanitarian permit"),
    "procedure": _lt("asylum procedure"),
    "tolerated": _lt("tolerated or obliged to leave"),
    "permit": _lt("residence permit"),
    "no_permit": _lt("procedure, tolerated or obliged to leave"),
    "light": _lt("light counselling"),
    "case_management": _lt("case management"),
    "A": _lt("A1 to A2"),
    "B": _lt("B1 to B2"),
    "C": _lt("C1 to C2"),
    "native": _lt("first language"),
    "employed": _lt("working"),
    "training": _lt("vocational training or studies"),
    "measure": _lt("internship or scheme"),
    "seeking": _lt("looking for work"),
    "inactive": _lt("not looking for work"),
    "public": _lt("public accommodation"),
    "private": _lt("own or private flat"),
    "no_goals": _lt("no goals agreed"),
    "none": _lt("none"),
    "some": _lt("up to half"),
    "most": _lt("more than half"),
    "other": _lt("other"),
}


class IntegrationEvaluation(models.Model):
    """What an export says about itself: data dictionary, check, preview."""

    _inherit = "integration.evaluation"

    def _get_code_name(self, code):
        """Return what a code means, in the reader's language."""
        if label := _CODES.get(code):
            return self.env._(label)
        first, _dash, last = code.partition("_")
        return f"{first}+" if last == "up" else f"{first}–{last}"

    def _get_columns(self, release):
        """Return the columns with how coarse they are, as dicts for the reader."""
        levels = {column.name: column.top for column in evaluation.QUASI}
        result = []
        for name in evaluation.COLUMNS:
            level = release.levels.get(name, 0)
            codes = evaluation.codes(name, level)
            if level == levels.get(name):
                coarse = self.env._("not broken down")
            elif level:
                coarse = self.env._("coarse")
            else:
                coarse = self.env._("in full")
            blanked = math.ceil(100 * release.blanked[name] / len(release.rows))
            result.append(
                {
                    "name": name,
                    "label": self.env._(_COLUMNS[name]),
                    "is_outcome": name in evaluation.OUTCOMES,
                    "level": level,
                    "coarse": coarse,
                    "codes": codes,
                    "values": [self._get_code_name(code) for code in codes],
                    "blanked": blanked,
                }
            )
        return result

    def _make_dictionary(self, release):
        header = ("column", "meaning", "use", "level", "code", "meaning of the code")
        rows = []
        for column in self._get_columns(release):
            codes = dict(zip(column["codes"], column["values"], strict=True))
            if column["is_outcome"]:
                codes[kanonymity.WITHHELD] = self._get_code_name(kanonymity.WITHHELD)
            use = "outcome" if column["is_outcome"] else "quasi-identifier"
            rows += [
                (column["name"], column["label"], use, str(column["level"]), code, name)
                for code, name in codes.items()
            ]
        return evaluation_file.table(header, rows)

    def _make_check(self, release, fingerprint):
        """Return what whoever gets the file can check again."""
        total = release.withheld + len(release.rows)
        share = math.ceil(100 * release.withheld / total)
        lines = [
            f"Columns and levels: version {evaluation.VERSION}",
            f"Asked for: k = {self.k}; found: k = {release.smallest}",
            f"Rows: {len(release.rows)} in {release.classes} classes",
            f"Rows withheld: at most {share} %",
            "Order of rows: random; no keys; no case is in another export",
            f"SHA-256 of cases.csv: {fingerprint}",
            "",
            "Column: level (0 = finest); rows withheld because the class is uniform",
        ]
        lines += [
            f"{column['name']}: {column['level']}; {column['blanked']} %"
            for column in self._get_columns(release)
        ]
        return "\n".join([*lines, ""]).encode()

    def _render_preview(self, release):
        """Return the preview; numbers in it are rounded so that none tells of one."""
        total = len(release.rows) + release.withheld
        rows = len(release.rows) // kanonymity.MIN_K * kanonymity.MIN_K
        share = math.ceil(20 * release.withheld / total) * 5
        sentences = [
            self.env._("At least %(rows)s rows, one for each case.", rows=rows),
        ]
        if share:
            sentences.append(
                self.env._(
                    "At most %(share)s %% of the cases are left out because too few"
                    " look like them.",
                    share=share,
                )
            )
        return self.env["ir.qweb"]._render(
            "integration_management.integration_evaluation_preview",
            {"sentences": sentences, "columns": self._get_columns(release)},
        )
