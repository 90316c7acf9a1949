"""The shipped texts for clients: complete, in their own script, with nothing lost."""

import re
import unicodedata
import xml.etree.ElementTree as ET
from string import Formatter

import polib
import pytest
from logic import client_texts

GERMAN = client_texts.read_german()
TRANSLATIONS = client_texts.read_translations()
SCRIPTS = {
    "Arab": "ARABIC",
    "Cyrl": "CYRILLIC",
    "Ethi": "ETHIOPIC",
    "Geor": "GEORGIAN",
    "Latn": "LATIN",
}
LANGUAGES = client_texts.FOLDER.parent / "data" / "integration_language_data.xml"
TAGS_ALLOWED = {"<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>"} | {
    f"<{slash}{tag}>" for slash in ("", "/") for tag in ("strong", "em", "br")
}
PROMISES = ("consent_text.", "sheet.")
PLAIN = "de_simple"  # says again only what is hard to read in German


def _read_scripts():
    """Return {code of a language: its script}."""
    records = ET.parse(LANGUAGES).iter("record")
    fields = [{f.get("name"): f.text for f in record} for record in records]
    return {field["code"]: field["script"] for field in fields}


def _get_tags(text):
    return re.findall(r"<[^>]*>", text)


def _get_placeholders(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def _get_share(text, script):
    """Return how much of the letters is of a script; German terms stand in brackets."""
    text = re.sub(r"<[^>]*>|{\w*}|\([^)]*\)", "", text)
    letters = [char for char in text if char.isalpha()]
    own = [char for char in letters if unicodedata.name(char).startswith(script)]
    return len(own) / len(letters) if len(letters) > 20 else 1


def test_no_text_of_the_template_is_swallowed():
    """A missing msgstr makes gettext's readers drop the whole entry."""
    keys = re.findall(r'^msgctxt "(.+)"$', client_texts.TEMPLATE.read_text(), re.M)
    assert len(keys) == len(set(keys))
    assert set(keys) == set(GERMAN)


def test_every_language_has_its_file():
    assert set(TRANSLATIONS) == set(_read_scripts()) - {"de"}
    for code in TRANSLATIONS:
        path = client_texts.FOLDER / f"{code}.po"
        assert polib.pofile(str(path)).metadata["Language"] == code


@pytest.mark.parametrize("code", sorted(set(TRANSLATIONS) - {PLAIN, "en"}))
def test_languages_are_complete(code):
    """What clients sign without a gap; German stands in for some new label only."""
    missing = set(GERMAN) - set(TRANSLATIONS[code])
    assert not [key for key in missing if key.startswith(PROMISES)]
    assert len(missing) < len(GERMAN) * 0.05


@pytest.mark.parametrize("code", sorted(TRANSLATIONS))
def test_translations_keep_placeholders_and_tags(code):
    for key, text in TRANSLATIONS[code].items():
        assert _get_placeholders(text) == _get_placeholders(GERMAN[key]), key
        assert set(_get_tags(text)) <= TAGS_ALLOWED, key
        if code != PLAIN:
            assert _get_tags(text) == _get_tags(GERMAN[key]), key


@pytest.mark.parametrize("code", sorted(TRANSLATIONS))
def test_texts_are_in_the_script_of_their_language(code):
    script = SCRIPTS[_read_scripts()[code]]
    for key, text in TRANSLATIONS[code].items():
        assert _get_share(text, script) > 0.5, key


@pytest.mark.parametrize("code", sorted(set(TRANSLATIONS) - {PLAIN}))
def test_no_german_sentence_is_left(code):
    texts = TRANSLATIONS[code].items()
    assert not [k for k, text in texts if text == GERMAN[k] and len(text.split()) > 3]
