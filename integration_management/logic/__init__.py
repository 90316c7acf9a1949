"""Rules of the field in plain Python: no Odoo import, tested in milliseconds."""
