# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Domain

_MANAGERS = "integration_management.group_integration_manager"
# What a new deputyship proposes.
_HOLIDAY = timedelta(days=13)
# What the owner decides; the rest follows from it.
_EDITABLE = frozenset({"deputy_id", "date_from", "date_to", "scope", "case_ids"})


class IntegrationDeputyship(models.Model):
    """A colleague stands in for a manager during holiday or illness.

    Without the reason: that is nobody's business. Which cases the deputy opens in full
    is decided by the clients, one by one; see integration_deputyship_access.py.
    """

    _name = "integration.deputyship"
    _description = "Deputyship"
    _order = "date_from desc, id desc"

    owner_id = fields.Many2one(
        "res.users",
        string="Integration manager",
        required=True,
        readonly=True,
        index=True,
        default=lambda self: self.env.user,
        ondelete="restrict",
    )
    deputy_id = fields.Many2one(
        "res.users",
        required=True,
        index=True,
        ondelete="restrict",
        domain=lambda self: [
            ("all_group_ids", "in", self.env.ref(_MANAGERS).ids),
            ("id", "!=", self.env.uid),
        ],
    )
    date_from = fields.Date(
        string="From", required=True, default=fields.Date.context_today
    )
    date_to = fields.Date(
        string="Until",
        required=True,
        default=lambda self: fields.Date.context_today(self) + _HOLIDAY,
        help="Last day.",
    )
    scope = fields.Selection(
        [("all", "All my open cases"), ("chosen", "These cases only")],
        string="Cases",
        required=True,
        default="all",
    )
    case_ids = fields.Many2many(
        "integration.case",
        string="Chosen cases",
        compute="_compute_case_ids",
        inverse="_inverse_case_ids",
        compute_sudo=False,
        exportable=False,
    )
    revoked_on = fields.Date(readonly=True, copy=False)
    state = fields.Selection(
        [("planned", "Planned"), ("running", "Running"), ("over", "Over")],
        compute="_compute_state",
    )
    is_mine = fields.Boolean(compute="_compute_is_mine")

    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A deputyship must not end before it begins."
    )

    @api.depends("owner_id", "deputy_id", "date_from", "date_to")
    def _compute_display_name(self):
        for deputyship in self:
            deputyship.display_name = self.env._(
                "%(deputy)s for %(owner)s",
                deputy=deputyship.deputy_id.name or "",
                owner=deputyship.owner_id.name or "",
            )

    @api.depends("date_from", "date_to", "revoked_on")
    def _compute_state(self):
        today = fields.Date.context_today(self)
        for deputyship in self:
            if deputyship._is_over():
                deputyship.state = "over"
            else:
                begun = deputyship.date_from and deputyship.date_from <= today
                deputyship.state = "running" if begun else "planned"

    @api.depends("owner_id")
    @api.depends_context("uid")
    def _compute_is_mine(self):
        for deputyship in self:
            deputyship.is_mine = deputyship.owner_id == self.env.user

    @api.model
    def _access_domain(self):
        """Return the deputyships that the user may see: given by or to them."""
        user = self.env.uid
        return Domain("owner_id", "=", user) | Domain("deputy_id", "=", user)

    @api.constrains("owner_id", "deputy_id")
    def _check_deputy(self):
        for deputyship in self:
            owner, deputy = deputyship.owner_id, deputyship.deputy_id
            if deputy == owner:
                raise ValidationError(
                    self.env._("Please choose a colleague, not yourself.")
                )
            is_colleague = owner.company_ids & deputy.company_ids
            if not (deputy.active and deputy.has_group(_MANAGERS) and is_colleague):
                raise ValidationError(
                    self.env._(
                        "A deputy is an integration manager of the same carrier;"
                        " “%(name)s” is not.",
                        name=deputy.name,
                    )
                )

    @api.constrains("date_to")
    def _check_not_over(self):
        today = fields.Date.context_today(self)
        if any(d.date_to < today for d in self):
            raise ValidationError(
                self.env._("The last day of a deputyship is today or later.")
            )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_editable(vals, _EDITABLE | {"owner_id"})
            if vals.setdefault("owner_id", self.env.uid) != self.env.uid:
                self._refuse()
        deputyships = super().create(vals_list)
        deputyships._update_access()
        deputyships._tell_deputies()
        return deputyships

    def write(self, vals):
        if not self.env.su:
            self._check_editable(vals, _EDITABLE - {"deputy_id"})
            if any(d.owner_id != self.env.user for d in self):
                self._refuse()
            if any(d._is_over() for d in self):
                raise UserError(
                    self.env._("This deputyship is over. Please make a new one.")
                )
        result = super().write(vals)
        self._update_access()
        return result

    def action_revoke(self):
        """End deputyships now. Both may do that: who gave it and who has it."""
        self.check_access("read")
        for deputyship in self.filtered(lambda d: not d._is_over()):
            today = fields.Date.context_today(deputyship)
            # sudo: the deputy may give it back, and nothing else
            deputyship.sudo().revoked_on = today  # sudo: see above
            deputyship._tell_revoked()
        return True

    def _is_over(self):
        self.ensure_one()
        today = fields.Date.context_today(self)
        return bool(self.revoked_on or (self.date_to and self.date_to < today))

    @api.model
    def _check_editable(self, vals, allowed):
        if not self.env.su and vals.keys() - allowed:
            raise UserError(
                self.env._(
                    "Of a deputyship, only days and cases can be changed. For another"
                    " deputy, please make a new one."
                )
            )

    @api.model
    def _refuse(self):
        raise AccessError(
            self.env._("Everybody appoints deputies for themselves only.")
        )

    def _tell_deputies(self):
        for deputyship in self:
            deputyship._tell(
                deputyship.deputy_id,
                lambda env, names: env._(
                    "%(owner)s asks you to stand in from %(from)s to %(to)s.", **names
                ),
            )

    def _tell_revoked(self):
        self.ensure_one()
        self._tell(
            self.owner_id | self.deputy_id,
            lambda env, names: env._(
                "%(deputy)s no longer stands in for %(owner)s.", **names
            ),
        )

    def _tell(self, users, text):
        """Send `users` a text about this deputyship, each in their language."""
        for user in users - self.env.user:
            env = self.with_context(lang=user.lang).env
            names = {
                "owner": self.owner_id.name,
                "deputy": self.deputy_id.name,
                "from": fields.Date.to_string(self.date_from),
                "to": fields.Date.to_string(self.date_to),
            }
            self.env["integration.notice"]._send(user, text(env, names))
