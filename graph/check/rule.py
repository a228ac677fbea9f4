"""A rule: one thing that records must be, with its code, its severity and its explanation."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from graph.base import KnowledgeBase
from graph.check.finding import Finding, Severity
from graph.check.fix import Fix, Way, ways
from graph.store import FieldPath, Span

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "S": "Files and syntax",
        "F": "Fields",
        "I": "Identity",
        "R": "References",
        "A": "Argument",
        "P": "Passages",
        "T": "Translation",
        "B": "Building",
        "X": "The checker itself",
    }
)
"""What the letter of a code stands for."""

TOP = Span(1, 1, 2)
"""Where a finding about a file as a whole stands."""

_CODE = re.compile(rf"[{''.join(FAMILIES)}][0-9]{{3}}\Z")


class Remark(NamedTuple):
    """What a rule found, before it carries the rule's code and severity."""

    path: str
    span: Span
    message: str
    help: str = ""
    fix: Fix | None = None
    ways: tuple[Way, ...] = ()


Check = Callable[[KnowledgeBase], Iterable[Remark]]


@dataclass(frozen=True)
class Rule:
    """One rule. `documentation` is Markdown: a summary line, then Why, Example and Way out."""

    code: str
    name: str
    severity: Severity
    check: Check
    documentation: str

    @property
    def family(self) -> str:
        """The family's name."""
        return FAMILIES[self.code[0]]

    @property
    def summary(self) -> str:
        """The rule in one sentence."""
        return self.documentation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """The documentation below its summary."""
        return self.documentation.partition("\n")[2].strip()

    def findings(self, kb: KnowledgeBase) -> Iterator[Finding]:
        """What this rule finds in a knowledge base."""
        for path, span, message, help_, fix, several in self.check(kb):
            file = kb.tree.by_path.get(path)
            claim = file.id if file is not None and file.kind in ("claim", "annotation") else None
            yield Finding(
                self.code, self.severity, path, *span, message, help_, claim, fix, several
            )


_registered: dict[str, Rule] = {}


def rule(code: str, name: str, severity: Severity) -> Callable[[Check], Check]:
    """Make a function a rule; its docstring becomes the rule's documentation.

    Raises:
        ValueError: the code is malformed or taken, or the docstring is missing.
    """

    def register(check: Check) -> Check:
        documentation = inspect.cleandoc(check.__doc__ or "")
        if not _CODE.match(code) or code in _registered or not documentation:
            raise ValueError(f"rule {code} ({name}) needs a free code and a docstring")
        _registered[code] = Rule(code, name, severity, check, documentation)
        return check

    return register


def registered() -> Mapping[str, Rule]:
    """The rules of all families imported so far, by code."""
    return MappingProxyType(dict(sorted(_registered.items())))


def field_name(field: FieldPath) -> str:
    """The field as a person would point to it: `supports, item 2, scheme`."""
    parts = [f"item {step + 1}" if isinstance(step, int) else f"`{step}`" for step in field]
    return ", ".join(parts)


def at(
    kb: KnowledgeBase,
    path: str,
    field: FieldPath,
    message: str,
    help_: str = "",
    key: bool = False,
    fix: Fix | None = None,
    names: Iterable[str] = (),
) -> Remark:
    """A remark on a field of a record or, with `key`, on the field's name; `names` may each be
    meant there."""
    span = kb.tree.span(path, field, key)
    return Remark(path, span, message, help_, fix, ways(kb.tree, path, span, names))
