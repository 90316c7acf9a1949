# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Command, Domain


class IntegrationSite(models.Model):
    """A place of work. Employer, place and the client's municipality may differ.

    Its page says who counsels on what here, and what nobody does yet.
    """

    _name = "integration.site"
    _inherit = "integration.term.mixin"
    _description = "Site"
    _order = "name, id"

    name = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company",
        string="Carrier",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    municipality_id = fields.Many2one(
        "integration.term",
        domain="[('kind', '=', 'municipality'), ('is_current', '=', True)]",
    )
    organisational_form = fields.Selection(
        [
            ("own_staff", "Own staff of the municipality"),
            ("free_carrier", "Free carrier"),
            ("district", "District office on behalf of the municipality"),
        ],
        default="own_staff",
    )
    profile = fields.Selection(
        [
            ("counselling", "Counselling"),
            ("coordination", "Coordination"),
            ("both", "Counselling and coordination"),
        ],
        default="counselling",
    )
    is_counselling = fields.Boolean(
        string="Counsels",
        compute="_compute_is_counselling",
        search="_search_is_counselling",
        help="A site that only coordinates has no cases.",
    )
    street = fields.Char()
    zip = fields.Char(string="ZIP")
    city = fields.Char()
    phone = fields.Char()
    opening_hours = fields.Text(help="Opening hours and open door, as published.")
    responsibility = fields.Char(
        string="Responsible for", help="As published, e.g. municipalities or quarters."
    )
    topic_line_ids = fields.One2many(
        "integration.site.topic", "site_id", string="Who does what here", copy=True
    )
    person_ids = fields.One2many(
        "integration.site.person", "site_id", string="People", copy=True
    )
    hotline_ids = fields.One2many(
        "integration.site.hotline", "site_id", string="Hotlines", copy=True
    )
    topic_count = fields.Integer(compute="_compute_topic_counts", string="Topics")
    gap_count = fields.Integer(compute="_compute_topic_counts", string="Gaps")
    network_activity_count = fields.Integer(
        string="Network activities", compute="_compute_network_activity_count"
    )
    active = fields.Boolean(default=True)

    @api.depends("profile")
    def _compute_is_counselling(self):
        for site in self:
            site.is_counselling = site.profile != "coordination"

    @api.model
    def _search_is_counselling(self, operator, value):
        if operator != "in":
            return NotImplemented
        coordinates = Domain("profile", "=", "coordination")
        return ~coordinates if True in value else coordinates

    @api.depends("topic_line_ids.is_gap")
    def _compute_topic_counts(self):
        groups = self.env["integration.site.topic"]._read_group(
            [("site_id", "in", self.ids)], ["site_id", "is_gap"], ["__count"]
        )
        counts = {(site.id, is_gap): count for site, is_gap, count in groups}
        for site in self:
            site.gap_count = counts.get((site.id, True), 0)
            site.topic_count = site.gap_count + counts.get((site.id, False), 0)

    @api.depends_context("uid")
    def _compute_network_activity_count(self):
        activities = self.env["integration.network.activity"]
        groups = (
            activities._read_group(
                [("site_id", "in", self.ids)], ["site_id"], ["__count"]
            )
            if activities.has_access("read")
            else []
        )
        counts = {site.id: count for site, count in groups}
        for site in self:
            site.network_activity_count = counts.get(site.id, 0)

    def action_add_topics(self):
        """List all topics that are not on the page yet, for somebody to answer."""
        topics = self.env["integration.term"].search(
            [("kind", "=", "topic"), ("is_current", "=", True), ("code", "!=", "other")]
        )
        for site in self:
            missing = topics - site.topic_line_ids.topic_id
            site.topic_line_ids = [
                Command.create({"topic_id": topic.id, "sequence": topic.sequence})
                for topic in missing
            ]

    def action_view_network_activities(self):
        """Open the network work of the site."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "integration_management.integration_network_activity_action"
        )
        return {
            **action,
            "domain": [("site_id", "=", self.id)],
            "context": {"default_site_id": self.id},
        }
