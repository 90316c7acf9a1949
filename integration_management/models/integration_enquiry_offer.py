# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from markupsafe import Markup

from odoo import api, fields, models
from odoo.fields import NO_ACCESS, Domain

from .integration_enquiry import _COORDINATOR

_ACTIVITY = "integration_management.mail_activity_type_enquiry"


class IntegrationEnquiryOffer(models.Model):
    """An enquiry offered to a manager, who sees it as long as the offer stands.

    Declined, lapsed or taken back, the row is deleted: nobody sees which it was.
    """

    _name = "integration.enquiry.offer"
    _description = "Enquiry Offered to a Manager"
    _order = "id"
    _rec_name = "enquiry_id"

    enquiry_id = fields.Many2one(
        "integration.enquiry",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    user_id = fields.Many2one(
        "res.users",
        string="Integration manager",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    valid_until = fields.Date(required=True, readonly=True)
    activity_id = fields.Many2one(
        "mail.activity",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
        groups=NO_ACCESS,
    )

    _unique_user = models.UniqueIndex(
        "(enquiry_id, user_id)", "This enquiry is already offered to this person."
    )

    @api.model
    def _access_domain(self):
        """Return the user's own offers; coordinators see those of their carriers."""
        user = self.env.user
        domain = Domain("user_id", "=", user.id)
        if user.has_group(_COORDINATOR):
            domain |= Domain("enquiry_id.company_id", "in", user._get_company_ids())
        return domain

    def unlink(self):
        """Take the reminder along, whoever it belongs to."""
        self.check_access("unlink")
        reminders = self.sudo().activity_id  # sudo: it is the manager's
        result = super().unlink()
        reminders.unlink()
        return result

    def _remind(self):
        """Put a neutral reminder on the managers' lists; nothing is mailed."""
        for offer in self:
            env = offer.with_context(lang=offer.user_id.lang).env
            link = Markup('<a href="/odoo/integration-enquiries">%s</a>')
            offer.activity_id = offer.env["mail.activity"].create(
                {
                    "activity_type_id": env.ref(_ACTIVITY).id,
                    "summary": env._("An enquiry is offered to you"),
                    "note": link % env._("Open the enquiries"),
                    "user_id": offer.user_id.id,
                    "date_deadline": offer.valid_until,
                }
            )

    @api.model
    def _get_last_day(self, company):
        """Return how long an offer made today stands."""
        days = company.integration_enquiry_offer_days
        return fields.Date.context_today(self) + timedelta(days=days)
