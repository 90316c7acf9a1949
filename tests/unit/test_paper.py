"""Papers in two columns, pictograms, and marks for text from right to left."""

from datetime import date
from xml.etree import ElementTree

import pytest
from logic import pictograms, printing
from logic.paper import Paper, direction_of
from logic.words import Language, Word, Words
from lxml import html

GERMAN = {
    "plan.title": Word("Integrationsplan", True),
    "plan.until": Word("Bis {day}", True),
    "goal.b1": Word("Prüfung bestehen", True),
    "goal.only": Word("Nur deutsch", True),
}
ARABIC = {
    "plan.title": Word("خطة الاندماج"),
    "plan.until": Word("حتى {day}"),
    "goal.b1": Word("اجتياز الامتحان"),
}
R = printing.MARK


def _paper(code="ar"):
    language = Language(code, code, "rtl" if code == "ar" else "ltr")
    return Paper(Words(language, ARABIC if code == "ar" else GERMAN, GERMAN))


def test_german_is_on_the_left():
    assert _paper()("plan.title") == (
        '<td class="ltr de"><div lang="de" dir="ltr"> Integrationsplan</div></td>'
        '<td class="rtl ar"><div lang="ar" dir="rtl"> خطة الاندماج</div></td>'
    )


def test_german_alone_has_one_column():
    assert _paper("de")("plan.title").count("<td") == 1


def test_unchecked_is_remembered():
    paper = _paper()
    assert not paper.words.has_unchecked
    paper("plan.title")
    assert paper.words.has_unchecked


def test_known_goals_are_translated_and_others_stay():
    paper = _paper()
    assert "اجتياز" in paper.known("Prüfung bestehen")
    for text in ("Prüfung <bestehen>", "Nur deutsch"):
        assert paper.known(text).count("<td") == 1
    assert "&lt;bestehen&gt;" in paper.known("Prüfung <bestehen>")


def test_days_are_written_as_each_language_does():
    cells = _paper().on("plan.until", date(2026, 3, 2))
    assert "Bis Montag, 2. März 2026" in cells
    assert "مارس" in cells


def test_values_are_escaped():
    cells = _paper().fact("plan.title", "<b>x</b>")
    assert "<b>x" not in cells
    assert cells.count("&lt;b&gt;x") == 2


@pytest.mark.parametrize(
    ("text", "direction"),
    [("12. سلام", "rtl"), ("Ja", "ltr"), ("ሰላም", "ltr"), ("", "ltr"), (None, "ltr")],
)
def test_direction_comes_from_the_first_letter(text, direction):
    assert direction_of(text) == direction


def test_marks_stand_on_both_ends_of_words():
    assert printing.mark_words("حتى 12.") == f"{R}حتى{R} {R}12.{R}"


def test_latin_words_stay_together():
    marked = printing.mark_words("في Jobcenter Stuttgart اليوم")
    assert f"{R}Jobcenter Stuttgart{R}" in marked


def test_only_right_to_left_is_marked():
    root = html.fromstring(
        "<html><head><style>a {}</style></head><body dir='rtl'>"
        "<p>نعم.</p><b dir='ltr'>Ja. <i>So.</i></b> ثم</body></html>"
    )
    printing.mark_right_to_left(root)
    text = html.tostring(root, encoding="unicode")
    assert f"<p>{R}نعم.{R}</p>" in text
    assert '<b dir="ltr">Ja. <i>So.</i></b>' in text
    assert f"{R}ثم{R}" in text
    assert "<style>a {}</style>" in text


def test_every_area_has_a_small_picture():
    codes = "language school training work housing health participation children"
    for code in codes.split():
        picture = pictograms.FOLDER / f"{code}.svg"
        assert ElementTree.parse(picture).getroot().tag.endswith("svg")
        assert picture.stat().st_size < 1000
        assert pictograms.get_data_uri(code).startswith("data:image/svg+xml")


@pytest.mark.parametrize("code", ["", "other", "../area/work", "/etc/passwd"])
def test_unknown_areas_have_none(code):
    assert pictograms.get_data_uri(code) == ""
