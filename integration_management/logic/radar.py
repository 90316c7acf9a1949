"""A radar chart as SVG text, for paper: black-and-white printers included."""

from collections.abc import Sequence
from html import escape
from math import cos, pi, sin

HIGHEST = 5
_WIDTH, _HEIGHT = 500, 330
_CENTRE_X, _CENTRE_Y, _RADIUS = 250, 150, 105
_NOW = 'stroke="#005a8c" stroke-width="2.5"'
_BEFORE = 'stroke="#b34700" stroke-width="2" stroke-dasharray="6 4"'
_GRID = 'fill="none" stroke="#bbbbbb" stroke-width="0.8"'
_TEXT = 'font-size="12" fill="#000000"'

Values = Sequence[int | None]


def radar_svg(
    names: Sequence[str], now: Values, before: Values, legend: tuple[str, str]
) -> str:
    """Draw values of 1 to 5; an area without a value leaves a gap in the line.

    :param names: of the axes, clockwise from the top
    :param before: values of last time, drawn dashed; none at all: no such line
    :param legend: what `now` and `before` are called
    """
    count = len(names)
    parts = [_ring(count, step) for step in range(1, HIGHEST + 1)]
    parts += [_axis(index, count) for index in range(count)]
    parts += [_label(name, index, count) for index, name in enumerate(names)]
    parts += [_scale(step) for step in range(1, HIGHEST + 1)]
    has_before = any(before)
    if has_before:
        parts += _series(before, _BEFORE, _triangle)
    parts += _series(now, _NOW, _dot)
    parts += _legend(legend, has_before)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        f' width="{_WIDTH * 1.25}" height="{_HEIGHT * 1.25}"'
        f' font-family="Noto Sans, DejaVu Sans,'
        f' Liberation Sans, Arial, sans-serif">{"".join(parts)}</svg>'
    )


def _point(index: int, count: int, value: float) -> tuple[float, float]:
    angle = 2 * pi * index / count
    length = _RADIUS * value / HIGHEST
    return (
        round(_CENTRE_X + length * sin(angle), 1),
        round(_CENTRE_Y - length * cos(angle), 1),
    )


def _ring(count: int, value: int) -> str:
    points = " ".join(
        f"{x},{y}" for x, y in (_point(index, count, value) for index in range(count))
    )
    return f'<polygon points="{points}" {_GRID}/>'


def _axis(index: int, count: int) -> str:
    return _line((_CENTRE_X, _CENTRE_Y), _point(index, count, HIGHEST), _GRID)


def _line(start: tuple[float, float], end: tuple[float, float], style: str) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {style}/>'


def _scale(value: int) -> str:
    y = _CENTRE_Y - _RADIUS * value / HIGHEST
    return (
        f'<text x="{_CENTRE_X + 3}" y="{y + 10}" font-size="9" fill="#555555">'
        f"{value}</text>"
    )


def _label(name: str, index: int, count: int) -> str:
    """Write the name of an axis outside, long names on two lines."""
    x, y = _point(index, count, HIGHEST + 0.7)
    side = round(x - _CENTRE_X)
    anchor = "middle" if abs(side) < 5 else "start" if side > 0 else "end"
    lines = _two_lines(name)
    return "".join(
        f'<text x="{x}" y="{y + 4 + 14 * row - 7 * (len(lines) - 1)}"'
        f' text-anchor="{anchor}" {_TEXT}>{escape(line)}</text>'
        for row, line in enumerate(lines)
    )


def _two_lines(name: str) -> list[str]:
    if len(name) > 16 and " " in name:
        return name.split(" ", 1)
    return [name]


def _series(values: Values, style: str, mark) -> list[str]:
    """Join neighbours that both have a value, and mark each value."""
    count = len(values)
    points = [
        _point(index, count, value) if value else None
        for index, value in enumerate(values)
    ]
    lines = [
        _line(points[index - 1], point, style)
        for index, point in enumerate(points)
        if point and points[index - 1] and count > 1
    ]
    return lines + [mark(*point) for point in points if point]


def _dot(x: float, y: float) -> str:
    return f'<circle cx="{x}" cy="{y}" r="4" fill="#005a8c"/>'


def _triangle(x: float, y: float) -> str:
    points = f"{x},{y - 5} {x + 5},{y + 4} {x - 5},{y + 4}"
    return f'<polygon points="{points}" fill="#ffffff" stroke="#b34700"/>'


def _legend(legend: tuple[str, str], has_before: bool) -> list[str]:
    y = _HEIGHT - 14
    now, before = (escape(text) for text in legend)
    parts = [
        _line((120, y), (160, y), _NOW),
        _dot(140, y),
        f'<text x="168" y="{y + 4}" {_TEXT}>{now}</text>',
    ]
    if has_before:
        parts += [
            _line((270, y), (310, y), _BEFORE),
            _triangle(290, y),
            f'<text x="318" y="{y + 4}" {_TEXT}>{before}</text>',
        ]
    return parts
