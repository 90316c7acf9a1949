"""Find in a text what tells whom it is about: names and numbers of known people.

The caller says which names and numbers are known; nothing else is looked up. Case
numbers and the numbers of official papers are found by their shape as well.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stdnum import iban

from . import identifiers, numbers

KINDS = (
    "name",
    "case_number",
    "paper_number",
    "number",
    "mail",
    "iban",
    "birth_date",
)
MIN_NAME_LENGTH = 3
MIN_DIGITS = 6
# Marks over and inside letters, and signs that nobody sees.
_MARKS = "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f\u2060"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_INVISIBLE = re.compile(rf"[{_MARKS}]")
# Digits with what people put between them, e.g. in a telephone number.
_DIGITS = re.compile(r"\+?\d(?:[\s()/.\-–]{0,3}\d)+")
_MAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.\w+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)
_CASE = re.compile(r"\bF\s?[-–]?\s?[2-9A-HJ-NP-Z]{6}\s?[-–]\s?[2-9A-HJ-NP-Z]\b", re.I)
_BAMF = re.compile(r"\b\d{7,8}\s?[-–]\s?\d{3}\b")
_MONTHS = (
    "januar|jänner|january",
    "februar|february",
    "märz|maerz|march",
    "april",
    "mai|may",
    "juni|june",
    "juli|july",
    "august",
    "september",
    "oktober|october",
    "november",
    "dezember|december",
)
_DATE = re.compile(
    r"\b(?:(?P<iso>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})"
    r"|(?P<day>\d{1,2})[./\-]\s?(?P<month>\d{1,2})[./\-]\s?(?P<year>\d{4}|\d{2})"
    rf"|(?P<named_day>\d{{1,2}})\.?\s?(?P<name>{'|'.join(_MONTHS)})"
    r"\s(?P<named_year>\d{4}))\b",
    re.IGNORECASE,
)
# Letters as passports and officials write them; the longer spelling of a sound first.
_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e ie io zh z i i i i k l m n o p r s t u f h c ch sh shch".split()
        + ["", "i", "", "e", "iu", "ia"],
        strict=True,
    )
)
_LETTERS = str.maketrans(
    {**_CYRILLIC, "ß": "ss", "æ": "a", "ø": "o", "ı": "i", "ł": "l", "đ": "d"}
)
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[’'`ʿʾʼ]", ""),
        ("dsch|dzh|dj", "j"),
        ("tsch|tch", "ch"),
        ("sch", "sh"),
        ("kh|ch", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("gh", "g"),
        ("ae", "a"),
        ("oe", "o"),
        ("ou|oo|ue", "u"),
        ("ee|ie|y|j", "i"),
        ("ck|q|c", "k"),
        ("w", "v"),
        (r"(.)\1+", r"\1"),
    )
]
# Words of everyday German that are names, too: they would warn in every text.
COMMON = frozenset(
    word.casefold()
    for word in """
    aber alle alles als also amt arzt auch auf aus ausweis bach bald bau bei ben berg
    bin bis bitte blau braun brief danke dann darf das dem den denn der des dich die
    dies doch dort durch ein eine einen einer eines er es euch familie feld für frau
    fest frei froh früh fuchs für gabe ganz gar geld gern gibt groß gut haben halt hand
    hans hart hat hatte haus heim her herr herz heute hier hin hoch hof ich ihm ihn ihr
    ihre immer ist ja jahr jeder jung jetzt kann kein keine kind kinder klein klar kommt
    koch kraft krank kurz land lang lange mai man mann mehr mein meine mich mir mit
    monat mutter nach nacht neu nein nicht noch nun nur oben oder ohne ort paar per rat
    recht reich rot ruhe schön schon schule schwarz sehr sein seine seit selbst sich sie
    sind sohn sommer sonne stadt stark stein still tag tage tat teil tochter tun und uns
    unser unter vater viel vom von vor wald wann war warm was weg weil weiß weit wem wen
    wer werden wie will winter wir wird wo wohl wohnung wolf zeit ziel zu zum zur
    and are but can for had has have her him his how may new not now one our said she
    the they was what who will with you
    """.split()
)


class Finding(NamedTuple):
    """A place in the text that tells somebody: text[start:end]."""

    start: int
    end: int
    kind: str  # a key of KINDS


def find(
    text: str | None,
    names: Iterable[str | None] = (),
    known_numbers: Iterable[str | None] = (),
    mails: Iterable[str | None] = (),
    birth_dates: Iterable[date | None] = (),
) -> list[Finding]:
    """Return the places of `text` that tell of people, in order, none twice.

    :param names: full names or parts of names
    :param known_numbers: of telephones, accounts and papers, in any notation
    """
    text = text or ""
    found = [
        *_find_shapes(text),
        *_find_names(text, names),
        *_find_mails(text, mails),
        *_find_dates(text, set(filter(None, birth_dates))),
        *_find_numbers(text, known_numbers),
    ]
    result: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.start, -f.end)):
        if not result or finding.start >= result[-1].end:
            result.append(finding)
    return result


def name_keys(names: Iterable[str | None]) -> set[str]:
    """Return what the words of `names` are compared by; too short ones are left out."""
    words = (match[0] for name in names for match in _WORD.finditer(name or ""))
    return {key for key in map(_key, words) if len(key) >= MIN_NAME_LENGTH}


def _key(word):
    """Return a word as it sounds, whatever its script's accents and spelling."""
    word = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    word = "".join(c for c in word if unicodedata.category(c) not in ("Mn", "Cf"))
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _find_names(text, names):
    keys = name_keys(names)
    if not keys:
        return
    for match in _WORD.finditer(text):
        word = _INVISIBLE.sub("", unicodedata.normalize("NFC", match[0])).casefold()
        if word in COMMON:
            continue
        key = _key(word)
        # German adds an s: Aminas Kinder.
        if key in keys or (key[-1:] == "s" and len(key) > 4 and key[:-1] in keys):
            yield Finding(*match.span(), "name")


def _find_shapes(text):
    for match in _CASE.finditer(text):
        body = re.sub(r"[\s–-]", "", match[0])
        if numbers.is_number(f"F-{body[1:-1]}-{body[-1]}"):
            yield Finding(*match.span(), "case_number")
    for match in _IBAN.finditer(text):
        # The pattern may have taken a word too many.
        end = match.end()
        while end > match.start() and not iban.is_valid(text[match.start() : end]):
            end -= 1
        if end > match.start():
            yield Finding(match.start(), end, "iban")
    for match in _BAMF.finditer(text):
        yield Finding(*match.span(), "paper_number")
    for match in re.finditer(r"\b\d{6} ?\d{6}\b", text):
        if identifiers.looks_like_azr(match[0]):
            yield Finding(*match.span(), "paper_number")


def _find_mails(text, mails):
    known = {mail.strip().casefold() for mail in mails if mail}
    for match in _MAIL.finditer(text):
        if match[0].rstrip(".").casefold() in known:
            yield Finding(match.start(), match.start() + len(match[0]), "mail")


def _find_dates(text, birth_dates):
    for match in _DATE.finditer(text):
        year, month, day = _date_parts(match)
        for known in birth_dates:
            same_year = known.year == year or (year < 100 and known.year % 100 == year)
            if same_year and (known.month, known.day) == (month, day):
                yield Finding(*match.span(), "birth_date")
                break


def _date_parts(match):
    if match["iso"]:
        return int(match["iso"]), int(match["iso_month"]), int(match["iso_day"])
    if match["day"]:
        return int(match["year"]), int(match["month"]), int(match["day"])
    name = match["name"].lower()
    month = next(i for i, names in enumerate(_MONTHS, 1) if name in names.split("|"))
    return int(match["named_year"]), month, int(match["named_day"])


def _find_numbers(text, known_numbers):
    known = {digits for number in known_numbers if (digits := _digits(number))}
    for match in _DIGITS.finditer(text) if known else ():
        places = [i for i in range(*match.span()) if text[i].isdecimal()]
        stream = "".join(text[i] for i in places)
        for digits in known:
            at = stream.find(digits)
            if at < 0:
                continue
            start, end = places[at], places[at + len(digits) - 1] + 1
            before = re.fullmatch(r".*?(?:\+49|0049|0|\D|^)", text[:start], re.DOTALL)
            if before and not text[end : end + 1].isdecimal():
                yield Finding(start, end, "number")


def _digits(number):
    """Return the digits of a number without the prefixes of country and trunk."""
    number = re.sub(r"^\s*(\+|00)49", "", (number or "").replace("(0)", ""))
    digits = re.sub(r"\D", "", number).lstrip("0")
    return digits if len(digits) >= MIN_DIGITS else ""
