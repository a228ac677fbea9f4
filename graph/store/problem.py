"""What can go wrong between a file and a record, with the place where it did."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one line of a file; `line` and columns count characters from 1.

    `end_column` is the column after the last character.
    """

    line: int
    column: int
    end_column: int


class Fault(StrEnum):
    """The ways in which a file fails to be a record."""

    NOT_UTF8 = "not-utf8"
    TOO_LARGE = "too-large"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"
    UNEXPECTED_FILE = "unexpected-file"
    UNUSABLE_NAME = "unusable-name"
    LINKED_FOLDER = "linked-folder"
    DEEP_FOLDER = "deep-folder"
    CONFLICT = "conflict"
    TO_WRITE = "to-write"
    NO_WORK = "no-work"
    LINK = "link"
    OWN_PAGE = "own-page"
    NO_FRONT_MATTER = "no-front-matter"
    OPEN_FRONT_MATTER = "open-front-matter"
    CONTROL_CHARACTER = "control-character"
    SYNTAX = "syntax"
    UNQUOTED_COLON = "unquoted-colon"
    UNQUOTED_COMMA = "unquoted-comma"
    TAB = "tab"
    NO_BREAK_SPACE = "no-break-space"
    DIRECTIVE = "directive"
    WRONG_INDENT = "wrong-indent"
    QUOTE = "quote"
    BRACKET = "bracket"
    RESERVED = "reserved"
    SECOND_DOCUMENT = "second-document"
    DUPLICATE_KEY = "duplicate-key"
    ALIAS = "alias"
    TAG = "tag"
    TOO_DEEP = "too-deep"
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"


class Expected(StrEnum):
    """What a field takes, where it was given something else."""

    LIST = "list"
    TEXT = "text"
    TEXT_PER_LANGUAGE = "text-per-language"
    LISTS_PER_LANGUAGE = "lists-per-language"
    ONE_LANGUAGE = "one-language"
    FIELDS = "fields"
    FLAG = "flag"
    NUMBER = "number"
    SOMETHING = "something"
    ONE_OF_FEW = "one-of-few"
    ABOVE_LOWEST = "above-lowest"
    WITHIN_BOUNDS = "within-bounds"
    ID = "id"
    OTHER_ID = "other-id"
    LANGUAGE_CODE = "language-code"
    DATE = "date"
    DAY = "day"
    DOI = "doi"
    FINGERPRINT = "fingerprint"
    MARK = "mark"
    ADDRESS = "address"


class Bounds(NamedTuple):
    """The least and the greatest number that a field takes; infinite where it has no bound.

    Whether the least is itself among them is said by what the field expects.
    """

    least: float
    greatest: float


FieldPath = tuple[str | int, ...]
"""The way to a field inside a record: keys and list positions."""
KEY = "\0key"
"""What ends the path at which the name of a field stands, and not its value."""


@dataclass(frozen=True)
class Problem:
    """One fault at one place.

    `path` is relative to the root, with forward slashes; `field` is the way to the field
    the fault is about, empty for the file as a whole; `found` is the offending text;
    `detail` says what was wrong in words; `allowed` lists the values or field names that
    would have been right, where these are few. Of a value that does not fit its field,
    `expected` says what would, `bounds` between which numbers it must be, and `empty` that
    nothing was given.
    """

    path: str
    fault: Fault
    span: Span
    detail: str
    found: str = ""
    field: FieldPath = ()
    allowed: tuple[str, ...] = ()
    expected: Expected | None = None
    bounds: Bounds | None = None
    empty: bool = False
