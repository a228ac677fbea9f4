"""Records in other programs' formats: one module a format, all of them in `formats`."""
