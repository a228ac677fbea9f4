"""What is measured, in the order of the tables, and what it is called on pages."""

from collections.abc import Mapping
from types import MappingProxyType

PLAIN = "plain"
"""What everything else is held against: as many pages with the same words in plain MkDocs."""
HUGO = "hugo"
COLD = "cold"
ROWS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "read": {"en": "records read", "nl": "bestanden lezen"},
        "read_again": {"en": "records read again", "nl": "bestanden opnieuw lezen"},
        "check": {"en": "check", "nl": "controleren"},
        "diff": {"en": "diff of two claims", "nl": "verschil van twee beweringen"},
        "weigh": {"en": "weigh", "nl": "wegen"},
        "cruxes": {"en": "cruxes of a thesis", "nl": "waar een stelling om draait"},
        COLD: {"en": "cold build", "nl": "koude build"},
        "unsearched": {"en": "cold build, no search", "nl": "koude build zonder zoeken"},
        "warm": {"en": "build, nothing changed", "nl": "build zonder wijziging"},
        "edit": {"en": "build after one edit", "nl": "build na één wijziging"},
        "serve": {"en": "serve after one edit", "nl": "pagina na één wijziging"},
        PLAIN: {"en": "plain MkDocs, prose", "nl": "kaal MkDocs, proza"},
        "plain_full": {"en": "plain MkDocs, links", "nl": "kaal MkDocs, links"},
        "properdocs": {"en": "plain properdocs, prose", "nl": "kaal properdocs, proza"},
        HUGO: {"en": "Hugo, prose", "nl": "Hugo, proza"},
    }
)
"""By what they are called in results."""
