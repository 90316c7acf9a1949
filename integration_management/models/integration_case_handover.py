# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..logic import states


class IntegrationCase(models.Model):
    """A case and its hand-overs: the running one, and where it came from."""

    _inherit = "integration.case"

    handover_ids = fields.One2many("integration.handover", "case_id")
    handover_note = fields.Char(compute="_compute_handover_note", compute_sudo=False)
    origin_note = fields.Char(compute="_compute_handover_note", compute_sudo=False)

    @api.depends("handover_ids.state", "handover_ids.to_user_id")
    @api.depends_context("lang")
    def _compute_handover_note(self):
        for case in self:
            latest = case.handover_ids.sorted("id", reverse=True)
            running = latest.filtered(lambda h: h.state in states.HANDOVER_RUNNING)
            accepted = latest.filtered(lambda h: h.state == "accepted")
            case.handover_note = running[:1]._get_running_note()
            case.origin_note = accepted[:1]._get_origin_note()

    @api.model
    def _get_consent_row(self, consent):
        """Say of consents to the former manager that they do not hold any more."""
        row = super()._get_consent_row(consent)
        if consent.ask_again_since and consent.state == "given":
            row["state_label"] = self.env._(
                "%(state)s, to be asked again", state=row["state_label"]
            )
        return row

    def _can_ask(self, purpose):
        """Let what was given to the former manager be asked again."""
        given = self.consent_ids.filtered(
            lambda c: c.purpose == purpose and c.state in ("asked", "given")
        )
        if given and all(c.ask_again_since for c in given):
            return True
        return super()._can_ask(purpose)

    def action_hand_over(self):
        """Open the running hand-over, or a new one."""
        self.ensure_one()
        self._check_owner()
        running = self.handover_ids.filtered(
            lambda h: h.state in states.HANDOVER_RUNNING
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hand over"),
            "res_model": "integration.handover",
            "res_id": running[:1].id,
            "views": [(False, "form")],
            "context": {"default_case_id": self.id},
        }

    def action_view_handover(self):
        """Open what is said about the hand-over of the case."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hand-over"),
            "res_model": "integration.handover",
            "res_id": self.handover_ids.sorted("id")[-1:].id,
            "views": [(False, "form")],
        }

    def unlink(self):
        """Take back what is offered, and delete what was kept back at hand-overs."""
        self.check_access("unlink")
        cases = self.sudo()  # sudo: offers and withheld notes are others'
        numbers = cases.mapped("number")
        handovers = cases.handover_ids
        offers = handovers.offer_id
        handovers._lapse()
        result = super().unlink()
        offers.unlink()
        self.env["integration.withheld.note"]._forget(numbers)
        return result
