Removing the addon takes all cases, their calendar entries and files along; nothing of a client stays in the database.
