Sessions lock themselves and a second factor is asked for also in databases that had the addon before.
