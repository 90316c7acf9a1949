# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import HttpCase, tagged

from .common import IntegrationCommon


@tagged("tours")
class TourCommon(HttpCase, IntegrationCommon):
    """Walks through the addon as a manager would, in a real browser."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager_a.notification_type = "inbox"

    def _tour(self, name, url="/odoo/integration-cases"):
        """Run a tour as manager A; any error on the browser's console fails it."""
        self.start_tour(url, f"integration_{name}", login=self.manager_a.login)
        self.env.invalidate_all()
