"""The templates of a site, and what each of them says with all that it takes in."""

import re
from collections.abc import Callable, Iterator

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from typing_extensions import override

_TAKES_IN = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b\s*"""
    r"""(?:(["'])(?P<name>[^"'\\]*)\1\s*"""
    r"""(?=[-+]?%\}|ignore\s+missing|with(?:out)?\s+context|import\b|as\b))?"""
)
"""A name is one only where it is all that is said of which template it is."""

Source = tuple[str, str, Callable[[], bool]]


class TemplateFiles(FileSystemLoader):
    """Templates in some folders, each read once: what pages are made with is what is told of it."""

    _sources: dict[str, Source]

    @override
    def get_source(self, environment: Environment, template: str) -> Source:
        kept = self.__dict__.setdefault("_sources", {})
        if template not in kept:
            kept[template] = super().get_source(environment, template)
        found: Source = kept[template]
        return found

    def of(self, environment: Environment, file: str) -> dict[str, str]:
        """The texts of a template and of those that it takes in, by their names in order; empty
        for one that is not there."""
        found: dict[str, str] = {}
        waiting = [file]
        while waiting:
            name = waiting.pop()
            if name not in found:
                try:
                    found[name] = self.get_source(environment, name)[0]
                except TemplateNotFound:
                    found[name] = ""
                waiting.extend(self._taken_in(found[name]))
        return dict(sorted(found.items()))

    def _taken_in(self, text: str) -> Iterator[str]:
        for match in _TAKES_IN.finditer(text):
            if name := match["name"]:
                yield name
            else:
                # One that is only known when it is filled in can be any.
                yield from self.list_templates()
