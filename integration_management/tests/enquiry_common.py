# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields

from .common import IntegrationCommon

CANARY = "0711 7357731"


class EnquiryCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.site = cls.env["integration.site"].create({"name": "Town hall"})
        cls.language = cls._term("language", "ti")
        cls.enquiries = cls.env["integration.enquiry"].with_user(cls.coordinator)
        cls.capacities = cls.env["integration.capacity"]
        cls.capacities._make_rows(cls.env.company)
        cls.enquiry = cls._create_enquiry()

    @classmethod
    def _create_enquiry(cls, **vals):
        return cls.enquiries.create(
            {
                "channel": CANARY,
                "language_id": cls.language.id,
                "site_id": cls.site.id,
                "access_route_id": cls._term("access_route", "volunteer").id,
                **vals,
            }
        )

    @classmethod
    def _capacity(cls, user):
        return cls.capacities.search([("user_id", "=", user.id)])

    def _offer(self, *users, enquiry=None):
        enquiry = enquiry or self.enquiry
        rows = self.capacities.union(*(self._capacity(user) for user in users))
        enquiry.write({"offered_to_ids": [fields.Command.set(rows.ids)]})
        self.env.flush_all()

    def _as(self, user, enquiry=None):
        enquiry = (enquiry or self.enquiry).with_user(user)
        enquiry.invalidate_recordset()
        return enquiry

    def _counts(self):
        return self.env["integration.enquiry.count"].search([]).mapped("result")
