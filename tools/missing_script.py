"""The one browser script that Debian strips from Odoo's package.

It blurs the background of video calls, which this addon never uses, but Odoo
loads it into every page and a browser test fails when it is not there. With npm
at hand the real file is taken; without it an empty stand-in does, because
installing npm would cost more than all the rest of the set-up.
"""

import json
import shutil
import tarfile
import tempfile
from pathlib import Path

from tools.console import quiet, step

PACKAGE = "@mediapipe/selfie_segmentation"
FILE = "selfie_segmentation.js"
STAND_IN = """\
/* Stand-in: background blur is not available in this development set-up. */
window.SelfieSegmentation = class {
    constructor() {}
    setOptions() {}
    onResults() {}
    async send() {}
    async reset() {}
    async close() {}
};
"""


def add(odoo):
    """Put the script where Odoo expects it, unless it is there."""
    folder = odoo / "addons/mail/static/lib/selfie_segmentation"
    target = folder / FILE
    if target.exists():
        return
    target.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    if not _from_npm(target):
        step("No npm here: using a stand-in for the background blur script")
        target.write_text(STAND_IN)


def _from_npm(target):
    if not shutil.which("npm"):
        return False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "package.json").write_text(json.dumps({"private": True}))
        if not quiet(["npm", "pack", "--silent", PACKAGE], cwd=folder):
            return False
        for archive in folder.glob("*.tgz"):
            with tarfile.open(archive) as tar:
                data = tar.extractfile(f"package/{FILE}").read()
            target.write_bytes(data)
    return target.exists()
