# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..logic import anonymity, handover


class IntegrationHandover(models.Model):
    """No file changes hands unless its client says so, to whom and how much."""

    _inherit = "integration.handover"

    consent_problem = fields.Char(
        string="Still missing",
        compute="_compute_consent_problem",
        compute_sudo=False,
    )
    is_ready = fields.Boolean(compute="_compute_consent_problem", compute_sudo=False)

    @api.depends(
        "consent_id.state",
        "consent_id.valid_until",
        "consent_id.recipient_id",
        "consent_id.recipient_name",
        "consent_id.includes_notes",
        "notes_go",
        "to_user_id",
    )
    def _compute_consent_problem(self):
        for record in self:
            problem = record._get_consent_problem()
            record.consent_problem = problem
            record.is_ready = bool(record.to_user_id and not problem)

    def action_ask_consent(self):
        """Put the question to the client and open it, to be explained or printed."""
        self.ensure_one()
        self._ask()
        return self.consent_id._get_dialog_action()

    def action_print_consents(self):
        """Put the question to several clients and print the forms to sign."""
        for record in self:
            record._ask()
        report = self.env.ref(
            "integration_management.integration_consent_action_report"
        )
        return report.report_action(self.consent_id)

    def _ask(self):
        """Link the question that names the successor; make it if there is none."""
        self.ensure_one()
        self.case_id._check_owner()
        if self.state not in ("draft", "asked"):
            return
        if not self._is_successor_fit():
            raise UserError(
                self.env._("Please choose a successor: another integration manager.")
            )
        if self.consent_id.state not in ("asked", "given"):
            self.consent_id = self._find_consent() or self._make_consent()
        if self.state == "draft":
            self.sudo().state = "asked"  # sudo: users do not write states

    def _make_consent(self):
        return self.env["integration.consent"].create(
            {
                "case_id": self.case_id.id,
                "purpose": "handover",
                "recipient_name": self._get_recipient(),
                "data_kinds": self._get_data_kinds(),
                "includes_notes": self.notes_go,
            }
        )

    def _find_consent(self):
        """Return a consent that the client has given to exactly this, if any."""
        consents = self.env["integration.consent"]._get_valid(self.case_id, "handover")
        return consents.filtered(
            lambda c: self._names_successor(c) and c.includes_notes == self.notes_go
        )[:1]

    def _get_recipient(self):
        """Return who receives the file, in the words of the consent."""
        return ", ".join(filter(None, (self.to_user_id.name, self.to_carrier)))

    def _get_data_kinds(self):
        if self.notes_go:
            return self.env._("the whole file, entrusted notes included")
        return self.env._("the file without entrusted notes")

    def _names_successor(self, consent):
        """Tell whether the client was told who gets the file, and for which carrier."""
        named = consent.recipient_label or ""
        wanted = [self.to_user_id.name]
        if self.is_new_carrier:
            wanted.append(self.to_carrier)
        return all(name and handover.is_named(name, named) for name in wanted)

    def _get_consent_problem(self):
        """Return what the consent lacks, in words for the owner, or False."""
        self.ensure_one()
        consent = self.consent_id
        if not consent._holds():
            if consent.state == "asked":
                return self.env._("The client has not decided yet.")
            return self.env._("The client's consent to this hand-over.")
        if not self._names_successor(consent):
            return self.env._(
                "The consent must name who receives the file: %(recipient)s.",
                recipient=self._get_recipient(),
            )
        if self.notes_go and not consent.includes_notes:
            return self.env._(
                "The client was not asked whether entrusted notes go along. Please ask"
                " with the button, or let them stay."
            )
        return False

    def _forget_consent(self):
        """Start anew when successor or notes change: another question is due."""
        for record in self.filtered("consent_id"):
            consent = record.consent_id
            system = record.sudo()  # sudo: users do not write states
            system.write({"consent_id": False, "state": "draft"})
            if consent.state == "asked":
                consent.unlink()

    def _check_consent_purpose(self):
        if any(r.consent_id and r.consent_id.purpose != "handover" for r in self):
            raise ValidationError(
                self.env._("Please choose a consent to the hand-over of the file.")
            )

    def _check_remark(self):
        """Refuse names and the number of the case: the remark is read before.

        :raise UserError: naming none of them
        """
        case = self.case_id
        people = [case, *case.household_member_ids]
        names = [name for p in people for name in (p.first_name, p.last_name)]
        if anonymity.find(self.remark, names=names, known_numbers=[case.phone]):
            raise UserError(
                self.env._(
                    "The remark is read before the file is taken over. Please take"
                    " names and the case number out of it."
                )
            )
