"""A link put into a claim's file, leaving every other line as it stands."""

from collections.abc import Mapping
from typing import Any

from graph.errors import BetoogError
from graph.records import Claim
from graph.store import read_file
from graph.store.front_matter import Unfenced, split_front_matter
from graph.store.layout import laid_out
from graph.store.writing import field_order, lines_of
from graph.store.yaml_reading import KEY, read_yaml


class LinkingError(BetoogError):
    """A record into which no link can be put safely; the message says why."""


def with_link(path: str, text: str, field: str, step: Mapping[str, Any]) -> str:
    """A claim's file with one more link at the end of `supports`, `contradicts` or `undercuts`.

    Where the field is written in a way that no line fits into, the file is laid out anew.

    Raises:
        LinkingError: the file has faults, or the link does not come out as it should.
    """
    before = _claim(path, text)
    parts = split_front_matter(text)
    if isinstance(parts, Unfenced):
        raise LinkingError(f"{path} has no front matter")
    data = before.model_dump(by_alias=True, exclude_unset=True)
    wanted = Claim.model_validate({**data, field: [*data.get(field, ()), dict(step)]})
    for candidate in (parts.yaml, _tidy(text)):
        fields = _inserted(candidate, field, step)
        changed = f"---\n{fields}---\n{parts.body}"
        file, problems = read_file(path, changed)
        if file is not None and not problems and file.record == wanted:
            return changed
    raise LinkingError(f"{path} is laid out in a way that a link does not fit into")


def _claim(path: str, text: str) -> Claim:
    file, problems = read_file(path, text)
    if file is None or problems or not isinstance(file.record, Claim):
        raise LinkingError(f"{path} has faults; betoog check names them")
    return file.record


def _tidy(text: str) -> str:
    parts = split_front_matter(laid_out("claim", text) or text)
    return "" if isinstance(parts, Unfenced) else parts.yaml


def _inserted(yaml: str, field: str, step: Mapping[str, Any]) -> str:
    """The fields with the link's lines in them, at the end of its field or as a new one."""
    reading = read_yaml(yaml)
    data = reading.data if isinstance(reading.data, dict) else {}
    lines = yaml.split("\n")
    new = [line.text for line in lines_of({field: [dict(step)]})]
    starts = {key: reading.places[key, KEY].line for key in data}
    if data.get(field):
        new = new[1:]
        after = min((line for line in starts.values() if line > starts[field]), default=len(lines))
    else:
        if field in data:
            # `supports:` with nothing behind it goes for the one that has something.
            del lines[starts[field] - 1]
            return _inserted("\n".join(lines), field, step)
        order = [Claim.model_fields[name].alias or name for name in field_order(Claim)]
        later = order[order.index(field) + 1 :]
        after = min((starts[key] for key in later if key in starts), default=len(lines))
    place = after - 1
    # Comments above the next field stay with it.
    while place > 0 and (not lines[place - 1].strip() or lines[place - 1].startswith("#")):
        if after == len(lines) and lines[place - 1].startswith("#"):
            break
        place -= 1
    return "\n".join([*lines[:place], *new, *lines[place:]])
