# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What tests about deputies share."""

from datetime import timedelta

from odoo import fields

from .common import MANAGER, IntegrationCommon


class DeputyCommon(IntegrationCommon):
    """Manager A, whose case is full, and a deputy of the same carrier."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls._new_user("deputy", MANAGER)
        cls.today = fields.Date.context_today(cls.case)

    def setUp(self):
        super().setUp()
        self.env.cr.flush()  # what setUpClass did is written to the access log

    @classmethod
    def _appoint(cls, first=0, last=14, **vals):
        """Return a deputyship of manager A; `first` and `last` count from today."""
        model = cls.env["integration.deputyship"].with_user(cls.manager_a)
        return model.create(
            {
                "deputy_id": cls.deputy.id,
                "date_from": cls.today + timedelta(days=first),
                "date_to": cls.today + timedelta(days=last),
                **vals,
            }
        )

    @classmethod
    def _agree(cls, case=None, **vals):
        """Return the client's consent to a deputy, given today."""
        consents = cls.env["integration.consent"].with_user(cls.manager_a)
        case = case or cls.case
        consent = consents.create({"case_id": case.id, "purpose": "deputy", **vals})
        consent.action_give()
        return consent

    def _as_deputy(self, record=None):
        self.env.invalidate_all()
        return (record or self.case).with_user(self.deputy)

    def _can_open(self, record=None):
        return self._as_deputy(record).has_access("read")
