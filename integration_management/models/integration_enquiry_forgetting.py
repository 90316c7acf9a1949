# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models


class IntegrationEnquiry(models.Model):
    """Enquiries go for good; what stays is a number in a statistic."""

    _inherit = "integration.enquiry"

    def unlink(self):
        """Delete with all that hangs on it; what users delete was settled otherwise."""
        if not self.env.su:
            self.check_access("unlink")
            self.sudo()._count("settled")  # sudo: users do not write the figures
        self.sudo().offer_ids.unlink()  # sudo: reminders are their managers'
        return super().unlink()

    def action_settle(self):
        """Delete the enquiry from its form, and go back to the others."""
        self.unlink()
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_enquiry_action"
        )

    def _forget(self, result):
        """Delete these enquiries as superuser, and count what became of them."""
        self._count(result)
        self.unlink()

    def _count(self, result):
        """Keep what is not about a person.

        :param result: key of the selection `result` of integration.enquiry.count
        """
        self.env["integration.enquiry.count"].create(
            [
                {
                    "month": enquiry.received_on.replace(day=1),
                    "company_id": enquiry.company_id.id,
                    "site_id": enquiry.site_id.id,
                    "access_route_id": enquiry.access_route_id.id,
                    "result": result,
                }
                for enquiry in self
            ]
        )

    @api.model
    def _cron_forget(self):
        """Delete enquiries whose time is over, and end offers that lapsed."""
        today = fields.Date.context_today(self)
        for [company] in self._read_group([], ["company_id"]):
            last = today - timedelta(days=company.integration_enquiry_days)
            self.search(
                [("company_id", "=", company.id), ("received_on", "<=", last)]
            )._forget("expired")
        self.env["integration.enquiry.offer"].search(
            [("valid_until", "<", today)]
        ).unlink()
