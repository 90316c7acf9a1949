# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .common import MANAGER, IntegrationCommon


class HandoverCommon(IntegrationCommon):
    """Manager A hands the case over to manager B; C is neither."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager_c = cls._new_user("manager_c", MANAGER)

    def _prepare(self, case=None, to=None, **vals):
        """Return a new hand-over as its owner sees it."""
        case = case or self.case
        vals = {"case_id": case.id, "to_user_id": (to or self.manager_b).id, **vals}
        return case.env["integration.handover"].create(vals)

    def _agree(self, handover, **vals):
        """Ask the client, who says yes."""
        handover.action_ask_consent()
        handover.consent_id.write(vals)
        handover.consent_id.action_give()
        return handover

    def _offer(self, case=None, to=None, **vals):
        """Return (hand-over of the owner, offer as the successor sees it)."""
        handover = self._agree(self._prepare(case, to, **vals))
        handover.action_offer()
        offer = handover.offer_id.with_user(handover.to_user_id)
        return handover, offer

    def _hand_over(self, case=None, to=None, **vals):
        """Hand a case over; return the case as the successor sees it."""
        handover, offer = self._offer(case, to, **vals)
        case = handover.case_id.with_user(handover.to_user_id)
        offer.action_accept()
        self.env.flush_all()
        self.env.invalidate_all()
        return case
