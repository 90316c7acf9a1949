# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class IntegrationCase(models.Model):
    """Where the client was referred to, and who got which of their data."""

    _inherit = "integration.case"

    referral_ids = fields.One2many("integration.referral", "case_id")
    disclosure_ids = fields.One2many("integration.disclosure", "case_id")
    referral_count = fields.Integer(
        string="Referrals",
        compute="_compute_referral_counts",
        compute_sudo=False,
        exportable=False,
    )
    disclosure_count = fields.Integer(
        string="Disclosures",
        compute="_compute_referral_counts",
        compute_sudo=False,
        exportable=False,
    )
    call_back_count = fields.Integer(
        string="To be called back",
        compute="_compute_referral_counts",
        compute_sudo=False,
        exportable=False,
    )

    @api.depends(
        "referral_ids", "disclosure_ids.is_valid", "disclosure_ids.must_call_back"
    )
    def _compute_referral_counts(self):
        for case in self:
            valid = case.disclosure_ids.filtered("is_valid")
            case.referral_count = len(case.referral_ids)
            case.disclosure_count = len(valid)
            case.call_back_count = len(valid.filtered("must_call_back"))

    def _remind_of_ended_release(self):
        """Tell the manager that something is to be called back; not whom or what.

        A withdrawal counts even when there is nobody to tell.
        """
        self.ensure_one()
        manager = self.manager_id
        if manager and self.with_user(manager).has_access("read"):
            # No e-mail is sent: it stays inside Odoo.
            self.with_context(mail_activity_quick_update=True).activity_schedule(
                "integration_management.mail_activity_type_release_ended",
                user_id=manager.id,
            )

    def action_refer(self):
        """Open the short form for a referral; nothing is passed on by default."""
        return self._open_about_case("integration_referral_action_quick")

    def action_note_disclosure(self):
        """Open the short form for what was passed on, e.g. on the phone."""
        return self._open_about_case("integration_disclosure_action_quick")

    def action_view_referrals(self):
        """Show all referrals of this case."""
        return self._open_about_case("integration_referral_action", in_case=True)

    def action_view_disclosures(self):
        """Show the register of this case."""
        return self._open_about_case("integration_disclosure_action", in_case=True)

    def action_view_call_backs(self):
        """Show what was passed on under releases that have ended."""
        action = self.action_view_disclosures()
        action["context"]["search_default_call_back"] = 1
        return action

    def _open_about_case(self, name, in_case=False):
        """Return one of our actions, for this case."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            f"integration_management.{name}"
        )
        if in_case:
            context = {"in_case": True, "default_case_id": self.id}
            action["domain"] = [("case_id", "=", self.id)]
            return {**action, "context": context}
        return self._with_action_context(action, {"default_case_id": self.id})
