"""Layout of workbook and charts: what is withheld is nowhere, sums are right."""

from datetime import date
from xml.etree import ElementTree

from logic.charts import Bar, bars
from logic.workbook import Block, Number, sheet_names


def _year(year):
    return date(year, 1, 1), date(year, 12, 31)


def test_one_period_has_the_name_of_the_template():
    assert sheet_names([_year(2025)]) == ["Auswertung Zeitraum"]


def test_names_differ_and_fit_into_a_spreadsheet():
    half = (date(2025, 1, 1), date(2025, 6, 30))
    names = sheet_names([_year(2024), _year(2025), *[half] * 12])
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 31
    assert not set("[]:*?/\\") & set("".join(names))


def test_a_formula_only_where_all_is_shown_and_comes_to_the_total():
    def block(*numbers):
        return Block("persons", "age", [("", {"u": Number(n)}) for n in numbers])

    assert block(5, 7).get_sum("u", Number(12)) == "formula"
    assert block(5, None).get_sum("u", Number(12)) == "value"
    assert block(5, 6).get_sum("u", Number(12)) == "value"
    assert block(5, 7).get_sum("u", Number(None)) == "withheld"
    assert block(5, 7).get_sum("u", None) == "withheld"


def test_charts_are_well_formed_whatever_labels_say():
    drawing = bars([Bar("<script>&", 5, "5"), Bar("x" * 80, None, "•", 3, "3")])
    root = ElementTree.fromstring(drawing)
    rectangles = [each for each in root if each.tag.endswith("rect")]
    assert len(rectangles) == 2
    assert "•" in drawing and "<script" not in drawing


def test_a_chart_without_numbers():
    ElementTree.fromstring(bars([Bar("a", None, "•"), Bar("b", 0, "0")]))
