"""Texts for colleagues: what tells of own clients is found, everyday words are not."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from logic import anonymity, numbers
from logic.anonymity import find

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßéçğıš"
NAMES = st.text(LETTERS, min_size=4, max_size=12).filter(
    lambda name: anonymity.name_keys([name]) and name.casefold() not in anonymity.COMMON
)
TEXTS = st.text(max_size=80)


def words(text, *args, **kwargs):
    return [text[f.start : f.end] for f in find(text, *args, **kwargs)]


def kinds(text, *args, **kwargs):
    return [finding.kind for finding in find(text, *args, **kwargs)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Amina", "Frau A. fragt, Amina auch.", ["Amina"]),
        ("Amina", "AMINA und amina", ["AMINA", "amina"]),
        ("Amina Yusuf", "Aminas Mutter heißt nicht Minna", ["Aminas"]),
        ("Müller", "bei Mueller und Mu\u0308ller", ["Mueller", "Mu\u0308ller"]),
        ("Mohammad", "Mohamad hat", ["Mohamad"]),
        ("Yousef", "Yusef und Jusef", ["Yusef", "Jusef"]),
        ("Schevchenko", "Shevchenko, Шевченко", ["Shevchenko", "Шевченко"]),
        ("Олена", "Olena fragt", ["Olena"]),
        ("Khalid", "Chalid", ["Chalid"]),
        ("Öztürk", "Ozturk", ["Ozturk"]),
        ("Abdul-Rahman Al Hassan", "al, Rahman", ["Rahman"]),
        ("أحمد", "احمد", ["احمد"]),
        ("Nur", "Es geht nur um den Antrag", []),
        ("Noor", "nur Noor", ["Noor"]),
        ("Ali", "Alibi, Italien, Ali", ["Ali"]),
        ("Al", "Al hat", []),
        ("Ro\u00adsa", "Ro\u00adsa", ["Ro\u00adsa"]),
        ("", "nichts", []),
    ],
)
def test_names(name, text, expected):
    assert words(text, [name]) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DE89 3704 0044 0532 0130 00", "iban"),
        ("Konto de89370400440532013000 und mehr", "iban"),
        ("Az. 1234567-475", "paper_number"),
        ("AZR 150823 123456", "paper_number"),
    ],
)
def test_shapes_need_no_known_people(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Seit 12.06.2026 gilt § 24 AufenthG, Hotline 09342/900-257.",
        "F-1234567",
        "25 Bescheide, 563 Euro, 3 Kinder",
        "info@jobcenter.example",
        "",
    ],
)
def test_ordinary_numbers_are_left_alone(text):
    assert find(text) == []


@pytest.mark.parametrize("spelling", ["{}", " {} ", "({})", "{}."])
def test_case_numbers(spelling):
    number = numbers.new_number()
    for text in (number, number.lower(), number.replace("-", "–")):
        assert kinds(spelling.format(text)) == ["case_number"]


@pytest.mark.parametrize(
    "text",
    [
        "0171 3920012",
        "+49 171 39200-12",
        "0049 (0)171/3920012",
        "am 3.4. 01713920012",
        "+491713920012",
    ],
)
def test_telephones(text):
    known = ["Signal: 0171/39 200 12"]
    assert kinds(text, known_numbers=known) == ["number"]
    assert not kinds(f"{text}4", known_numbers=known)
    assert not kinds(text, known_numbers=["0171 3920013", "12", ""])


@pytest.mark.parametrize(
    "text",
    ["3.4.1990", "03.04.90", "1990-04-03", "3. April 1990", "3-4-1990", "03/04/1990"],
)
def test_birth_dates(text):
    born = date(1990, 4, 3)
    assert kinds(f"geb. {text} in", birth_dates=[born, None]) == ["birth_date"]
    assert not kinds(text, birth_dates=[date(1990, 3, 4)])


def test_mails():
    text = "an Amina.Y@mail.example, bitte"
    assert words(text, mails=["amina.y@mail.example"]) == ["Amina.Y@mail.example"]


@given(TEXTS, NAMES, TEXTS)
def test_a_name_is_found_wherever_it_stands(before, name, after):
    text = f"{before} {name} {after}"
    assert any(name in text[f.start : f.end] for f in find(text, [name]))


@given(NAMES, st.sampled_from([str.upper, str.lower, str.title, str.casefold]))
def test_case_does_not_matter(name, change):
    assert words(change(name), [name]) == [change(name)]


@given(TEXTS, st.lists(st.text(max_size=12)), st.lists(st.text(max_size=20)))
def test_findings_lie_in_the_text_in_order(text, names, known):
    end = 0
    for finding in find(text, names, known):
        assert end <= finding.start < finding.end <= len(text)
        assert finding.kind in anonymity.KINDS
        end = finding.end


@given(TEXTS, NAMES)
def test_nothing_is_left_once_it_is_blackened(text, name):
    text = f"{text} {name}"
    for finding in reversed(find(text, [name])):
        text = f"{text[: finding.start]} … {text[finding.end :]}"
    assert not [f for f in find(text, [name]) if f.kind == "name"]


@given(TEXTS, st.lists(NAMES))
def test_only_known_people_are_found(text, names):
    """No text tells anything about people whom the caller does not know."""
    assume(not find(text))
    keys = anonymity.name_keys(names)
    for finding in find(text, names):
        key = anonymity.name_keys([text[finding.start : finding.end]])
        assert key <= keys or {k[:-1] for k in key} <= keys
