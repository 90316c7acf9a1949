# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class IntegrationEnquiryCount(models.Model):
    """One enquiry that is no more: when, where, through whom, what became of it.

    Without the columns of Odoo that tell who wrote it and when to the second: they
    would lead from the enquiry to the case that was opened at that moment.
    """

    _name = "integration.enquiry.count"
    _description = "Enquiries in Figures"
    _order = "month desc, id desc"
    _rec_name = "month"
    _log_access = False

    month = fields.Date(readonly=True, help="The first day of the month.")
    company_id = fields.Many2one(
        "res.company", string="Carrier", readonly=True, index=True, ondelete="cascade"
    )
    site_id = fields.Many2one("integration.site", readonly=True)
    access_route_id = fields.Many2one(
        "integration.term", string="Who asked", readonly=True
    )
    result = fields.Selection(
        [
            ("taken", "Taken"),
            ("settled", "Settled otherwise"),
            ("expired", "Time is over"),
        ],
        readonly=True,
    )
