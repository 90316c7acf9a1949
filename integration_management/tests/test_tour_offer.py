# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields
from odoo.tests import tagged

from .offer_common import OfferCommon
from .tour_common import TourCommon


@tagged("tours")
class TestTourOffer(TourCommon, OfferCommon):
    def test_find_offers_for_a_client(self):
        """From the case to a leaflet: three clicks, nothing stored about the client."""
        tigrinya = self._term("language", "ti")
        self.case.write({"site_id": self.site.id, "language_ids": tigrinya.ids})
        near = {
            "language_ids": self._set(tigrinya),
            "municipality_ids": self._set(self.town),
        }
        areas = {"Canary Near": "housing", "Canary Near School": "school"}
        for name, area in areas.items():
            self._create_offer(
                name=name,
                area_ids=self._set(self._area(area)),
                provider_id=self.provider.id,
                **near,
            )
        far = {**near, "municipality_ids": self._set(self.other_town)}
        self._create_offer(name="Canary Far", **far)
        self._tour("offer_find", f"/odoo/integration-cases/{self.case.id}")

    def test_check_an_offer(self):
        self.coordinator.notification_type = "inbox"
        old = self._create_offer(
            name="Canary Old", provider_id=self.provider.id, last_checked_on=False
        )
        self._create_offer(name="Canary old!", provider_id=self.provider.id)
        self.start_tour(
            "/odoo/integration-offers-to-check",
            "integration_offer_check",
            login=self.coordinator.login,
        )
        self.env.invalidate_all()
        self.assertEqual(old.phone, "0711 3")
        self.assertEqual(old.last_checked_by_id, self.coordinator)
        # The browser's day and Berlin's may differ.
        self.assertLess((fields.Date.today() - old.last_checked_on).days, 2)
