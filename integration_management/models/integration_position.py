# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..logic import positions
from ..logic.periods import access_day
from .integration_figures import REPORTING

_MANAGER = "integration_management.group_integration_manager"
OCCUPANCIES = [
    ("planned", "Planned"),
    ("filled", "Filled"),
    ("interrupted", "Interrupted"),
    ("vacant", "Vacant"),
    ("ended", "Ended"),
]


class IntegrationPosition(models.Model):
    """A position as one person holds it, or as it stands vacant.

    Personnel data: for the carrier's grant officers, and for the person concerned.
    """

    _name = "integration.position"
    _inherit = ["integration.term.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "Position"
    _order = "name, date_from desc, id desc"

    name = fields.Char(
        string="Number", required=True, help="Of the position; it names no person."
    )
    # Not tracked: Odoo would make the person a follower and tell them by mail.
    user_id = fields.Many2one(
        "res.users",
        string="Person",
        index=True,
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
        ondelete="restrict",
        help="Empty: the position is vacant.",
    )
    company_id = fields.Many2one(
        "res.company",
        string="Employing carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
        help="Carrier that employs the person.",
    )
    grant_id = fields.Many2one(
        "integration.funding.grant",
        index=True,
        domain="[('company_ids', 'in', company_id)]",
        ondelete="restrict",
    )
    applicant_id = fields.Many2one(related="grant_id.applicant_id", store=True)
    share = fields.Float(
        string="Share (FTE)",
        digits=(3, 2),
        default=1.0,
        required=True,
        tracking=True,
        help="Part of a full-time position: 0.75 is three quarters.",
    )
    qualification_class_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'position_class'), ('is_current', '=', True)]",
        tracking=True,
        help="Decides the sum that is due.",
    )
    is_recognised = fields.Boolean(
        string="Recognised social worker",
        help="Recognised by the state: bound to secrecy by § 203 (1) no. 6 StGB.",
    )
    date_from = fields.Date(string="From", required=True, tracking=True)
    date_to = fields.Date(
        string="To", tracking=True, help="Empty: until further notice."
    )
    place_ids = fields.One2many(
        "integration.position.place", "position_id", string="Places of work", copy=True
    )
    interruption_ids = fields.One2many(
        "integration.position.interruption", "position_id", string="Interruptions"
    )
    occupancy = fields.Selection(OCCUPANCIES, compute="_compute_occupancy")
    warning = fields.Text(compute="_compute_warning", compute_sudo=False)

    _share_range = models.Constraint(
        "CHECK (share > 0 AND share <= 1)",
        "The share of a position lies above 0 and is at most 1.",
    )
    _period_order = models.Constraint(
        "CHECK (date_from <= date_to)", "A position must not end before it begins."
    )

    @api.model
    def _access_domain(self):
        """Return the positions of one's carriers, or one's own; see `ir.rule`."""
        user = self.env.user
        if user.has_group(REPORTING):
            return Domain("company_id", "in", user.company_ids.ids)
        if user.has_group(_MANAGER):
            return Domain("user_id", "=", user.id)
        return Domain.FALSE

    @api.depends("user_id", "date_from", "date_to", "interruption_ids.date_from")
    @api.depends("interruption_ids.date_to")
    def _compute_occupancy(self):
        today = access_day()
        for position in self:
            period = position._get_period()
            gaps = position._get_interruptions()
            if period.last < today:
                position.occupancy = "ended"
            elif not position.user_id:
                position.occupancy = "vacant"
            elif period.first > today:
                position.occupancy = "planned"
            elif any(today in gap for gap in gaps):
                position.occupancy = "interrupted"
            else:
                position.occupancy = "filled"

    @api.depends("user_id", "share", "date_from", "date_to")
    @api.depends_context("uid", "lang")
    def _compute_warning(self):
        """Warn of more than one full-time position, as far as the user may know."""
        held = self.search([("user_id", "in", self.user_id.ids)]).grouped("user_id")
        for position in self:
            own = position._get_period()
            others = held.get(position.user_id, self.browse()) - position._origin
            parts = [
                (positions.overlap(own, other._get_period()), other.share)
                for other in others
            ]
            total = positions.highest_share([*parts, (own, position.share)])
            position.warning = total > 1 and self.env._(
                "Together with other positions, this person works %(total)s FTE at"
                " times.",
                total=self._format_share(float(total)),
            )

    @api.constrains("company_id", "grant_id")
    def _check_grant(self):
        for position in self.filtered("grant_id"):
            if position.company_id not in position.grant_id.company_ids:
                raise ValidationError(
                    self.env._(
                        "This grant does not pay positions of %(carrier)s. Please"
                        " choose another one, or add the carrier to the grant.",
                        carrier=position.company_id.name,
                    )
                )

    @api.constrains("company_id", "user_id")
    def _check_person(self):
        for position in self.filtered("user_id"):
            if position.company_id not in position.user_id.company_ids:
                raise ValidationError(
                    self.env._(
                        "%(person)s does not work for %(carrier)s. Please choose"
                        " another employer or somebody else.",
                        person=position.user_id.name,
                        carrier=position.company_id.name,
                    )
                )

    @api.constrains("grant_id", "place_ids", "share")
    def _check_places(self):
        """Keep parts within the whole, and above what the programme funds at least."""
        for position in self:
            parts = position.place_ids.mapped("share")
            if sum(map(positions.as_fraction, parts)) > positions.as_fraction(
                position.share
            ):
                raise ValidationError(
                    self.env._(
                        "The places of work of %(number)s have more than its share."
                        " Please lower them, or raise the share of the position.",
                        number=position.name,
                    )
                )
            minimum = position.grant_id.program_id.min_share
            if min([position.share, *parts]) < minimum:
                raise ValidationError(
                    self.env._(
                        "The programme funds no part below %(minimum)s FTE. Please"
                        " raise the parts of %(number)s, or join them.",
                        minimum=self._format_share(minimum),
                        number=position.name,
                    )
                )

    @api.model
    def _format_share(self, share):
        """Return a share as the user writes it."""
        return self.env["ir.qweb.field.float"].value_to_html(share, {"precision": 2})

    def write(self, vals):
        """Give nothing to carriers that the user does not work for."""
        result = super().write(vals)
        if "company_id" in vals:
            self.check_access("write")
        return result

    def _get_period(self):
        """Return when the person holds the position, or when it is vacant."""
        self.ensure_one()
        return positions.span(self.date_from, self.date_to)

    def _get_interruptions(self):
        """Return the periods without work."""
        return [
            positions.span(gap.date_from, gap.date_to) for gap in self.interruption_ids
        ]

    def _get_fte_months(self, date_from, date_to):
        """Return {id: full-time months} of the positions between two days.

        Vacant and interrupted time counts nothing.
        """
        asked = positions.span(date_from, date_to)
        return {
            position.id: float(
                positions.fte_months(
                    position.share if position.user_id else 0,
                    positions.overlap(asked, position._get_period()),
                    position._get_interruptions(),
                )
            )
            for position in self
        }
