Profiling stays off, since it writes down every query with its values for administrators to read.
