Searching for a name stays quick with many cases; each list and form costs less.
