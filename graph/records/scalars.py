"""Scalar types of record fields.

A record file is read with every scalar as the text that stands there, so the *field*
decides what a scalar means: `no` in a sentence stays `no`, `1_000` in a title stays
`1_000`, and only a field that wants a number reads one. The readings below follow the
YAML 1.2 core schema.
"""

import re
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from graph.records import limits
from graph.records.descriptions import describe
from graph.text.late_pattern import late_pattern
from graph.text.naming import DEVICES
from graph.text.one_line import evenly_spaced, on_one_line

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id, wherever in a text it stands: lower-case words or numbers joined by single hyphens."""

_ID = re.compile(rf"(?!{DEVICES}(?![a-z0-9-])){ID.pattern}\Z")
_INTEGER = re.compile(r"[0-9]+\Z")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")
_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"


def _months(ending: str) -> str:
    """The months of a year as a pattern; to each belongs its days, with this ending."""
    return (
        rf"(?:0[13578]|1[02])(?:-(?:0[1-9]|[12][0-9]|3[01])){ending}"
        rf"|(?:0[469]|11)(?:-(?:0[1-9]|[12][0-9]|30)){ending}"
        rf"|02(?:-(?:0[1-9]|1[0-9]|2[0-8])){ending}"
    )


# The calendar as a pattern, so that schemas and browsers refuse the same days.
_DATE = late_pattern(rf"(?!0000)(?:[0-9]{{4}}(?:-(?:{_months('?')}))?|{_LEAP}-02-29)\Z")
_DAY = late_pattern(rf"(?!0000)(?:[0-9]{{4}}-(?:{_months('')})|{_LEAP}-02-29)\Z")
_SEEN = 1 << 16
"""Values that were found to be right, of which it is remembered: most ids stand in many places."""
_LIKE_A_DATE = late_pattern(r"[0-9]{4}(?:-[0-9]{2}){0,2}\Z")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,7}")
"""A language code, wherever in a text it stands; BCP 47 knows none with more parts."""
_LANGUAGE = re.compile(LANGUAGE.pattern + r"\Z")
_FINGERPRINT = re.compile(r"sha256:[0-9a-f]{64}\Z")
_MARK = re.compile(r"[a-p]{10}\Z")
_URL = re.compile(r'https?://[^\s<>"/?#][^\s<>"]*\Z')


class Record(BaseModel):
    """Base of all record models: immutable, and strict about field names.

    What checks a record is built when the first one is made: most parts are only ever checked with
    the whole that they belong to.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        json_schema_extra=describe,
        defer_build=True,
    )


def is_well_formed_id(text: str) -> bool:
    """Whether a record can have this id: see `RecordId`."""
    return len(text) <= limits.ID and _ID.match(text) is not None


def misfit(type_: Any, text: str) -> str:
    """Why a text is no value of one of the types below; empty where it is."""
    try:
        TypeAdapter(type_).validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return ""


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise PydanticCustomError("expected_flag", "expected true or false")


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and len(value) < 10 and _INTEGER.match(value):
        return int(value)
    raise PydanticCustomError("expected_count", "expected a whole number, 0 or more")


def _number(value: Any) -> Any:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and _NUMBER.match(value):
        return float(value)
    raise PydanticCustomError("expected_number", "expected a number such as 0.5")


def within(most: int, what: str, value: str) -> str:
    """The text itself.

    Raises:
        PydanticCustomError: it has more characters than `most`; `what` names it in the message.
    """
    if len(value) > most:
        raise PydanticCustomError(
            "too_many_characters",
            "{what} of {length} characters; {most} are the most",
            {
                "what": f"{'an' if what[0] in 'aeiou' else 'a'} {what}",
                "length": f"{len(value):,}",
                "most": f"{most:,}",
            },
        )
    return value


def _line(value: str) -> str:
    if len(value) > limits.TEXT:
        within(limits.TEXT, "text", value)
    if not value or value.isspace():
        raise PydanticCustomError("expected_text", "expected some text")
    return on_one_line(value)


def _name(value: str) -> str:
    return evenly_spaced(_line(value))


def _pattern(
    expression: re.Pattern[str], error: str, message: str, few: bool = False
) -> AfterValidator:
    """That a text has this form; of `few` texts that come again and again it is remembered."""

    def check(value: str) -> str:
        if not expression.match(value):
            # The texts are this module's own constants, not input.
            raise PydanticCustomError(error, message)
        return value

    return AfterValidator(lru_cache(_SEEN)(check) if few else check)


@lru_cache(_SEEN)
def _id(value: str) -> str:
    within(limits.ID, "id", value)
    if _ID.match(value):
        return value
    if re.fullmatch(DEVICES, value):
        raise PydanticCustomError("name_of_device", "a name that Windows keeps for a device")
    raise PydanticCustomError("malformed_id", "expected lower-case words joined by hyphens")


def _date(value: str) -> str:
    if _DATE.match(value):
        return value
    if _LIKE_A_DATE.match(value):
        raise PydanticCustomError("no_such_date", "no calendar has this date")
    raise PydanticCustomError("malformed_date", "expected a date: YYYY, YYYY-MM or YYYY-MM-DD")


def _day(value: str) -> str:
    if _DAY.match(value):
        return value
    if len(value) == len("YYYY-MM-DD") and _LIKE_A_DATE.match(value):
        raise PydanticCustomError("no_such_day", "no calendar has this date")
    raise PydanticCustomError("malformed_day", "expected a day: YYYY-MM-DD")


def _schema(expression: re.Pattern[str], *types: str, **more: Any) -> WithJsonSchema:
    """The JSON Schema of a text of this form.

    Editors take a number or `true` for what it looks like, where a record has a text; so
    `types` names what such a text may look like. A pattern says nothing about those.
    """
    pattern = expression.pattern.removesuffix("\\Z")
    kinds: Any = ["string", *types] if types else "string"
    # What looks like a number in a file is a text in the record that comes of it.
    mode: Literal["validation"] | None = "validation" if types else None
    return WithJsonSchema({"type": kinds, "pattern": f"^(?:{pattern})$", **more}, mode=mode)


def _line_schema(most: int) -> WithJsonSchema:
    """The JSON Schema of a text on one line, of at most so many characters."""
    types = ["string", "number", "boolean"]
    return WithJsonSchema({"type": types, "pattern": r"\S", "maxLength": most}, mode="validation")


Flag = Annotated[bool, BeforeValidator(_flag)]
"""`true` or `false`; not `yes`, `no`, `on`, `off`, which stay text."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number, 0 or more, written in digits only."""

Number = Annotated[float, BeforeValidator(_number)]
"""A decimal number."""

UnitInterval = Annotated[
    Number,
    Field(ge=0.0, le=1.0),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
"""A number in [0, 1]."""

Relevance = Annotated[
    Number,
    Field(gt=0.0, le=1.0),
    WithJsonSchema({"type": "number", "exclusiveMinimum": 0, "maximum": 1}),
]
"""A number in (0, 1]."""

Line = Annotated[
    str,
    AfterValidator(_line),
    _line_schema(limits.TEXT),
]
"""Text on one line: white space folded but for spaces that are not plain ones, something to be seen
in it, of at most `limits.TEXT` characters."""

Topic = Annotated[
    str,
    AfterValidator(_name),
    _line_schema(limits.TEXT),
]
"""What a topic goes by, on one line; which kind of space is in it makes no difference."""

StepName = Annotated[
    str,
    AfterValidator(lambda value: _name(within(limits.STEP, "name", value))),
    _line_schema(limits.STEP),
]
"""The name of a step, on one line."""

Keyword = Annotated[
    str,
    AfterValidator(lambda value: _name(within(limits.KEYWORD, "keyword", value))),
    _line_schema(limits.KEYWORD),
]
"""A word or a few to find a record by, on one line, of at most `limits.KEYWORD` characters."""

RecordId = Annotated[
    str,
    AfterValidator(_id),
    _schema(_ID, "integer", "boolean", minimum=0, maxLength=limits.ID),
]
"""Lower-case English words joined by hyphens, as in `lower-entry-barriers`; at most `limits.ID`
characters, and no name that Windows keeps for a device."""

_one_id: TypeAdapter[str] = TypeAdapter(RecordId)
_several_ids: TypeAdapter[tuple[str, ...]] = TypeAdapter(tuple[RecordId, ...])


def _one_or_more(value: Any) -> str | tuple[str, ...]:
    # By what stands there, since a union of both would say of a mistake that it is neither.
    if isinstance(value, (list, tuple)):
        return _several_ids.validate_python(value)
    return _one_id.validate_python(value)


OneOrMoreIds = Annotated[
    str | tuple[str, ...],
    PlainValidator(
        _one_or_more, json_schema_input_type=Annotated[RecordId | list[RecordId], Field()]
    ),
    PlainSerializer(lambda value: value, return_type=str | tuple[str, ...]),
]
"""The id of one record, or a list of several."""

Language = Annotated[
    str,
    _pattern(_LANGUAGE, "malformed_language", "expected a language code such as en or nl", True),
    _schema(_LANGUAGE),
]
"""A BCP 47 language tag, lower-case language first; `und` where the language does not matter."""

Date = Annotated[
    str,
    AfterValidator(_date),
    _schema(_DATE, "integer", minimum=1000, maximum=9999),
]
"""A date of one of three precisions (EDTF level 0) that the Gregorian calendar has, from year 1:
the year 0 of astronomers is none of a source's."""

Day = Annotated[str, AfterValidator(_day), _schema(_DAY)]
"""A day that the Gregorian calendar has, as YYYY-MM-DD."""

Fingerprint = Annotated[
    str,
    _pattern(_FINGERPRINT, "malformed_fingerprint", "expected sha256: and 64 hexadecimal digits"),
    _schema(_FINGERPRINT),
]
"""SHA-256 of a passage's normalised text."""

WordingMark = Annotated[
    str,
    _pattern(_MARK, "malformed_mark", "expected ten letters from a to p, as betoog confirm writes"),
    _schema(_MARK),
]
"""A short fingerprint of the wording that a link or a translation was made for."""

Url = Annotated[
    str,
    AfterValidator(lambda value: within(limits.ADDRESS, "address", value)),
    _pattern(_URL, "malformed_url", "expected a web address (https://…)"),
    _schema(_URL, format="uri", maxLength=limits.ADDRESS),
]
"""An absolute http or https address."""
