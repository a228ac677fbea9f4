"""How much a record may hold: one table for models, schemas, forms, commands and rules.

Each is far more than any record of an argument needs, and little enough that nothing made of a
record becomes slow or large. Characters are counted as code points.
"""

from typing import Final

TEXT: Final = 2_000
"""The characters of one text."""
NOTE: Final = 20_000
"""The characters of an annotation."""
KEYWORD: Final = 60
"""The characters of a keyword."""
KEYWORDS: Final = 20
"""The keywords of one record in one language."""
ADDRESS: Final = 2_000
"""The characters of a web address or a DOI."""
ID: Final = 100
"""The characters of an id, which names files and folders too."""
STEP: Final = 500
"""The characters of the name by which a step is undercut, which holds the ids of several claims."""
ITEMS: Final = 500
"""The items of all lists of one record together, and the entries of one mapping."""
LANGUAGES: Final = 24
"""The languages of all debates together, each of which has pages of its own for every record."""
OLDER: Final = 1_000
"""The older addresses of the themes of one debate: each under each id that the debate had."""
FILE: Final = 256 * 1024
"""The bytes of a file."""
FOLDERS: Final = 20
"""The folders within each other below `claims/`."""
FINDINGS: Final = 200
"""The findings about one file that are told."""
BUNDLE: Final = 32 * 1024 * 1024
"""The bytes of a file with many records, which is brought in as a whole."""
RECORDS: Final = 10_000
"""The records in such a file."""
VALUES: Final = 1_000_000
"""The values in such a file, names of fields included: each is kept with its place."""
