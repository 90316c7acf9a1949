# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import AccessError
from odoo.service.model import get_public_method

from ..demo.stories import STORIES
from .common import IntegrationCommon


class TestDemo(IntegrationCommon):
    """Invented people must never get among real ones."""

    def test_nobody_calls_it(self):
        demo = self.env["integration.demo"]
        for name in ("_load", "_speak_german"):
            with self.assertRaises(AccessError):
                get_public_method(demo, name)

    def test_users_do_not_load_it(self):
        self.case.unlink()
        with self.assertRaises(AccessError):
            self.env["integration.demo"].with_user(self.manager_a)._load()

    def test_it_is_not_loaded_beside_cases(self):
        with self.assertRaises(AccessError):
            self.env["integration.demo"]._load()

    def test_the_stories_are_varied(self):
        marks = set().union(*(story.marks for story in STORIES))
        self.assertLessEqual(
            {"anonymous", "first_name", "no_file", "no_plan", "near_limit", "extended"},
            marks,
        )
        self.assertEqual(sum(story.user == "anna" for story in STORIES), 25)
