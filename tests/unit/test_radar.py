"""The radar chart on paper: every value drawn where it belongs, gaps included."""

from xml.etree import ElementTree

from logic.radar import radar_svg

SVG = "{http://www.w3.org/2000/svg}"
LEGEND = ("Now", "Last time")
NAMES = list("ABCDEFGH")


def draw(now, before=(None,) * 8, names=NAMES):
    return ElementTree.fromstring(radar_svg(names, now, before, LEGEND))


def dots(svg):
    """Return the marks of the current values without the one of the legend."""
    found = [(float(c.get("cx")), float(c.get("cy"))) for c in svg.iter(SVG + "circle")]
    return found[:-1]


def solid_lines(svg):
    return [line for line in svg.iter(SVG + "line") if line.get("stroke") == "#005a8c"]


def dashed_lines(svg):
    return [line for line in svg.iter(SVG + "line") if line.get("stroke-dasharray")]


def test_values_lie_on_their_axes():
    marks = dots(draw([5, None, 5, None, 1, None, None, None]))
    assert marks == [(250, 45), (355, 150), (250, 171)]


def test_a_full_round_is_closed():
    assert len(solid_lines(draw([3] * 8))) == 8 + 1


def test_what_was_not_said_leaves_a_gap():
    assert len(solid_lines(draw([3, 3, None, 3, None, None, None, None]))) == 1 + 1


def test_last_time_is_dashed_and_only_there_when_known():
    assert not dashed_lines(draw([3] * 8))
    assert len(dashed_lines(draw([3] * 8, [2] * 8))) == 8 + 1
    texts = "".join(draw([3] * 8, [2] * 8).itertext())
    assert "Last time" in texts
    assert "Last time" not in "".join(draw([3] * 8).itertext())


def test_nothing_said_draws_the_empty_net():
    svg = draw([None] * 8)
    assert not dots(svg)
    assert {text.text for text in svg.iter(SVG + "text")} >= set(NAMES)


def test_few_areas_do_not_break_it():
    for count in (0, 1, 2):
        assert len(dots(draw([3] * count, [None] * count, NAMES[:count]))) == count


def test_names_are_text_and_never_markup():
    svg = draw([1] * 8, names=['<script>"&'] * 8)
    assert not list(svg.iter(SVG + "script"))
    assert '<script>"&' in "".join(svg.itertext())


def test_long_names_take_two_lines():
    svg = draw([1], [None], ["Participation in society"])
    assert {"Participation", "in society"} <= {t.text for t in svg.iter(SVG + "text")}
