"""The texts of templates, for machines that do not have their folders."""

from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, TemplateNotFound
from jinja2.loaders import split_template_path


class TemplateTexts(BaseLoader):
    """All templates of some folders as they are now, each with its place there, so that a mistake
    in one is told of as where it is read from its file."""

    def __init__(self, folders: Iterable[Path]) -> None:
        loader, nothing = FileSystemLoader(tuple(folders)), Environment(autoescape=True)
        self._folders = tuple(loader.searchpath)
        self._found: dict[str, tuple[str, str]] = {}
        for name in loader.list_templates():
            try:
                text, place, _ = loader.get_source(nothing, name)
            except UnicodeDecodeError:
                # A picture that stands beside them.
                continue
            self._found[name] = text, place

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, the file that it was read from, and that it stays like this.

        Raises:
            TemplateNotFound: there is none, in the words of a loader that reads files.
        """
        name = "/".join(split_template_path(template))
        if name not in self._found:
            plural = "path" if len(self._folders) == 1 else "paths"
            where = ", ".join(map(repr, self._folders))
            raise TemplateNotFound(template, f"{template!r} not found in search {plural}: {where}")
        return *self._found[name], lambda: True
