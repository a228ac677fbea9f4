"""The formats there are: a new one is a module of its own and a line here."""

from graph.exchange.bibtex import BIBTEX
from graph.exchange.bundles.json_lines import JSON_LINES
from graph.exchange.bundles.spreadsheet import CSV
from graph.exchange.bundles.yaml_bundle import YAML
from graph.exchange.csl_json import CSL_JSON
from graph.exchange.format import Format, Subject
from graph.exchange.frameworks import FRAMEWORKS
from graph.exchange.knowledge_base import KNOWLEDGE_BASE

FORMATS: tuple[Format, ...] = (
    KNOWLEDGE_BASE,
    BIBTEX,
    CSL_JSON,
    FRAMEWORKS,
    YAML,
    JSON_LINES,
    CSV,
)
"""In the order in which they are offered."""


def formats_of(subject: Subject) -> tuple[Format, ...]:
    """The formats that hold this."""
    return tuple(each for each in FORMATS if each.subject is subject)
