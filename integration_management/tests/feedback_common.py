# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common import IntegrationCommon

OMBUDS = "integration_management.group_integration_ombuds"


class FeedbackCommon(IntegrationCommon):
    """A complaint office of two, and a page for people to write to it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["integration.feedback"].search([]).unlink()
        cls.env["integration.feedback.page"].search([]).unlink()
        cls.company = cls.env.company
        cls.ombuds.name = "Olga Jäger"
        cls.colleague = cls._new_user("colleague", OMBUDS)
        cls.colleague.name = "Wanda Ruf"
        cls.page = cls.env["integration.feedback.page"].create({"phone": "0711 1"})
        cls.feedback = cls._receive()

    @classmethod
    def _receive(cls, files=(), **values):
        """Store what somebody wrote and return it; its code is in `cls.code`."""
        values = {"text": "Nobody calls back.", "language": "ti", **values}
        model = cls.env["integration.feedback"]
        cls.code = model._receive(cls.page, values, list(files))
        return model._find(cls.code)

    def _as_ombuds(self, record=None, user=None):
        record = self.feedback if record is None else record
        return record.with_user(user or self.ombuds)
