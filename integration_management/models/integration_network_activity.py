# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ..logic import contacts, states

STATES = [
    ("planned", "Planned"),
    ("held", "Held"),
    ("cancelled", "Cancelled"),
]
_COLORS = {"planned": 4, "held": 10, "cancelled": 12}


class IntegrationNetworkActivity(models.Model):
    """Work with groups and partners: no client hangs on it, and none is named in it.

    There is no link to a case on purpose: colleagues of the carrier read it.
    """

    _name = "integration.network.activity"
    _inherit = [
        "integration.anonymity",
        "integration.stateful",
        "integration.term.mixin",
        "integration.timed",
    ]
    _description = "Network Activity"
    _order = "start desc, id desc"
    _state_table = states.NETWORK_ACTIVITY
    _anonymous_fields = ("name", "location", "note", "next_step")

    name = fields.Char(string="Title", required=True)
    kind_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'network_kind'), ('is_current', '=', True)]",
    )
    state = fields.Selection(STATES, required=True, default="planned", copy=False)
    color = fields.Integer(compute="_compute_color", aggregator=None)
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        required=True,
        index=True,
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
        ondelete="restrict",
    )
    colleague_ids = fields.Many2many(
        "res.users",
        "integration_network_activity_colleague_rel",
        string="Colleagues",
        domain="[('share', '=', False), ('id', '!=', user_id)]",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    partner_ids = fields.Many2many(
        "res.partner",
        "integration_network_activity_partner_rel",
        string="Partners",
        domain="[('is_company', '=', True)]",
        help="Organisations that took part.",
    )
    site_id = fields.Many2one(
        "integration.site",
        compute="_compute_site_id",
        precompute=True,
        store=True,
        readonly=False,
        index="btree_not_null",
    )
    municipality_id = fields.Many2one(
        "integration.term",
        compute="_compute_municipality_id",
        precompute=True,
        store=True,
        readonly=False,
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
    )
    location = fields.Char(string="Place")
    area_ids = fields.Many2many(
        "integration.area",
        "integration_network_activity_area_rel",
        string="Life areas",
    )
    topic_ids = fields.Many2many(
        "integration.term",
        "integration_network_activity_topic_rel",
        string="Topics",
        domain="[('kind', '=', 'topic'), ('is_current', '=', True)]",
    )
    language_ids = fields.Many2many(
        "integration.term",
        "integration_network_activity_language_rel",
        string="Languages",
        domain="[('kind', '=', 'language'), ('is_current', '=', True)]",
    )
    participants = fields.Integer(help="How many people took part; no names.")
    note = fields.Text(string="Minutes of the meeting", copy=False)
    next_step = fields.Char(copy=False)
    can_write = fields.Boolean(compute="_compute_can_write")

    _company_start_idx = models.Index("(company_id, start)")
    _participants_positive = models.Constraint(
        "CHECK (participants >= 0)", "The number of participants cannot be negative."
    )

    @api.model
    def _access_domain(self):
        """Return the domain of what the user may see, whatever the rules say.

        One's own, and that of the carriers one works for.
        """
        carriers = Domain("company_id", "in", self.env.user.company_ids.ids)
        return carriers | self._get_own_domain()

    @api.model
    def _get_own_domain(self):
        """Return the domain of the activities that the user takes part in."""
        mine = Domain("user_id", "=", self.env.uid)
        return mine | Domain("colleague_ids", "in", self.env.uid)

    @api.model
    def _default_minutes(self):
        return 60

    @api.depends("user_id")
    def _compute_site_id(self):
        """Start from where the responsible person works, if that is one place."""
        people = self.env["integration.site.person"].search(
            [("user_id", "in", self.user_id.ids)]
        )
        sites = people.grouped("user_id")
        for activity in self:
            site = sites.get(activity.user_id, people.browse()).site_id
            if not activity.site_id and len(site) == 1:
                activity.site_id = site

    @api.depends("site_id")
    def _compute_municipality_id(self):
        for activity in self:
            place = activity.site_id.municipality_id
            activity.municipality_id = place or activity.municipality_id

    @api.depends("state")
    def _compute_color(self):
        for activity in self:
            activity.color = _COLORS.get(activity.state, 0)

    @api.depends_context("uid")
    def _compute_can_write(self):
        """Tell the form; on the record as saved, so that it does not lock while edited.

        Without a dependency on purpose.
        """
        writable = self._origin._filtered_access("write")
        for activity in self:
            activity.can_write = activity._origin in writable

    @api.constrains("start", "minutes", "stop", "state")
    def _check_time(self):
        latest = fields.Datetime.now() + contacts.TOLERANCE
        for activity in self:
            if not 0 < activity.minutes < contacts.DAY_MINUTES:
                raise ValidationError(
                    self.env._(
                        "A network activity must end after it begins and be shorter"
                        " than 24 hours. Please enter each day on its own."
                    )
                )
            if activity.state == "held" and activity.start > latest:
                raise ValidationError(
                    self.env._(
                        "This activity lies in the future. Please enter when it took"
                        " place, or leave it planned."
                    )
                )

    @api.constrains("company_id", "user_id")
    def _check_carrier(self):
        """Let nobody fill the figures of carriers they do not work for."""
        for activity in self:
            if activity.company_id not in activity.user_id.company_ids:
                raise ValidationError(
                    self.env._(
                        "%(person)s does not work for this carrier. Please choose"
                        " another carrier or somebody else.",
                        person=activity.user_id.name,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_held(self):
        """Keep what counts in the figures.

        :raise UserError: for an activity that was held
        """
        if any(activity.state == "held" for activity in self):
            raise UserError(
                self.env._(
                    "An activity that was held stays for the figures. Please correct it"
                    " instead of deleting it."
                )
            )

    def _is_writer(self):
        """Warn those who write; readers may not mend what they find."""
        return self.env.user in self.user_id | self.colleague_ids

    def action_hold(self):
        """Document that the activities took place."""
        self.write({"state": "held"})

    def action_cancel(self):
        """Call the activities off and clear the calendar."""
        self.write({"state": "cancelled"})

    def action_replan(self):
        """Plan cancelled activities again."""
        self.write({"state": "planned"})
