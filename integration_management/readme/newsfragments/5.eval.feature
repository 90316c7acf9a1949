Grant officers export closed cases for research in which nobody can be found; managers see their own figures.
