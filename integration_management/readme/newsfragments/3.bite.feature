Before each release, every guard is switched off once to see which attacks it stops, and all tables, sessions and logs are searched for what was entered in a case.
