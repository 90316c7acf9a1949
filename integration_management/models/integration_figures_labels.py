# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools.translate import LazyTranslate

from ..logic import figures
from ..logic.disclosure import TOTAL

_lt = LazyTranslate(__name__)

# Breakdown -> value list that its categories are entries of.
_TERMS = {
    "gender": "gender",
    "interpretation": "interpretation",
    "language": "language",
    "origin": "origin",
    "topic": "topic",
}
_KINDS = {
    "contacts": "contact_kind",
    "minutes": "contact_kind",
    "network": "network_kind",
    "participants": "network_kind",
}

_CHANGE = {
    "better": _lt("Improved"),
    "same": _lt("Unchanged"),
    "worse": _lt("Lower than before"),
}
# Categories that are not entries of a value list.
_LABELS = {
    "entry": {"new": _lt("New"), "continued": _lt("Counselled before")},
    "exit": {
        "running": _lt("Still counselled"),
        "completed": _lt("Closed: independent or goals reached"),
        "programme": _lt("Closed: limit, target group or funding"),
        "client": _lt("Closed: wish of the client"),
        "left": _lt("Closed: moved or left"),
        "administrative": _lt("Closed: administrative"),
    },
    "limit": {
        "within": _lt("Within the counselling limit"),
        "over": _lt("Beyond the counselling limit"),
        "none": _lt("Without limit"),
    },
    "origin": {
        "other": _lt("Other countries"),
        "several": _lt("Several nationalities"),
    },
    "residence": {
        "procedure": _lt("In the asylum procedure"),
        "tolerated": _lt("Tolerated"),
        "obliged": _lt("Obliged to leave"),
        "protection": _lt("Protection status"),
        "temporary_protection": _lt("Temporary protection"),
        "humanitarian": _lt("Humanitarian residence"),
        "family": _lt("Family reunification"),
        "other_permit": _lt("Other permit"),
        "settled": _lt("Permanent residence"),
        "eu_german": _lt("EU or German citizen"),
    },
    "housing": {
        "public": _lt("Municipal accommodation"),
        "private": _lt("Own rented or sublet home"),
        "guest": _lt("With relatives or friends"),
        "institution": _lt("Supervised housing or shelter"),
        "homeless": _lt("Homeless"),
        "other": _lt("Other"),
    },
    "event": {
        "new": _lt("First plan agreed"),
        "continued": _lt("Plan continued"),
        "ended": _lt("Plan completed"),
        "declined": _lt("Plan not wanted"),
    },
    "partner_kind": {
        "authority": _lt("Public offices"),
        "education": _lt("School, childcare, courses"),
        "counselling": _lt("Counselling centres"),
        "health": _lt("Health"),
        "economy": _lt("Employers, chambers, landlords"),
        "civil": _lt("Associations and volunteers"),
        "other": _lt("Other"),
    },
    "language_change": _CHANGE,
    "work_change": _CHANGE,
    "housing_change": _CHANGE,
    "training": {"begun": _lt("Begun"), "not_begun": _lt("Not begun")},
}


class IntegrationFigures(models.Model):
    """Says in words, in all languages installed, what the codes of numbers mean."""

    _inherit = "integration.figures"

    def _get_labels(self, measure, cells):
        """Return cell -> {language: words}, in the order in which they are read."""
        languages = [code for code, _name in self.env["res.lang"].get_installed()]
        ordered = []
        for dimension in sorted({cell.dimension or "" for cell in cells}):
            known = self._get_categories(measure, dimension)
            own = [cell for cell in cells if (cell.dimension or "") == dimension]
            places = {code: place for place, code in enumerate(known)}
            own.sort(key=lambda c: (places.get(c.category, 999), str(c.category)))
            ordered += own
        texts = {}
        for language in languages:
            run = self.with_context(lang=language)
            for dimension in {cell.dimension or "" for cell in ordered}:
                texts[language, dimension] = run._get_categories(measure, dimension)
        return {
            cell: {
                language: texts[language, cell.dimension or ""].get(
                    cell.category, cell.category or ""
                )
                for language in languages
            }
            for cell in ordered
        }

    def _get_categories(self, measure, dimension):
        """Return code -> label of a breakdown in the language of the context."""
        if not dimension:
            return {TOTAL.category: self.env._("Total")}
        if dimension == "area_state":
            areas = self._get_categories(measure, "area")
            states = self._get_categories(measure, "state")
            return {
                f"{area}/{state}": f"{areas[area]}: {states[state]}"
                for area in areas
                for state in states
            }
        labels = self._get_term_labels(measure, dimension)
        own = _LABELS.get(dimension, {})
        labels |= {code: self.env._(label) for code, label in own.items()}
        return labels | {figures.UNKNOWN: self.env._("Unknown or not stated")}

    def _get_term_labels(self, measure, dimension):
        if dimension == "age":
            return {
                band: self.env._("%(ages)s years", ages=band.replace("-", "–"))
                for band in figures.age_bands()
            }
        if dimension == "area":
            areas = self.env["integration.area"].with_context(active_test=False)
            return {area.code: area.name for area in areas.search([])}
        if dimension == "state":
            field = self.env["integration.goal"]._fields["state"]
            return dict(field._description_selection(self.env))
        kind = _KINDS[measure] if dimension == "kind" else _TERMS.get(dimension)
        terms = self.env["integration.term"].with_context(active_test=False)
        return {t.code: t.name for t in terms.search([("kind", "=", kind)])}
