# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..logic import releases

DATA_KINDS = "[('kind', '=', 'data_kind'), ('is_current', '=', True)]"
_ENDED = frozenset({"withdrawn", "expired"})


class IntegrationConsent(models.Model):
    """A consent to pass on data is a release from secrecy: for one matter.

    It names kinds of data, recipient, purpose and occasion; what it names can be
    compared with what is to be passed on.
    """

    _inherit = "integration.consent"

    data_kind_ids = fields.Many2many(
        "integration.term",
        "integration_consent_data_kind_rel",
        string="Kinds of data",
        domain=DATA_KINDS,
    )
    special_kinds = fields.Char(
        string="Specially protected",
        compute="_compute_special_kinds",
        help="Kinds of data that a release has to name expressly.",
    )
    occasion = fields.Char(
        string="Which matter", help="The one matter it is for, e.g. a German course."
    )
    release_reason = fields.Char(
        string="What for", help="What the recipient needs the data for."
    )
    refusal_note = fields.Char(
        string="If the client says no", help="Empty: the usual words are printed."
    )
    direction = fields.Selection(
        [("one_way", "We tell them"), ("mutual", "Both tell each other")],
        default="one_way",
    )
    settled_on = fields.Date(
        string="Matter settled on",
        copy=False,
        help="From this day on the release has lost its occasion.",
    )

    @api.depends("data_kind_ids")
    @api.depends_context("lang")
    def _compute_special_kinds(self):
        for consent in self:
            kinds = consent.data_kind_ids
            special = kinds.filtered(lambda k: k.group_code == "special")
            consent.special_kinds = ", ".join(special.mapped("name"))

    def action_settle(self):
        """End releases because their matter is settled; nothing is called back."""
        today = fields.Date.context_today(self)
        for consent in self:
            day = consent.settled_on or today
            consent.write({"state": "expired", "settled_on": day})

    def _names_data(self):
        return super()._names_data() or bool(self.data_kind_ids)

    def _is_over(self):
        return super()._is_over() or bool(self.settled_on)

    def _after_decided(self):
        """Stop what relies on a release together with the release."""
        result = super()._after_decided()
        ended = self.filtered(lambda c: c.purpose == "recipient" and c.state in _ENDED)
        if ended:
            ended._stop_referrals()
        return result

    def _stop_referrals(self):
        """End the referrals of these releases and tell what is to be called back."""
        referrals = self.env["integration.referral"].search(
            [("release_id", "in", self.ids), ("is_running", "=", True)]
        )
        disclosures = self.env["integration.disclosure"].search(
            [("release_id", "in", self.ids), ("must_call_back", "=", True)]
        )
        lost = self.filtered(lambda c: not c.settled_on)
        referrals.filtered(lambda r: r.release_id in lost)._end("release_ended")
        referrals.filtered(lambda r: r.release_id not in lost)._end("done")
        for case in referrals.case_id & lost.case_id | disclosures.case_id:
            case._remind_of_ended_release()

    @api.model
    def _get_releases(self, case, recipient, recipient_name, day):
        """Return the releases of `case` for a recipient on `day`, newest first.

        :param recipient: contact, may be empty
        :param recipient_name: an office or person without a contact
        """
        found = self.search(
            Domain("case_id", "=", case.id) & Domain("purpose", "=", "recipient")
        )
        none = self.env["integration.term"]
        return found.filtered(
            lambda c: not c._get_gaps(none, recipient, recipient_name, day)
        )

    def _get_gaps(self, kinds, recipient, recipient_name, day):
        """Return why this release does not cover what is to be passed on.

        :return: list of keys of `logic.releases.GAPS`; empty: it covers it
        """
        self.ensure_one()
        key = releases.name_key
        recipients = {recipient.id, recipient.commercial_partner_id.id, False} - {False}
        if not (recipient and self.recipient_id):
            recipients.add(key(recipient.name or recipient_name))
        release = releases.Release(
            kinds=frozenset(self.data_kind_ids.ids),
            recipients=frozenset({self.recipient_id.id, key(self.recipient_label)}),
            given_on=self.decided_on if self.state in ("given", *_ENDED) else None,
            last_day=self.valid_until or None,
            withdrawn_on=self.withdrawn_on if self.state == "withdrawn" else None,
            settled_on=self.settled_on or None,
            lapsed_on=self.ask_again_since or None,
        )
        passing = releases.Passing(
            frozenset(kinds.ids), frozenset(recipients - {""}), day
        )
        return releases.gaps(release, passing)

    def _get_data_names(self):
        """Return what a release names, in the reader's words; English beside it."""
        self.ensure_one()
        kinds = self._name_kinds(self.data_kind_ids)
        return " · ".join(filter(None, [*kinds, self.data_kinds]))

    def _get_special_names(self):
        """Return which of them are specially protected, in the same words."""
        self.ensure_one()
        special = self.data_kind_ids.filtered(lambda k: k.group_code == "special")
        return " · ".join(filter(None, self._name_kinds(special)))

    def _name_kinds(self, kinds):
        """Return the names of kinds of data, once per language to print them in."""
        langs = {self.env.lang or "en_US"}
        langs |= {"en_US"} if self.text_language == "en" else set()
        return [
            ", ".join(kinds.with_context(lang=lang).mapped("name"))
            for lang in sorted(langs)
        ]

    def _get_release_label(self):
        """Return how a release is called: by its day."""
        self.ensure_one()
        return self.env._(
            "Release of %(day)s", day=format_date(self.env, self.decided_on)
        )
