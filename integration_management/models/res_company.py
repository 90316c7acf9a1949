# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    integration_review_months = fields.Integer(
        string="Review interval (months)",
        default=6,
        help="Proposed time until an agreed plan is reviewed.",
    )
    integration_contact_days = fields.Integer(
        string="Contact interval (days)",
        default=90,
        help="A case without contact for longer turns red.",
    )
    integration_permit_days = fields.Integer(
        string="Notice before a document expires (days)",
        default=90,
        help="Residence permits and other papers remind this long before they expire.",
    )
    integration_limit_days = fields.Integer(
        string="Notice before the counselling limit (days)", default=180
    )
    integration_warning_days = fields.Integer(
        string="Traffic light: yellow (days)",
        default=14,
        help="A case turns yellow this long before its next deadline.",
    )
    integration_feedback_days = fields.Integer(
        string="Feedback on referrals (days)",
        default=30,
        help="“My day” shows referrals without feedback for so long.",
    )
    integration_use_azr = fields.Boolean(
        string="Record AZR numbers",
        help="Use by others than authorities is restricted (§ 10 AZRG).",
    )
    integration_enquiry_days = fields.Integer(
        string="Keep enquiries (days)",
        default=30,
        help="An enquiry that nobody has taken is deleted after this time; 30 at most.",
    )
    integration_enquiry_offer_days = fields.Integer(
        string="Offers of enquiries stand (days)",
        default=5,
        help="After this time, an enquiry is no longer offered to a manager.",
    )

    _integration_enquiry_days_range = models.Constraint(
        "CHECK (integration_enquiry_days BETWEEN 1 AND 30)",
        "Enquiries are kept for 1 to 30 days.",
    )
    _integration_enquiry_offer_days_range = models.Constraint(
        "CHECK (integration_enquiry_offer_days BETWEEN 0 AND 30)",
        "Offers of enquiries stand for 0 to 30 days.",
    )
