# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import io

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tools import mute_logger
from odoo.tools.pdf import PdfFileReader

from . import cost
from .test_network_activity import NetworkCommon

REPORT = "integration_management.integration_site_action_report"


@freeze_time("2026-05-04 10:00:00")
class TestSite(NetworkCommon):
    """Who does what here, kept by coordinators, for everybody to see."""

    def setUp(self):
        super().setUp()
        self.own = self.site.with_user(self.coordinator)

    def _line(self, topic="housing", **vals):
        lines = self.env["integration.site.topic"].with_user(self.coordinator)
        topic = self._term("topic", topic)
        return lines.create({"site_id": self.site.id, "topic_id": topic.id, **vals})

    def test_all_topics_in_one_click(self):
        line = self._line(is_counselled_here=True)
        self.own.action_add_topics()
        count = len(self.own.topic_line_ids)
        self.assertGreater(count, 10)
        self.assertEqual(self.own.gap_count, count - 1)
        self.assertTrue(line.is_counselled_here)
        self.own.action_add_topics()
        self.assertEqual(len(self.own.topic_line_ids), count)

    def test_a_gap_is_what_nobody_counsels_on(self):
        line = self._line()
        self.assertTrue(line.is_gap)
        for vals in (
            {"is_counselled_here": True},
            {"kind_ids": [Command.set(self._term("partner_kind", "mbe").ids)]},
            {"partner_ids": [Command.set(self.partner.ids)]},
        ):
            with self.subTest(fields=list(vals)):
                line.write(vals)
                self.assertFalse(line.is_gap)
                line.write(
                    {
                        "is_counselled_here": False,
                        "kind_ids": [Command.clear()],
                        "partner_ids": [Command.clear()],
                    }
                )
                self.assertTrue(line.is_gap)
        self.assertIn(
            self.site,
            self.env["integration.site"].search([("topic_line_ids.is_gap", "=", True)]),
        )

    def test_where_nobody_counsels_the_managers_here_close_no_gap(self):
        line = self._line(is_counselled_here=True)
        self.own.profile = "coordination"
        self.assertTrue(line.is_gap)
        self.own.profile = "both"
        self.assertFalse(line.is_gap)

    def test_no_cases_where_nobody_counsels(self):
        self.case.site_id = self.site
        self.site.profile = "coordination"
        self.case.write({"phone": "0171 3920012"})
        self.case._check_access("read")
        self.assertEqual(self.case.site_id, self.site)
        for attack in (
            lambda: self._create_case(site_id=self.site.id),
            lambda: self._create_case().write({"site_id": self.site.id}),
        ):
            with self.assertRefused(ValidationError, "Please choose another site"):
                attack()
        picker = self.env["integration.site"].with_user(self.manager_a)
        for counsels in (True, False):
            found = picker.search([("is_counselling", "=", counsels)])
            self.assertEqual(self.site in found, not counsels)

    def test_everybody_reads_and_coordinators_of_the_carrier_write(self):
        self._line()
        self.own.write(
            {
                "person_ids": [Command.create({"user_id": self.manager_a.id})],
                "hotline_ids": [Command.create({"name": "Women", "phone": "116 016"})],
            }
        )
        parts = ("topic_line_ids", "person_ids", "hotline_ids")
        for name in parts:
            for user in (self.employee, self.manager_a, self.supervisor):
                line = self.site.with_user(user)[name]
                self.assertTrue(line.has_access("read"))
                self.assertFalse(line.has_access("write"))
        other = self._new_user(
            "coordinator_b", "integration_management.group_integration_coordinator"
        )
        other.write(
            {
                "company_ids": [Command.set(self.other_company.ids)],
                "company_id": self.other_company.id,
            }
        )
        foreign = self.site.with_user(other)
        with self.assertRaises(AccessError):
            foreign.phone = "1"
        for name in parts:
            for access in ("write", "unlink"):
                self.assertFalse(foreign[name].has_access(access))
        with self.assertRaises(AccessError):
            foreign[parts[0]].create(
                {
                    "site_id": self.site.id,
                    "topic_id": self._term("topic", "school").id,
                }
            )

    def test_each_topic_once(self):
        self._line()
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self._line()

    def test_the_page_for_the_wall(self):
        self.own.action_add_topics()
        self.own.topic_line_ids[0].write(
            {
                "kind_ids": [Command.set(self._term("partner_kind", "mbe").ids)],
                "partner_ids": [Command.set(self.partner.ids)],
                "phone": "07199 1",
                "note": "Fridays",
            }
        )
        self.own.write(
            {
                "opening_hours": "Mondays\nTuesdays",
                "person_ids": [
                    Command.create(
                        {
                            "user_id": user.id,
                            "phone": "07199 2",
                            "language_ids": [self._term("language", "ar").id],
                        }
                    )
                    for user in (self.manager_a, self.manager_b)
                ],
                "hotline_ids": [
                    Command.create({"name": f"Hotline {number}", "phone": "116 016"})
                    for number in range(5)
                ],
            }
        )
        reports = self.env["ir.actions.report"].with_user(self.employee)
        reports = reports.with_context(force_report_rendering=True)
        with self.allow_pdf_render():
            content, _kind = reports._render_qweb_pdf(REPORT, self.site.ids)
        pages = PdfFileReader(io.BytesIO(content)).pages
        self.assertEqual(len(pages), 1)
        text = " ".join(pages[0].extract_text().split())
        for part in (
            "Test site",
            "Mondays Tuesdays",
            "Test Association",
            "Fridays",
            self.manager_a.name,
            "Nobody counsels on this here yet",
            "Hotline 4",
            "116 016",
        ):
            self.assertIn(part, text)

    def test_screens_cost_the_same_for_many(self):
        sites = self.env["integration.site"]
        model = sites.with_user(self.coordinator)
        costs = {}
        for number in (1, 10):
            while number > 1 and model.search_count([]) < number:
                sites.create({"name": "Canary"}).action_add_topics()
            for view in ("list", "kanban"):
                spec = cost.specification(model, view)
                costs[view, number] = cost.queries(
                    model.env,
                    lambda spec=spec, number=number: model.web_search_read(
                        [], spec, limit=number
                    ),
                )
        self.assertEqual(costs["list", 1], costs["list", 10])
        self.assertEqual(costs["kanban", 1], costs["kanban", 10])

    def test_the_page_costs_the_same_for_many_topics(self):
        site = self.env["integration.site"].create({"name": "One topic"})
        site.topic_line_ids = [
            Command.create({"topic_id": self._term("topic", "housing").id})
        ]
        self.site.action_add_topics()
        costs = []
        for record in (site, self.site):
            own = record.with_user(self.coordinator)
            spec = cost.specification(own, "form")
            costs.append(
                cost.queries(own.env, lambda own=own, spec=spec: own.web_read(spec))
            )
        self.assertEqual(*costs)
