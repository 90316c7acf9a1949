# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..logic import anonymity

# Where the names and numbers of people in a file are.
_NAMES = ("first_name", "last_name")
_NUMBERS = ("phone", "messenger", "iban", "tax_id", "azr_number", "bamf_number")


class IntegrationAnonymity(models.AbstractModel):
    """A text for others in which no client may be recognised.

    Warns its writer of names and numbers of the cases that they may open themselves.
    What is found is shown to them while they write, and stored nowhere.
    """

    _name = "integration.anonymity"
    _description = "Text without Clients"

    # The fields to check.
    _anonymous_fields = ()

    anonymity_warning = fields.Char(
        compute="_compute_anonymity_warning", compute_sudo=False
    )

    @api.depends(lambda self: self._anonymous_fields)
    @api.depends_context("uid", "lang")
    def _compute_anonymity_warning(self):
        known = self._get_known_people() if any(r._is_writer() for r in self) else None
        for record in self:
            texts = [record[name] for name in self._anonymous_fields]
            record.anonymity_warning = (
                self._describe_findings(texts, known) if record._is_writer() else False
            )

    def _is_writer(self):
        """Tell whether the current user is to be warned; others must not be."""
        self.ensure_one()
        return True

    @api.model
    def _find_own_cases(self, text):
        """Return what in `text` tells of people whose cases the user may open.

        :return: list of `logic.anonymity.Finding`; only for the user's own eyes
        """
        return anonymity.find(text, **self._get_known_people())

    @api.model
    def _describe_findings(self, texts, known=None):
        """Return a warning that names what was found, for its writer only, or False."""
        known = self._get_known_people() if known is None else known
        found = {}
        for text in texts:
            for finding in anonymity.find(text, **known):
                found.setdefault(text[finding.start : finding.end], finding.kind)
        if not found:
            return False
        labels = self._get_finding_labels()
        words = [
            self.env._("“%(word)s” (%(kind)s)", word=word, kind=labels[kind])
            for word, kind in found.items()
        ]
        return self.env._(
            "This may tell who it is about: %(words)s", words=", ".join(words)
        )

    @api.model
    def _get_finding_labels(self):
        """Return the kinds of findings as the user reads them."""
        return {
            "name": self.env._("name"),
            "case_number": self.env._("case number"),
            "paper_number": self.env._("file number"),
            "number": self.env._("number"),
            "mail": self.env._("e-mail address"),
            "iban": self.env._("IBAN"),
            "birth_date": self.env._("date of birth"),
        }

    @api.model
    def _get_known_people(self):
        """Return the arguments of `anonymity.find` from the user's own cases.

        With the user's own rights, whoever calls. Aggregated, so that the access log
        gets one line and not one for each case: nobody has opened them.
        """
        known = {"names": [], "known_numbers": [], "mails": [], "birth_dates": []}
        for model in ("integration.case", "integration.household.member"):
            people = self.env[model].sudo(False)  # sudo: off, only what the user may
            if people.env.su or not people.has_access("read"):
                continue  # the server itself has no cases
            names = [n for n in (*_NAMES, *_NUMBERS) if n in people._fields]
            names += ["mail_address", "birth_date"]
            [row] = people._read_group([], [], [f"{name}:array_agg" for name in names])
            values = dict(zip(names, (column or [] for column in row), strict=True))
            known["mails"] += values.pop("mail_address")
            known["birth_dates"] += values.pop("birth_date")
            known["names"] += [v for n in _NAMES for v in values.pop(n)]
            known["known_numbers"] += [v for column in values.values() for v in column]
        return known
