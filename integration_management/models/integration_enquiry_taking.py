# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from .integration_enquiry import _COORDINATOR


class IntegrationEnquiry(models.Model):
    """Coordinators offer enquiries; the first manager who accepts opens the case."""

    _inherit = "integration.enquiry"

    offered_to_ids = fields.Many2many(
        "integration.capacity",
        string="Offered to",
        compute="_compute_offered_to_ids",
        inverse="_inverse_offered_to_ids",
        compute_sudo=False,
        groups=_COORDINATOR,
        domain="[('accepts_cases', '=', True),"
        " ('user_id.company_ids', 'in', [company_id])]",
        help="The first one who accepts takes it.",
    )
    is_offered_to_me = fields.Boolean(
        compute="_compute_is_offered_to_me", compute_sudo=False
    )

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_is_offered_to_me(self):
        mine = self._get_my_offers().enquiry_id
        for enquiry in self:
            enquiry.is_offered_to_me = enquiry._origin in mine

    @api.depends("offer_ids.user_id")
    def _compute_offered_to_ids(self):
        rows = self.env["integration.capacity"].search(
            [("user_id", "in", self.offer_ids.user_id.ids)]
        )
        for enquiry in self:
            users = enquiry.offer_ids.user_id
            enquiry.offered_to_ids = rows.filtered(lambda r, u=users: r.user_id in u)

    def _inverse_offered_to_ids(self):
        for enquiry in self:
            enquiry._offer_to(enquiry.offered_to_ids)

    def _offer_to(self, rows):
        """Offer the enquiry to the managers of these rows of capacity and nobody else.

        :raise UserError: for somebody who takes no new cases, or of another carrier
        """
        self.ensure_one()
        self.check_access("write")
        rows.check_access("read")
        users = rows.user_id
        new = users - self.offer_ids.user_id
        if new - rows._get_managers(self.company_id) or any(
            row.user_id in new and not row.accepts_cases for row in rows
        ):
            raise UserError(
                self.env._(
                    "Enquiries can be offered to integration managers of the same"
                    " carrier who accept new cases."
                )
            )
        # sudo: the rights were checked above; reminders belong to their managers
        enquiry = self.sudo()  # sudo: see above
        enquiry.offer_ids.filtered(lambda offer: offer.user_id not in users).unlink()
        until = enquiry.offer_ids._get_last_day(self.company_id)
        enquiry.offer_ids.create(
            [
                {"enquiry_id": self.id, "user_id": user.id, "valid_until": until}
                for user in new
            ]
        )._remind()

    def action_offer(self):
        """Let the coordinator choose among the managers, with their free places."""
        self.ensure_one()
        self.check_access("write")
        self.env["integration.capacity"]._make_rows(self.company_id)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Offer the enquiry"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [
                (
                    self.env.ref(
                        "integration_management.integration_enquiry_view_form_offer"
                    ).id,
                    "form",
                )
            ],
            "target": "new",
        }

    def action_take(self):
        """Open a case of the current user's own from an enquiry offered to them.

        :raise UserError: when somebody else was first, or the offer has ended
        """
        enquiry = self._lock_mine()
        case = self.env["integration.case"].create(enquiry._prepare_case_vals())
        # sudo: managers delete no enquiries; this one was offered to them
        enquiry.sudo()._forget("taken")  # sudo: see above
        return {
            "type": "ir.actions.act_window",
            "res_model": case._name,
            "res_id": case.id,
            "views": [(False, "form")],
            "target": "main",
        }

    def action_decline(self):
        """End the offer to the current user; nobody is told, no reason is asked."""
        enquiry = self._lock_mine()
        enquiry._get_my_offers().unlink()
        return self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_enquiry_action"
        ) | {"target": "main"}

    def _prepare_case_vals(self):
        """Return what the new case takes over."""
        self.ensure_one()
        return {
            "company_id": self.company_id.id,
            "site_id": self.site_id.id,
            "municipality_id": self.municipality_id.id,
            "access_route_id": self.access_route_id.id,
            "language_ids": self.language_id.ids,
            self.channel_kind: self.channel,
        }

    def _get_my_offers(self):
        """Return the offers of these enquiries to the current user that stand."""
        # sudo: managers end their offers by declining only; see the domain
        offers = self.env["integration.enquiry.offer"].sudo()  # sudo: see above
        return offers.search(
            [
                ("enquiry_id", "in", self.ids),
                ("user_id", "=", self.env.uid),
                ("valid_until", ">=", fields.Date.context_today(self)),
            ]
        )

    def _lock_mine(self):
        """Return the enquiry, if it is offered to the user, locked against others.

        Who comes second waits for nothing: either the row is locked, or Odoo repeats
        the request and the offer is gone.
        """
        self.ensure_one()
        enquiry = self._get_my_offers().enquiry_id.with_env(self.env)
        try:
            enquiry.lock_for_update()
        except LockError:
            enquiry = enquiry.browse()
        if not enquiry:
            raise UserError(
                self.env._(
                    "This enquiry is no longer offered to you. Somebody else may have"
                    " taken it; you need not do anything."
                )
            )
        return enquiry
