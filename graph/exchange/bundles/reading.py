"""A bundle read from the bytes of a file, in whichever of the formats it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePath

from graph.errors import AnswerError
from graph.exchange.bundles.entry import APART, Bundle
from graph.exchange.bundles.json_lines import read_json_lines
from graph.exchange.bundles.spreadsheet import read_spreadsheet
from graph.exchange.bundles.yaml_bundle import read_yaml_bundle
from graph.records import limits
from graph.store import Span
from graph.store.file_reading import first_fault
from graph.store.splices import as_read
from graph.text.visible import visible

_READERS: Mapping[str, Callable[[str, str], Bundle]] = {
    "yaml": read_yaml_bundle,
    "jsonl": read_json_lines,
    "csv": read_spreadsheet,
}
FORMATS = tuple(_READERS)
"""The formats in which a bundle comes in, which are those it goes out in."""
_ENDINGS: Mapping[str, str] = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "yaml",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
}  # fmt: skip
_TOP = Span(1, 1, 2)


def format_of(name: str, given: str | None) -> str:
    """The format of a file: the one that is given, or that its name ends in.

    Raises:
        AnswerError: neither says one.
    """
    if given is not None and given not in _READERS:
        raise AnswerError(f"--format {visible(given)}: it is one of {', '.join(FORMATS)}")
    found = given or _ENDINGS.get(PurePath(name).suffix.lower())
    if found is None:
        raise AnswerError(f"say what {visible(name)} is, with --format {'|'.join(FORMATS)}")
    return found


def read_bundle(name: str, raw: bytes, form: str) -> Bundle:
    """The records of a file of one of the formats, with what is wrong in the file as such."""

    def refused(code: str, span: Span, message: str, help_: str, text: str = "") -> Bundle:
        bundle = Bundle(name, text)
        return replace(bundle, findings=(bundle.fault(code, span, message, help_),))

    if len(raw) > limits.BUNDLE:
        return refused("S002", _TOP, f"more than {limits.BUNDLE:,} bytes", APART)
    try:
        text = as_read(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        shown = as_read(raw.decode("utf-8", "replace"))
        return refused("S001", *first_fault(raw, error), "save the file as UTF-8", shown)
    bundle = _READERS[form](name, text)
    if (number := len(bundle.entries)) > limits.RECORDS:
        said = f"{number:,} records; {limits.RECORDS:,} are the most"
        return refused("F107", bundle.entries[limits.RECORDS].place(), said, APART, text)
    return bundle
