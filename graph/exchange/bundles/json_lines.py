"""A bundle as JSON lines: one record a line."""

import json
import re
from functools import partial
from typing import Any

from graph.base import KnowledgeBase
from graph.base.kept_texts import kept_texts
from graph.errors import BetoogError
from graph.exchange.bundles.entry import Bundle, Entry
from graph.exchange.bundles.of_records import Written, written
from graph.exchange.format import Format, Subject, one_file
from graph.records import limits
from graph.records.kinds import RECORD_KINDS
from graph.store import Span
from graph.store.yaml_nodes import DEEPEST
from graph.store.yaml_reading import places_in

_FORM = 'a line is one record, as {"claim": {"en": "…"}, "kind": "fact"}'


def json_lines(kb: KnowledgeBase) -> str:
    """The records of a knowledge base, each on a line."""
    with kept_texts(kb, "jsonl") as text:
        return "".join(text(each.made_of, partial(_line, each)) for each in written(kb))


def _line(record: Written) -> str:
    return json.dumps({"record": record.kind, **record.fields}, ensure_ascii=False) + "\n"


_HALF = re.compile(r"[\ud800-\udfff]")


class GivenTwiceError(BetoogError):
    """A name that stands twice in an object of JSON; the message is that name."""


def read_json_lines(name: str, text: str) -> Bundle:
    """The records in lines of JSON; never raises for what they say. Empty lines are passed over."""
    bundle = Bundle(name, text)
    entries: list[Entry] = []
    findings = []
    values = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        whole = Span(number, 1, len(line) + 1)
        try:
            data = json.loads(line, object_pairs_hook=_object)
        except GivenTwiceError as error:
            said = f"the field `{error}` is given twice"
            findings.append(bundle.fault("S209", whole, said, "remove one of the two"))
            continue
        except json.JSONDecodeError as error:
            span = Span(number, error.colno, error.colno + 1)
            findings.append(bundle.fault("S201", span, f"this is no JSON: {error.msg}", _FORM))
            continue
        except ValueError:
            # Python reads no whole number of more than some thousands of digits.
            help_ = "shorten it, or write it as a text"
            findings.append(bundle.fault("S201", whole, "a number of too many digits", help_))
            continue
        except RecursionError:
            data = [[]]
        values += _number(data)
        if values > limits.VALUES:
            findings.append(bundle.too_many_values(whole))
            break
        if not isinstance(data, dict):
            findings.append(bundle.fault("F103", whole, "expected one record", _FORM))
        elif "\\" in line and _HALF.search(json.dumps(data, ensure_ascii=False)):
            said = "half of a character of two (a lone surrogate), which no text has"
            findings.append(bundle.fault("S213", whole, said, "delete it"))
        elif _deeper(data, DEEPEST):
            help_ = "remove the brackets that do not belong"
            findings.append(bundle.fault("S212", whole, "nested too deeply", help_))
        else:
            kind = data.pop("record", "claim")
            places = {(): whole, **places_in(line, number)}
            if isinstance(kind, str) and kind in RECORD_KINDS:
                entries.append(Entry(kind, number, data, places))
            else:
                span = places.get(("record",), whole)
                findings.append(bundle.unknown_kind(str(kind), span))
    return Bundle(name, text, tuple(entries), tuple(findings))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise GivenTwiceError(key[:80])
        found[key] = value
    return found


def _number(data: Any) -> int:
    """How many values there are in what was read, names of fields included."""
    number, waiting = 0, [data]
    while waiting:
        each = waiting.pop()
        number += 1
        if isinstance(each, dict):
            number += len(each)
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return number


def _deeper(value: Any, most: int) -> bool:
    """Whether there are more than so many lists and mappings within each other."""
    within = value.values() if isinstance(value, dict) else value
    if not isinstance(value, (dict, list)):
        return False
    return most == 0 or any(_deeper(each, most - 1) for each in within)


JSON_LINES = Format(
    name="jsonl",
    label="JSON lines",
    subject=Subject.EVERYTHING,
    path="knowledge-base.jsonl",
    media_type="application/jsonl",
    files=one_file("knowledge-base.jsonl", json_lines),
)
