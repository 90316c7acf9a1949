# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..logic import states


class IntegrationReferral(models.Model):
    """What leaves the file with a referral, and what has to be there before."""

    _inherit = "integration.referral"

    def action_prepare_release(self):
        """Put the question for the release that this referral needs."""
        self.ensure_one()
        if self.release_id.state not in ("asked", "given"):
            self.release_id = self.env["integration.consent"].create(
                {
                    "case_id": self.case_id.id,
                    "purpose": "recipient",
                    "recipient_id": self.provider_id.id,
                    "recipient_name": not self.provider_id and self.provider_name,
                    "data_kind_ids": [Command.set(self.data_kind_ids.ids)],
                    "occasion": self.offer_id.name or self.purpose,
                    "release_reason": self.purpose,
                }
            )
        return self.release_id._get_dialog_action()

    def action_view_disclosures(self):
        """Show what was passed on with this referral."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_disclosure_action"
        )
        return {**action, "domain": [("referral_id", "=", self.id)], "context": {}}

    def _pass_on_if_due(self):
        """Enter in the register what the other side has got by now.

        :raise ValidationError: when no release covers it; nothing is changed then
        """
        for referral in self:
            due = referral.state in states.REFERRAL_PASSED_ON
            if referral.way == "data" and due and not referral.is_passed_on:
                referral._pass_on(referral.data_kind_ids, referral.channel)

    def _pass_on(self, kinds, channel):
        """Enter in the register that data of `kinds` went to the provider."""
        self.ensure_one()
        if not kinds:
            raise UserError(
                self.env._(
                    "Please choose what is passed on, or that the client goes there"
                    " themselves."
                )
            )
        disclosure = self.env["integration.disclosure"].create(
            {
                "case_id": self.case_id.id,
                "referral_id": self.id,
                "recipient_id": self.provider_id.id,
                "recipient_name": not self.provider_id and self.provider_name,
                "kind_ids": [Command.set(kinds.ids)],
                "reason": self.purpose,
                "channel": channel,
            }
        )
        self.release_id = disclosure.release_id
        return disclosure
