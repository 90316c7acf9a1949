# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..logic import states
from .integration_consent_text import PURPOSES


class IntegrationConsent(models.Model):
    """What a client decided about one purpose, and what they knew when deciding.

    Never bundled and never a condition: nothing in the addon asks for a consent
    before counselling goes on. A new question is a new record.
    """

    _name = "integration.consent"
    _inherit = ["integration.case.mixin", "integration.stateful"]
    _description = "Consent"

    _state_table = states.CONSENT

    purpose = fields.Selection(PURPOSES, required=True, index=True)
    state = fields.Selection(
        [
            ("asked", "Asked"),
            ("given", "Given"),
            ("declined", "Declined"),
            ("withdrawn", "Withdrawn"),
            ("expired", "Expired"),
        ],
        required=True,
        default="asked",
        copy=False,
    )
    text_id = fields.Many2one(
        "integration.consent.text",
        compute="_compute_text_id",
        store=True,
        readonly=False,
        precompute=True,
        copy=False,
        ondelete="restrict",
        domain="[('purpose', '=', purpose), ('state', '=', 'published')]",
    )
    text_title = fields.Char(string="Title shown", readonly=True, copy=False)
    text_shown = fields.Html(readonly=True, copy=False)
    text_hash = fields.Char(
        string="Fingerprint",
        readonly=True,
        copy=False,
        help="SHA-256 of the title and the text exactly as they were shown.",
    )
    text_body = fields.Html(related="text_id.body", string="Text to show")
    asked_on = fields.Date(default=fields.Date.context_today, copy=False)
    decided_on = fields.Date(copy=False)
    form = fields.Selection(
        [("signed", "Signed"), ("oral", "Oral"), ("digital", "Digital")],
        default="signed",
    )
    witness = fields.Char(help="Who heard the oral decision.")
    explained_by_id = fields.Many2one(
        "res.users",
        string="Explained by",
        default=lambda self: self.env.user,
        copy=False,
        ondelete="restrict",
    )
    explained_how = fields.Selection(
        [
            ("talk", "In a talk"),
            ("read_aloud", "Read aloud"),
            ("self_read", "Client read it"),
            ("sent", "Sent beforehand"),
        ],
        default="talk",
    )
    interpretation_id = fields.Many2one(
        "integration.term",
        ondelete="restrict",
        domain="[('kind', '=', 'interpretation'), ('is_current', '=', True)]",
    )
    recipient_id = fields.Many2one(
        "res.partner",
        string="Recipient (contact)",
        ondelete="restrict",
        index="btree_not_null",
        help="An office, school or association; never the client.",
    )
    recipient_name = fields.Char(
        string="Recipient (free text)", help="A person or office without contact."
    )
    recipient_label = fields.Char(
        string="Recipient", compute="_compute_recipient_label"
    )
    data_kinds = fields.Char(string="What exactly", help="For example: name, phone.")
    valid_until = fields.Date(copy=False, help="Last day; empty: until withdrawn.")
    evidence_ids = fields.Many2many(
        "ir.attachment",
        "integration_consent_evidence_rel",
        copy=False,
        help="Scan or photo of the signed form.",
    )
    withdrawn_on = fields.Date(copy=False)
    withdrawal_form = fields.Selection(
        [("oral", "Oral"), ("written", "Written"), ("digital", "Digital")],
        string="Withdrawn how",
        copy=False,
    )
    effect_note = fields.Char(
        string="What follows", copy=False, help="What was stopped, returned or deleted."
    )

    _validity_idx = models.Index("(valid_until) WHERE state = 'given'")

    @api.depends("purpose", "text_language", "case_id.company_id")
    def _compute_text_id(self):
        """Offer the newest text; a decided consent keeps what was shown."""
        texts = self.env["integration.consent.text"]
        for consent in self:
            if consent.state == "asked" or not consent._origin:
                consent.text_id = texts._get_current(
                    consent.purpose, consent.text_language, consent.case_id.company_id
                )
            else:
                consent.text_id = consent.text_id

    @api.depends("recipient_id", "recipient_name")
    def _compute_recipient_label(self):
        for consent in self:
            consent.recipient_label = (
                consent.recipient_id.name or consent.recipient_name
            )

    @api.constrains("asked_on", "decided_on", "withdrawn_on", "valid_until")
    def _check_dates(self):
        today = fields.Date.context_today(self)
        for consent in self:
            asked, decided = consent.asked_on, consent.decided_on
            withdrawn, until = consent.withdrawn_on, consent.valid_until
            if max(filter(None, (asked, decided, withdrawn)), default=today) > today:
                raise ValidationError(
                    self.env._("A consent is asked for and decided today or earlier.")
                )
            if asked and decided and decided < asked:
                raise ValidationError(
                    self.env._("The decision lies before the day of the question.")
                )
            if decided and withdrawn and withdrawn < decided:
                raise ValidationError(
                    self.env._("The withdrawal lies before the day of the decision.")
                )
            if until and until < (decided or asked or until):
                raise ValidationError(
                    self.env._("The consent would have ended before it began.")
                )

    @api.constrains("text_id", "purpose")
    def _check_text(self):
        for consent in self:
            text = consent.text_id
            if text and (text.purpose, text.state) != (consent.purpose, "published"):
                raise ValidationError(
                    self.env._("Please choose a published text for this purpose.")
                )

    @api.constrains("state", "recipient_id", "recipient_name", "data_kinds", "text_id")
    def _check_definite(self):
        """Consent without a definite content is void (D 3.1): say so in time."""
        for consent in self.filtered(lambda c: c.state == "given"):
            if not consent.text_id:
                raise ValidationError(
                    self.env._(
                        "There is no published text for this purpose and language."
                        " Please choose another language or ask for a text."
                    )
                )
            named = consent.recipient_label and consent._names_data()
            if consent.purpose == "recipient" and not named:
                raise ValidationError(
                    self.env._(
                        "Please enter who receives the data, and which data:"
                        " without both the consent would not be valid."
                    )
                )

    def _names_data(self):
        """Tell whether the consent says which data it is about."""
        return bool(self.data_kinds)

    def action_give(self):
        """Record that the client agrees, today unless a day is entered."""
        return self._decide("given")

    def action_decline(self):
        """Record that the client does not agree. Nothing else changes."""
        return self._decide("declined")

    def action_withdraw(self):
        """Record that the client takes the consent back; as easy as giving it."""
        today = fields.Date.context_today(self)
        for consent in self:
            day = consent.withdrawn_on or today
            consent.write({"state": "withdrawn", "withdrawn_on": day})
        return True

    def action_ask_again(self):
        """Put the same question anew; what was decided stays as it is."""
        self.ensure_one()
        return self.copy()._get_dialog_action()

    @api.model
    def _cron_expire(self):
        """End the consents whose last day has passed."""
        over = self.search(
            [("state", "=", "given"), ("valid_until", "<", "today")], order="id"
        )
        self.env["ir.cron"]._commit_progress(remaining=len(over))
        for consent in over:
            consent.state = "expired"
            self.env["ir.cron"]._commit_progress(1)

    def _decide(self, state):
        today = fields.Date.context_today(self)
        for consent in self:
            consent.write({"state": state, "decided_on": consent.decided_on or today})
        return True

    def _get_label(self, name):
        """Return the value of a selection field as the user reads it."""
        self.ensure_one()
        return self._fields[name].convert_to_export(self[name], self)

    def _get_dialog_action(self):
        """Return the action that shows the consent in a dialog."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Consent"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"in_case": True},
        }
