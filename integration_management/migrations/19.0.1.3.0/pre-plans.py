# Copyright 2026 The integration_management authors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).


def migrate(cr, version):
    """Take the last change of ended plans for their end, which was not stored."""
    cr.execute("ALTER TABLE integration_plan ADD COLUMN IF NOT EXISTS ended_on date")
    cr.execute(
        """
        UPDATE integration_plan SET ended_on = write_date::date
         WHERE ended_on IS NULL AND state IN ('continued', 'closed', 'declined')
        """
    )
