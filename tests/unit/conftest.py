"""Make the addon's pure modules and the tools importable without Odoo."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "integration_management"), str(ROOT)]
