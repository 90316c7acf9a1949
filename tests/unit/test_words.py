"""Words in two languages: German always beside, marks where nobody answers for them."""

from datetime import date

import pytest
from logic.words import Language, Word, Words

GERMAN = {
    "a.hello": Word("Guten Tag, {name}", True),
    "a.only": Word("Nur deutsch", True),
    "area.language": Word("Sprache", True),
}
ARABIC = {
    "a.hello": Word("مرحبا {name}"),
    "area.language": Word("اللغة", True),
}


def _arabic():
    return Words(Language("ar", "ar", "rtl"), ARABIC, GERMAN)


def _german(code="de", own=GERMAN):
    return Words(Language(code, "de"), own, GERMAN)


def test_german_stands_beside():
    assert _arabic()("area.language") == (
        '<span class="o_words"><span class="o_own" lang="ar" dir="rtl">اللغة</span> '
        '<span class="o_german" lang="de" dir="ltr">Sprache</span></span>'
    )


def test_unchecked_is_marked_and_remembered():
    words = _arabic()
    assert not words.has_unchecked
    assert 'class="o_own o_unchecked"' in words("a.hello", name="A")
    assert words.has_unchecked


def test_plain_text_counts_as_unchecked_too():
    words = _arabic()
    assert words.own("a.hello", name="A") == "مرحبا A"
    assert words.has_unchecked


def test_values_are_escaped():
    markup = _arabic()("a.hello", name="<script>")
    assert "<script>" not in markup
    assert markup.count("&lt;script&gt;") == 2


def test_braces_in_values_are_not_filled_again():
    assert _german().own("a.hello", name="{name}") == "Guten Tag, {name}"


def test_missing_translation_is_german():
    assert _arabic()("a.only") == '<span lang="de" dir="ltr">Nur deutsch</span>'
    assert _arabic().own("a.only") == "Nur deutsch"


def test_unknown_key_is_a_mistake():
    with pytest.raises(KeyError):
        _arabic()("a.none")


def test_german_has_no_german_beside():
    assert _german()("a.only") == '<span lang="de" dir="ltr">Nur deutsch</span>'
    assert _german().beside("a.only") == ""
    plain = _german("de_simple", {"a.only": Word("Deutsch", True)})
    assert "Nur deutsch" not in plain("a.only")
    assert plain.tag == "de"


def test_known_texts_are_translated_and_others_left():
    words = _arabic()
    assert "اللغة" in words.known(" Sprache ")
    assert words.known("Mein <b>Ziel</b>") == (
        '<span dir="auto">Mein &lt;b&gt;Ziel&lt;/b&gt;</span>'
    )
    assert words.known(None) == '<span dir="auto"></span>'


@pytest.mark.parametrize("locale", ["ti", "ckb", "ku", "fa_AF", "sr_Latn", "xx", ""])
def test_days_in_any_language(locale):
    words = Words(Language("x", locale), {}, GERMAN)
    assert "2026" in words.day(date(2026, 11, 23)) or locale == "ckb"
    assert words.german_day(date(2026, 11, 23)) == "Montag, 23. November 2026"
