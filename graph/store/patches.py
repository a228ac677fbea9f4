"""Changes of fields as pieces of a file's text in place of others, where the fields stand."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from graph.records.kinds import RECORD_KINDS
from graph.store.changes import (
    UNFIT,
    Append,
    Change,
    NotAmendableError,
    Remove,
    Rename,
    Set,
    as_plain,
)
from graph.store.extents import Extent, Form, extents
from graph.store.file_reading import read_file
from graph.store.front_matter import Unfenced, fields_and_body, fields_begin
from graph.store.problem import FieldPath, Problem
from graph.store.record_file import RecordFile
from graph.store.splices import Splice
from graph.store.writing import Line, field_order, in_line, item_lines, lines_of, scalar
from graph.store.yaml_reading import Reading, read_yaml


class Document:
    """A file of records, of which the text is as it is read, and where its fields stand."""

    def __init__(self, path: str, text: str) -> None:
        parts = fields_and_body(path, text)
        if isinstance(parts, Unfenced):
            raise NotAmendableError(path, "has no front matter")
        self.path = path
        self.body = parts.body
        self.reading: Reading = read_yaml(parts.yaml)
        self.begin = fields_begin(path, text)
        self._whole = text

    @cached_property
    def extents(self) -> dict[FieldPath, Extent]:
        """Where every value stands among the fields."""
        return extents(self.reading.text)

    def end_of(self, begin: int) -> int | None:
        """Where the text that begins at a character of the file ends, if a value does."""
        for each in self.extents.values():
            if each.form is Form.TEXT and self.begin + each.begin == begin:
                return self.begin + each.end
        return None

    @cached_property
    def read(self) -> tuple[RecordFile | None, list[Problem]]:
        """The record and what is wrong with it."""
        return read_file(self.path, self._whole)

    @property
    def order(self) -> list[str]:
        """The names of the record's fields in the order in which they are written."""
        file = self.read[0]
        if file is None or file.kind not in RECORD_KINDS:
            return []
        model = RECORD_KINDS[file.kind].model
        return [model.model_fields[name].alias or name for name in field_order(model)]

    def splices(self, changes: Iterable[Change]) -> tuple[Splice, ...]:
        """What changes come to in the text of the file, in its order; unproved.

        Raises:
            NotAmendableError: a field is not there, or stands where it cannot be changed.
        """
        if not self.extents or self.reading.data is None:
            raise NotAmendableError(self.path, "has faults; betoog check names them")
        found = [each for change in changes for each in self._splices(change)]
        return tuple(
            Splice(self.begin + begin, self.begin + end, new)
            for begin, end, new in sorted(found, key=lambda each: each[:2])
        )

    def _splices(self, change: Change) -> Iterator[Splice]:
        match change:
            case Set(path, value):
                yield self._set(path, as_plain(value))
            case Append(path, item):
                yield from self._appended(path, as_plain(item))
            case Remove(path):
                yield self._removed(path)
            case Rename():
                yield from self._renamed(change)

    def _at(self, path: FieldPath) -> Extent:
        if path not in self.extents:
            raise NotAmendableError(self.path, "has no such field")
        return self.extents[path]

    def _refused(self) -> NotAmendableError:
        return NotAmendableError(self.path, UNFIT)

    def _set(self, path: FieldPath, value: Any) -> Splice:
        if path in self.extents:
            return self._put(self.extents[path], in_line(value))
        around, name = self._at(path[:-1]), path[-1]
        if not isinstance(name, str):
            raise self._refused()
        if around.form is Form.FIELDS_IN_LINE:
            return self._put_in(path[:-1], around, f"{scalar(name)}: {in_line(value)}")
        if around.form is not Form.FIELDS:
            raise self._refused()
        lines = lines_of({name: value}, around.column)
        before = self._before(name, around) if len(path) == 1 else around.parts[-1]
        if before is None:
            place = self._line_begin(around.begin)
            return Splice(place, place, "".join(f"{line.text}\n" for line in lines))
        return self._below(self._at((*path[:-1], before)), lines)

    def _before(self, name: str, around: Extent) -> str | int | None:
        """The field of the record behind which a new one stands."""
        order = self.order
        if name not in order:
            return around.parts[-1]
        there = {each: order.index(str(each)) for each in around.parts if each in order}
        earlier = [each for each in there if there[each] < order.index(name)]
        return max(earlier, key=lambda each: there[each], default=None)

    def _renamed(self, change: Rename) -> Iterator[Splice]:
        where, value = self._at(change.path), self.reading.data
        for each in change.path:
            value = value[each]
        if not isinstance(value, str):
            raise self._refused()
        stands = self.reading.text[where.begin : where.end]
        places = list(change.places(stands))
        if len(places) != len(list(change.places(value))):
            # It stands there in other letters, such as \x2d for a hyphen.
            yield self._put(where, in_line(change.said(value)))
            return
        for begin, end in places:
            said = scalar(change.new) if stands == change.old else change.new
            yield Splice(where.begin + begin, where.begin + end, said)

    def _put(self, where: Extent, text: str) -> Splice:
        """A text in place of a value."""
        space = " " if self.reading.text[where.begin - 1 : where.begin] in (":", "-") else ""
        return Splice(where.begin, where.end, space + text)

    def _put_in(self, path: FieldPath, where: Extent, text: str) -> Splice:
        """A text as the last within brackets or braces."""
        if not where.parts:
            return Splice(where.begin + 1, where.begin + 1, text)
        last = self._at((*path, where.parts[-1]))
        # A field without a value can end in its colon, which must not touch the comma.
        gap = " " if self.reading.text[last.end - 1] == ":" else ""
        return Splice(last.end, last.end, f"{gap}, {text}")

    def _below(self, where: Extent, lines: Iterable[Line]) -> Splice:
        """Lines below the one on which a value ends; a comment behind it stays with it."""
        place = self._line_end(where.end)
        return Splice(place, place, "".join(f"\n{line.text}" for line in lines))

    def _line_begin(self, place: int) -> int:
        return self.reading.text.rfind("\n", 0, place) + 1

    def _line_end(self, place: int) -> int:
        end = self.reading.text.find("\n", place)
        return len(self.reading.text) if end < 0 else end

    def _appended(self, path: FieldPath, item: Any) -> Iterator[Splice]:
        if path not in self.extents:
            yield self._set(path, [item])
            return
        where = self.extents[path]
        if where.form is Form.LIST:
            last = self._at((*path, where.parts[-1]))
            yield self._below(last, item_lines(item, where.column))
        elif where.parts or (where.form is Form.LIST_IN_LINE and not isinstance(item, dict)):
            yield self._put_in(path, where, in_line(item))
        elif self._at(path[:-1]).form is not Form.FIELDS:
            yield self._put(where, in_line([item]))
        else:
            # An empty list in brackets, or nothing, goes for one on lines of its own.
            yield Splice(self._name_end(where), where.end, "")
            margin = self._at(path[:-1]).column + 2
            yield self._below(where, item_lines(item, margin))

    def _name_end(self, where: Extent) -> int:
        """The place behind the colon before a value on its line."""
        begin = self._line_begin(where.begin)
        return begin + len(self.reading.text[begin : where.begin].rstrip())

    def _removed(self, path: FieldPath) -> Splice:
        where, around = self._at(path), self._at(path[:-1])
        index = around.parts.index(path[-1])
        if len(around.parts) < 2:
            # Nothing would be left, which is not the same as a list or fields without anything.
            raise self._refused()
        begin = where.begin if where.key is None else where.key
        if around.form.in_line:
            if index + 1 < len(around.parts):
                after = self._at((*path[:-1], around.parts[index + 1]))
                return Splice(begin, after.begin if after.key is None else after.key, "")
            return Splice(self._at((*path[:-1], around.parts[index - 1])).end, where.end, "")
        start = self._line_begin(begin)
        if self.reading.text[start:begin].strip() != ("-" if where.key is None else ""):
            raise self._refused()
        return Splice(start, min(self._line_end(where.end) + 1, len(self.reading.text)), "")


# Findings in one file are found one after the other.
@lru_cache(maxsize=4)
def document(path: str, text: str) -> Document:
    """A file of records, given its text as it is read.

    Raises:
        NotAmendableError: a file with front matter has none.
    """
    return Document(path, text)
