"""Make the addon's pure modules importable without Odoo."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "integration_management"))
