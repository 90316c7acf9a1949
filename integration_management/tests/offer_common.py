# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.fields import Command

from .common import IntegrationCommon


class OfferCommon(IntegrationCommon):
    """A small directory: two towns, a site in one of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        terms = cls.env["integration.term"].create(
            [
                {"kind": "municipality", "code": code, "name": name}
                for code, name in (("t1", "Canary Town"), ("t2", "Other Town"))
            ]
        )
        cls.town, cls.other_town = terms
        cls.site = cls.env["integration.site"].create(
            {"name": "Canary Site", "municipality_id": cls.town.id}
        )
        cls.provider = cls.env["res.partner"].create(
            {
                "name": "Canary Association",
                "is_company": True,
                "street": "Canary Street 1",
                "city": "Elsewhere",
                "phone": "0711 1",
            }
        )
        cls.offers = cls.env["integration.offer"]

    @classmethod
    def _area(cls, code):
        return cls.env.ref(f"integration_management.area_{code}")

    @classmethod
    def _create_offer(cls, user=None, **vals):
        offers = cls.offers.with_user(user or cls.coordinator)
        return offers.create({"name": "Canary Café", **vals})

    @staticmethod
    def _set(records):
        return [Command.set(records.ids)]

    def _find(self, domain, user=None):
        """Return what the user finds of the offers that the test made."""
        domain = [*domain, ("id", "in", self.made.ids)]
        return self.offers.with_user(user or self.manager_a).search(domain)
