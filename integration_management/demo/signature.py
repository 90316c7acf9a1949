# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import base64
import io
from math import sin

from PIL import Image, ImageDraw

_SIZE = (420, 140)


def draw(dice):
    """Return a scribble that passes for a signature, as a base64 PNG.

    :param dice: decides how it looks
    """
    image = Image.new("RGBA", _SIZE, (0, 0, 0, 0))
    width, height = _SIZE
    speed, size = dice.uniform(0.05, 0.12), dice.uniform(15, 35)
    points = [
        (
            x + size * sin(x * speed),
            height / 2
            + size * sin(x * speed * 1.7 + 1)
            + 12 * sin(x * speed * 4.1)
            - x * 0.06,
        )
        for x in range(40, width - 60, 2)
    ]
    ImageDraw.Draw(image).line(points, fill=(20, 30, 90, 255), width=3, joint="curve")
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue())
