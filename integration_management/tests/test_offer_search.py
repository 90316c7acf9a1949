# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.fields import Command

from .cost import queries, specification
from .offer_common import OfferCommon


@freeze_time("2026-05-04 10:00:00")
class TestOfferSearch(OfferCommon):
    """What is there for this need, in this language, near this site?"""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        local = cls.env["res.partner"].create(
            {"name": "Canary Club", "is_company": True, "city": "Canary Town"}
        )
        away = {"municipality_ids": cls._set(cls.other_town)}
        cls.everywhere = cls._create_offer(name="everywhere")
        cls.served = cls._create_offer(
            name="served", municipality_ids=cls._set(cls.town)
        )
        cls.next_door = cls._create_offer(name="door", provider_id=local.id, **away)
        cls.entered = cls._create_offer(
            name="entered", site_ids=cls._set(cls.site), **away
        )
        cls.far = cls._create_offer(name="far", provider_id=cls.provider.id, **away)
        cls.near = cls.everywhere | cls.served | cls.next_door | cls.entered
        cls.made = cls.near | cls.far

    def test_near_a_site(self):
        for value in (self.site.id, self.site.ids):
            operator = "in" if isinstance(value, list) else "="
            found = self._find([("near_site_id", operator, value)])
            self.assertEqual(found, self.near.sorted("name"))
        found = self._find([("near_site_id", "ilike", "canary s")])
        self.assertEqual(found, self.near.sorted("name"))
        found = self._find([("near_site_id", "ilike", "no such site")])
        self.assertEqual(found, self.everywhere)

    def test_near_where_i_work(self):
        self.env["integration.site.person"].create(
            {"site_id": self.site.id, "user_id": self.manager_a.id}
        )
        found = self._find([("is_near_me", "=", True)])
        self.assertEqual(found, self.near.sorted("name"))
        found = self._find([("is_near_me", "=", True)], self.manager_b)
        self.assertEqual(found, self.everywhere)

    def _answers(self, action):
        """Return what the web client finds with the default filters of an action."""
        domain = [
            (name.removeprefix("search_default_"), "in", value)
            if isinstance(value, list)
            else (name.removeprefix("search_default_"), "=", value)
            for name, value in action["context"].items()
        ]
        return self._find(domain)

    def test_from_the_case_with_everything_filled_in(self):
        tigrinya = self._term("language", "ti")
        self.served.write(
            {
                "area_ids": self._set(self._area("housing")),
                "language_ids": self._set(tigrinya),
            }
        )
        self.next_door.language_ids = tigrinya
        self.far.language_ids = tigrinya
        self.case.write({"site_id": self.site.id, "language_ids": tigrinya.ids})
        action = self.case.action_find_offers()
        self.assertEqual(
            self._answers(action), (self.served | self.next_door).sorted("name")
        )
        goal = self._create_goal("housing")
        self.assertEqual(self._answers(goal.action_find_offers()), self.served)
        assessment = self.env["integration.assessment"].with_user(self.manager_a)
        assessment = assessment.create({"case_id": self.case.id})
        line = assessment.line_ids.filtered(lambda line: line.area_id.code == "housing")
        self.assertEqual(line.action_find_offers(), goal.action_find_offers())

    def _create_goal(self, area):
        plan = self.env["integration.plan"].with_user(self.manager_a)
        plan = plan.create({"case_id": self.case.id})
        return (
            self.env["integration.goal"]
            .with_user(self.manager_a)
            .create(
                {"plan_id": plan.id, "name": "Goal", "area_id": self._area(area).id}
            )
        )

    def test_the_search_tells_nothing_about_the_client(self):
        self.case.write({"site_id": self.site.id, "last_name": "Canary"})
        action = self.case.action_find_offers()
        self.assertEqual(set(action["context"]), {"search_default_near_site_id"})
        for secret in (self.case.number, "Amina", "last_name", "case"):
            self.assertNotIn(secret, str({**action, "help": ""}))

    def test_others_get_no_search_of_a_foreign_case(self):
        goal = self._create_goal("housing")
        for user in self.outsiders:
            for record in (self.case, goal):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    record.with_user(user).action_find_offers()

    def test_screens_cost_the_same_for_many(self):
        model = self.offers.with_user(self.manager_a)
        self._add_offers(1)
        few = self._costs(model)
        self._add_offers(30)
        self.assertEqual(few, self._costs(model))

    def _add_offers(self, count):
        for number in range(count):
            provider = self.provider.copy({"name": f"Provider {number}"})
            self._create_offer(
                name=f"Offer {number}",
                provider_id=provider.id,
                area_ids=[Command.set(self._area("work").ids)],
                language_ids=[Command.set(self._term("language", "ar").ids)],
                municipality_ids=[Command.set(self.town.ids)],
            )

    def _costs(self, model):
        near = [("near_site_id", "=", self.site.id)]
        costs = {}
        for view in ("list", "kanban"):
            fields = specification(model, view)
            costs[view] = queries(
                model.env, lambda fields=fields: model.web_search_read(near, fields)
            )
        fields = specification(model, "form")
        offer = self.served.with_user(self.manager_a)
        costs["form"] = queries(model.env, lambda: offer.web_read(fields))
        costs["panel"] = queries(
            model.env,
            lambda: model.search_panel_select_multi_range(
                "area_ids", enable_counters=True, search_domain=near
            ),
        )
        return costs
