# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import ast
import re
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .common import IntegrationCommon

GROUPS = "integration_management.group_integration_"
FOLDER = Path(__file__).parent.parent
_IN_TEMPLATE = re.compile(
    r"(?:words|paper)(?:\.(?:own|german|beside|fact|day|on))?"
    r"\(\s*(?:'|\")([a-z_]+\.[a-z0-9_.]+)(?:'|\")"
)


class TestClientText(IntegrationCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admin = cls._new_user("text_admin", f"{GROUPS}admin")
        cls.reviewer = cls._new_user("reviewer", f"{GROUPS}texts")
        cls.texts = cls.env["integration.client.text"]
        cls.german = cls.texts.create(
            {"key": "test.hello", "language": "de", "text": "Guten Tag"}
        )
        cls.german.sudo().state = "released"
        cls.text = cls.texts.with_user(cls.admin).create(
            {"key": "test.hello", "language": "ti", "text": "ሰላም"}
        )

    def _words(self, code="ti"):
        return self.texts.with_user(self.employee)._get_words(code)

    def test_unchecked_until_the_role_releases_it(self):
        words = self._words()
        self.assertIn("o_unchecked", words("test.hello"))
        self.assertTrue(words.has_unchecked)
        for user in (self.admin, self.settings_admin, self.employee, self.manager_a):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.text.with_user(user).action_release()
        self.text.with_user(self.reviewer).action_release()
        self.assertEqual(self.text.released_by_id, self.reviewer)
        words = self._words()
        self.assertNotIn("o_unchecked", words("test.hello"))
        self.assertFalse(words.has_unchecked)

    def test_other_words_are_a_new_version_and_unchecked_again(self):
        self.text.with_user(self.reviewer).action_release()
        self.text.with_user(self.admin).write({"text": "ሰላም ንዓኻ"})
        self.assertEqual((self.text.version, self.text.state), (2, "unchecked"))
        self.assertFalse(self.text.released_by_id)
        old = self.texts.search(
            [("key", "=", "test.hello"), ("state", "=", "replaced")]
        )
        self.assertEqual((old.text, old.version), ("ሰላም", 1))
        self.assertEqual(old.released_by_id, self.reviewer)
        self.assertEqual(self._words().own("test.hello"), "ሰላም ንዓኻ")
        with self.assertRaises(UserError):
            old.with_user(self.admin).write({"text": "?"})

    def test_nothing_but_words_is_written(self):
        for vals in (
            {"state": "released"},
            {"key": "test.other"},
            {"language": "ar"},
            {"released_by_id": self.admin.id, "text": "x"},
        ):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                self.text.with_user(self.admin).write(vals)
        forged = self.texts.with_user(self.admin).create(
            {"key": "test.x", "language": "ar", "text": "x", "state": "released"}
        )
        self.assertEqual(forged.state, "unchecked")
        with self.assertRaises(AccessError):
            self.text.with_user(self.employee).write({"text": "x"})

    def test_outdated_when_the_german_changes(self):
        self.assertFalse(self.text.is_outdated)
        self.german.with_user(self.admin).write({"text": "Grüß Gott"})
        self.text.invalidate_recordset()
        self.assertTrue(self.text.is_outdated)
        with self.assertRaises(UserError):
            self.text.with_user(self.reviewer).action_release()

    def test_missing_translation_shows_german(self):
        words = self._words("so")
        self.assertEqual(
            words("test.hello"), '<span lang="de" dir="ltr">Guten Tag</span>'
        )
        self.assertEqual(words.own("test.hello"), "Guten Tag")

    def test_unknown_language_is_german(self):
        for code in ("xx", "../de", "", None):
            self.assertEqual(self._words(code).code, "de")

    def test_shipping_again_changes_nothing_and_spares_own_words(self):
        own = self.texts.search([("key", "=", "layout.send"), ("language", "=", "de")])
        own.with_user(self.admin).write({"text": "Abschicken"})
        before = self.texts.search_count([])
        consents = self.env["integration.consent.text"].search_count([])
        self.texts._load_shipped()
        self.assertEqual(self.texts.search_count([]), before)
        self.assertEqual(
            self.env["integration.consent.text"].search_count([]), consents
        )
        self.assertEqual(own.text, "Abschicken")
        with self.assertRaises(AccessError):
            self.texts.with_user(self.admin)._load_shipped()

    def test_consent_texts_are_shipped_unchecked_and_released_by_the_role(self):
        texts = self.env["integration.consent.text"]
        vals = {
            "consent_text.plan.title": "ውጥን",
            "consent_text.plan.body": "<p>ብድሌት</p>",
        }
        texts._load_shipped("ti", {})
        texts._load_shipped("ti", vals)
        text = texts._get_current("plan", "ti", self.env.company)
        self.assertTrue(text.is_unchecked)
        self.assertEqual(text.state, "published")
        self.assertEqual(text._get_german().language, "de")
        with self.assertRaises(AccessError):
            text.with_user(self.admin).action_release()
        text.with_user(self.reviewer).action_release()
        self.assertFalse(text.is_unchecked)
        count = texts.search_count([])
        texts._load_shipped("ti", {**vals, "consent_text.plan.title": "ካልእ"})
        self.assertEqual(texts.search_count([]), count)

    def test_case_and_consent_take_the_clients_language(self):
        tigrinya = self.env.ref("integration_management.term_language_ti")
        case = self._create_case(language_ids=[Command.set(tigrinya.ids)])
        self.assertEqual(case.text_language, "ti")
        case.text_language = "ar"
        self.assertEqual(case._get_text_language(), "ar")
        self.assertEqual(self.case._get_text_language(), "de")
        english = self._create_case(text_language="en")
        consent = english.env["integration.consent"].create(
            {"case_id": english.id, "purpose": "plan"}
        )
        self.assertEqual(consent.text_language, "en")

    def test_every_key_used_exists(self):
        """In the templates, and as a plain string in the code."""
        known = set(self.texts._get_catalogue("de"))
        used = set()
        for path in [*FOLDER.glob("views/*.xml"), *FOLDER.glob("report/*.xml")]:
            used.update(_IN_TEMPLATE.findall(path.read_text()))
        for path in FOLDER.glob("[mcw]*/*.py"):
            used.update(_get_keys_in_code(path))
        self.assertIn("layout.language", used)
        families = {key for key in used if key.endswith(".")}
        self.assertFalse(used - families - known)
        for family in families:
            self.assertTrue(any(key.startswith(family) for key in known), family)


def _get_keys_in_code(path):
    """Return the keys that calls of `words` in a Python file name."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        target = node.func
        name = target.value if isinstance(target, ast.Attribute) else target
        key = node.args[0]
        if isinstance(name, ast.Name) and name.id == "words":
            if isinstance(key, ast.Constant) and "." in str(key.value):
                yield key.value
