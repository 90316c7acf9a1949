# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What tests about referrals and releases share."""

from freezegun import freeze_time

from odoo.fields import Command

from .common import IntegrationCommon


@freeze_time("2026-05-04 10:00:00")
class ReferralCommon(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school = cls._partner("Language school")
        cls.office = cls._partner("Job centre")
        cls.name_kind = cls._term("data_kind", "name")
        cls.phone_kind = cls._term("data_kind", "phone")
        cls.health_kind = cls._term("data_kind", "health")
        cls.contact = cls.name_kind | cls.phone_kind
        cls.env.flush_all()
        cls.env.cr.flush()

    @classmethod
    def _partner(cls, name, **vals):
        mail = f"{name.split()[0].lower()}@example.com"
        vals = {"name": name, "is_company": True, "email": mail, **vals}
        return cls.env["res.partner"].create(vals)

    def _model(self, name, user=None):
        return self.env[name].with_user(user or self.manager_a)

    def _release(self, kinds=None, give=True, **vals):
        """Return a release for the school, given today unless told."""
        if not vals.get("recipient_name"):
            vals.setdefault("recipient_id", self.school.id)
        kinds = self.contact if kinds is None else kinds
        release = self._model("integration.consent").create(
            {
                "case_id": self.case.id,
                "purpose": "recipient",
                "data_kind_ids": [Command.set(kinds.ids)],
                **vals,
            }
        )
        if give:
            release.action_give()
        return release

    def _refer(self, **vals):
        return self._model("integration.referral").create(
            {"case_id": self.case.id, "provider_id": self.school.id, **vals}
        )

    def _refer_with_data(self, kinds=None, **vals):
        kinds = kinds or self.contact
        kinds = [Command.set(kinds.ids)]
        return self._refer(way="data", data_kind_ids=kinds, **vals)

    def _disclose(self, kinds=None, **vals):
        if not vals.get("recipient_name"):
            vals.setdefault("recipient_id", self.school.id)
        kinds = self.contact if kinds is None else kinds
        return self._model("integration.disclosure").create(
            {
                "case_id": self.case.id,
                "kind_ids": [Command.set(kinds.ids)],
                **vals,
            }
        )
