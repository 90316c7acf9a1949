"""Bar charts as SVG: plain text, readable in grey, for paper.

Every bar carries its number, so that nothing depends on colours.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape

NOW = "#1f5c99"
BEFORE = "#b9cbdc"
_INK = "#222222"
_FONT = "font-family=\"'Noto Sans','DejaVu Sans',Arial,sans-serif\""
_BAR = 17
_GAP = 9


@dataclass(frozen=True)
class Bar:
    """One category: now, and before if known. None: withheld."""

    label: str
    value: float | None
    shown: str
    before: float | None = None
    before_shown: str = ""


def bars(chart: list[Bar], width: int = 660, label_width: int = 250) -> str:
    """Return a chart of horizontal bars; a withheld number is a sign, not a bar."""
    values = [n for bar in chart for n in (bar.value, bar.before) if n]
    greatest = max(values, default=1)
    room = width - label_width - 70
    y, parts = 4, []
    for bar in chart:
        lines = [(bar.value, bar.shown, NOW, 13)]
        if bar.before_shown:
            lines.append((bar.before, bar.before_shown, BEFORE, 11))
        middle = y + len(lines) * _BAR / 2 + 4
        parts.append(
            _text(label_width - 10, middle, _shorten(bar.label), 12.5, "end", _INK)
        )
        for value, shown, colour, size in lines:
            length = round(room * value / greatest, 1) if value else 0
            if length:
                parts.append(
                    f'<rect x="{label_width}" y="{y}" width="{length}"'
                    f' height="{_BAR - 3}" fill="{colour}" stroke="{_INK}"'
                    ' stroke-width="0.5"></rect>'
                )
            x = label_width + length + 6
            size = 20 if value is None else size  # the sign is small
            parts.append(_text(x, y + _BAR - 5, shown, size, "start", _INK))
            y += _BAR
        y += _GAP
    parts.append(
        f'<line x1="{label_width}" y1="0" x2="{label_width}" y2="{y}"'
        f' stroke="{_INK}" stroke-width="1"></line>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{y}"'
        f' role="img">{"".join(parts)}</svg>'
    )


def _text(x, y, text, size, anchor, colour):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}"'
        f' fill="{colour}" {_FONT}>{escape(text)}</text>'
    )


def _shorten(label):
    return label if len(label) <= 38 else f"{label[:37].rstrip()}…"
