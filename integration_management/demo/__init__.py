# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Lively demo data: about 60 cases of invented people, the same ones every time."""

from .loader import load
