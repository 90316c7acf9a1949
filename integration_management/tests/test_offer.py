# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from .offer_common import OfferCommon


@freeze_time("2026-05-04 10:00:00")
class TestOffer(OfferCommon):
    """What there is: read by all colleagues, kept up by those who use it."""

    def test_who_may_do_what(self):
        offer = self._create_offer()
        for user in self.outsiders | self.manager_a:
            own = offer.with_user(user)
            with self.subTest(user=user.login):
                self.assertEqual(own.name, "Canary Café")
                may = {
                    access
                    for access in ("create", "write", "unlink")
                    if own.has_access(access)
                }
                wanted = {
                    "manager_a": {"create", "write"},
                    "manager_b": {"create", "write"},
                    "coordinator": {"create", "write", "unlink"},
                    "settings_admin": {"create", "write", "unlink"},
                }.get(user.login, set())
                self.assertEqual(may, wanted)
                if not wanted:
                    with self.assertRaises(AccessError):
                        own.action_check()

    def test_people_outside_see_nothing(self):
        offer = self._create_offer()
        portal = self._new_portal()
        with self.assertRaises(AccessError):
            offer.with_user(portal).read(["name"])
        with self.assertRaises(AccessError):
            self.provider.with_user(portal).read(["integration_kind_ids"])

    def _new_portal(self):
        user = self._new_user("portal_client", "base.group_user")
        user.write({"group_ids": [Command.set(self.env.ref("base.group_portal").ids)]})
        return user

    def test_a_person_is_no_provider(self):
        person = self.env["res.partner"].create({"name": "Canary Person"})
        with self.assertRefused(ValidationError, "provided by organisations"):
            self._create_offer(provider_id=person.id)

    def test_a_provider_who_became_a_person_is_not_shown(self):
        offer = self._create_offer(provider_id=self.provider.id)
        self.assertEqual(offer.address, "Canary Street 1, Elsewhere")
        self.assertEqual(offer.contact_phone, "0711 1")
        self.provider.is_company = False
        self.assertFalse(offer.address)
        self.assertFalse(offer.contact_phone)

    def test_own_place_and_phone_come_first(self):
        offer = self._create_offer(
            provider_id=self.provider.id, place="Parish hall", phone="0711 2"
        )
        self.assertEqual(offer.address, "Parish hall")
        self.assertEqual(offer.contact_phone, "0711 2")

    def test_terms_of_other_lists_are_refused(self):
        with self.assertRaises(ValidationError):
            self._create_offer(language_ids=self._set(self._term("topic", "school")))

    def test_similar_offers_of_a_provider_are_shown_and_allowed(self):
        old = self._create_offer(provider_id=self.provider.id, active=False)
        with Form(self.offers.with_user(self.manager_a)) as form:
            form.name = "Canary cafe!"
            form.provider_id = self.provider
            self.assertEqual(form.duplicate_ids[:], old)
        self.assertTrue(form.record)
        other = self._create_offer()
        self.assertFalse(other.duplicate_ids)

    def test_pickers_tell_the_provider(self):
        offer = self._create_offer(provider_id=self.provider.id)
        found = self.offers.with_context(formatted_display_name=True).name_search(
            "Canary Assoc"
        )
        self.assertIn(offer.id, dict(found))
        self.assertIn("Canary Association", dict(found)[offer.id])
        self.assertEqual(offer.display_name, "Canary Café")

    def test_partners_show_what_they_are_and_offer(self):
        self._create_offer(provider_id=self.provider.id)
        self.provider.integration_kind_ids = self._term("partner_kind", "volunteers")
        partner = self.provider.with_user(self.employee)
        self.assertEqual(partner.integration_offer_count, 1)
        action = partner.action_view_integration_offers()
        self.assertEqual(self.offers.search(action["domain"]).name, "Canary Café")
        found = self.offers.search(
            [("provider_id.integration_kind_ids", "ilike", "volunteers")]
        )
        self.assertIn("Canary Café", found.mapped("name"))


@freeze_time("2026-05-04 10:00:00")
class TestOfferImport(OfferCommon):
    """Lists that exist already come in by Odoo's own import."""

    def _load(self, header, rows):
        return self.offers.with_user(self.manager_a).load(header, rows)

    def test_a_list_comes_in_by_names(self):
        header = [
            *("name", "provider_id", "area_ids", "language_ids", "kind", "is_free"),
            *("opening_hours", "last_checked_on"),
        ]
        rows = [
            [
                *("Canary Course", "Canary Association", "Language,Work"),
                *("Arabic,Turkish", "Volunteer", "True", "Mondays", "2026-01-31"),
            ],
            ["Canary Club", "", "", "", "Professional", "", "", ""],
        ]
        result = self._load(header, rows)
        self.assertFalse(result["messages"])
        course, club = self.offers.browse(result["ids"])
        self.assertEqual(course.provider_id, self.provider)
        self.assertEqual(course.area_ids.mapped("code"), ["language", "work"])
        languages = self._term("language", "ar") | self._term("language", "tr")
        self.assertEqual(course.language_ids, languages)
        self.assertEqual(course.kind, "volunteer")
        self.assertEqual(str(course.last_checked_on), "2026-01-31")
        self.assertEqual(course.last_checked_by_id, self.manager_a)
        self.assertFalse(club.provider_id)

    def test_what_was_exported_comes_in_again(self):
        offer = self._create_offer(
            topic_ids=self._set(self._term("topic", "school")),
            access_ids=self._set(self._term("offer_access", "open")),
        )
        header = ["id", "name", "topic_ids/id", "access_ids/id"]
        data = offer.with_user(self.manager_a).export_data(header)["datas"]
        data[0][1] = "Renamed Café"
        result = self._load(header, data)
        self.assertEqual(result["ids"], offer.ids)
        self.assertEqual(offer.name, "Renamed Café")
        self.assertEqual(offer.topic_ids.code, "school")

    def test_a_wrong_row_names_the_remedy_and_writes_nothing(self):
        self.env["res.partner"].create({"name": "Canary Person"})
        rows = [["Canary Good", ""], ["Canary Bad", "Canary Person"]]
        result = self._load(["name", "provider_id"], rows)
        self.assertFalse(result["ids"])
        self.assertIn("organisations", result["messages"][0]["message"])
        self.assertFalse(self.offers.search([("name", "=", "Canary Good")]))
