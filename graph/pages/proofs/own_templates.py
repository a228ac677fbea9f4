"""Templates of a site's own that cannot be filled in, whatever with."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from graph.pages.bundled import TEMPLATES
from graph.pages.filling_in import Filling
from graph.pages.proofs.undefined_names import undefined_names
from graph.store.regular_file import Refusal, read_regular

_TAKING_IN = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
_LARGEST = 1_000_000
"""Bytes of a template that is looked into."""


class TemplateFault(NamedTuple):
    """A template by its name, the line in it, and why it cannot be filled in."""

    name: str
    line: int
    why: str


def template_faults(
    folder: Path, asked_for: Collection[str] = (), filled_in: Collection[str] = ()
) -> Iterator[TemplateFault]:
    """What is wrong with the templates in a folder that take the place of the program's or that
    pages ask for, and with those that they take in. `filled_in` are those of which it is known
    that pages are made with them: of these also the names that they ask for in vain.

    None is filled in, and what else only shows then is not told.
    """
    waiting = [name for name in sorted(_names(folder)) if (TEMPLATES / name).is_file()]
    waiting += [each for each in sorted(asked_for) if each not in waiting]
    seen = set(waiting)
    environment = Filling()
    extends: dict[str, nodes.Extends] = {}
    unfit: set[str] = set()
    while waiting:
        name = waiting.pop()
        try:
            tree = _read(environment, folder, name)
        except UnicodeDecodeError as error:
            unfit.add(name)
            yield TemplateFault(name, 1, f"{type(error).__name__}: {error}")
            continue
        except TemplateSyntaxError as error:
            unfit.add(name)
            yield TemplateFault(name, error.lineno, f"{type(error).__name__}: {error.message}")
            continue
        if tree is None:
            continue
        for node in tree.find_all(_TAKING_IN):
            if isinstance(node, nodes.Extends):
                extends[name] = node
            for taken in _named(node):
                if taken not in seen and (folder / taken).is_file():
                    seen.add(taken)
                    waiting.append(taken)
    for name, node in extends.items():
        if name in _above(name, extends):
            unfit.add(name)
            yield TemplateFault(name, node.lineno, "it extends itself")
    read = _Reading(environment, folder, unfit)
    for name in sorted(seen & set(filled_in)):
        for each in dict.fromkeys(undefined_names(name, read)):
            yield TemplateFault(name, each.line, f"UndefinedError: {each.name!r} is undefined")


class _Reading:
    """Templates as a site finds them: its own before those of the program. None is read that is
    unfit."""

    def __init__(self, environment: Environment, folder: Path, unfit: Collection[str]) -> None:
        self._environment = environment
        self._folder = folder
        self._found: dict[str, nodes.Template | None] = dict.fromkeys(unfit)

    def __call__(self, name: str) -> nodes.Template | None:
        if name not in self._found:
            own = (self._folder / name).is_file()
            try:
                found = _read(self._environment, self._folder if own else TEMPLATES, name)
            except (TemplateSyntaxError, UnicodeDecodeError):
                found = None
            self._found[name] = found
        return self._found[name]


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _read(environment: Environment, folder: Path, name: str) -> nodes.Template | None:
    raw = read_regular(folder / name, folder, _LARGEST)
    if isinstance(raw, Refusal):
        # That is told with all that is no file where one should be.
        return None
    try:
        tree = environment.parse(raw.decode("utf-8"), name)
    except RecursionError:
        return None
    # To compile it would say that, too, but works out what is constant, however much that is.
    for kind, sort, known in (
        (nodes.Filter, "filter", environment.filters),
        (nodes.Test, "test", environment.tests),
    ):
        for node in tree.find_all(kind):
            if node.name not in known:
                raise TemplateSyntaxError(f"No {sort} named {node.name!r}.", node.lineno, name)
    return tree


def _named(node: nodes.Node) -> Iterator[str]:
    """The templates that are named as they stand; others are only known when they are filled in."""
    template = getattr(node, "template", None)
    if isinstance(template, nodes.Node):
        for each in (template, *template.find_all(nodes.Const)):
            if isinstance(each, nodes.Const) and isinstance(each.value, str):
                yield each.value


def _above(name: str, extends: dict[str, nodes.Extends]) -> frozenset[str]:
    """The templates that one extends, and those that these do."""
    found: list[str] = []
    while name in extends and (names := list(_named(extends[name]))) and names[0] not in found:
        name = names[0]
        found.append(name)
    return frozenset(found)
