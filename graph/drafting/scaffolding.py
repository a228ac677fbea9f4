"""A new knowledge base: the files it begins with, made from a few answers.

The files stand in `scaffold/` and, those that say something in a language, in `scaffold_texts/`, as
they will be read. `[[ title ]]` is filled in, since the workflows among them use braces of their
own; a name that begins with `dot-` gets its dot.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from jinja2 import Environment, StrictUndefined

from graph.drafting.draft import DraftFile
from graph.drafting.origin import Origin
from graph.errors import BetoogError
from graph.records.kinds import RECORD_KINDS
from graph.store.file_reading import read_file
from graph.store.layout import laid_out
from graph.text.naming import slug
from graph.text.visible import visible
from graph.words.language_codes import language_unfit

LONGEST_TITLE = 120
_PLACE = files("graph.drafting")
_ENGLISH = "en"


class BeginningError(BetoogError):
    """An answer with which nothing can begin; the message says why, on one line."""


@dataclass(frozen=True)
class Beginning:
    """What a new knowledge base is called, the language of its texts, and what builds it.

    `folder` is where it stands in its repository, empty or with a slash at its end; `empty` asks
    for no example.
    """

    title: str
    language: str
    version: str
    origin: Origin
    folder: str = ""
    empty: bool = False

    @property
    def example(self) -> bool:
        """Whether it begins with an example, which there is in the languages that come along."""
        return not self.empty and (_texts(self.language) / "claims").is_dir()

    @property
    def debate(self) -> str:
        """The folder of its first debate."""
        return "example" if self.example else slug(self.title, "debate")


def beginning(
    title: str, language: str, version: str, origin: Origin, folder: str = "", empty: bool = False
) -> Beginning:
    """The answers, tidied.

    Raises:
        BeginningError: the title is empty or too long, or there is no such language.
    """
    title = " ".join("".join(each if each.isprintable() else " " for each in title).split())
    if not title:
        raise BeginningError("the title is empty")
    if len(title) > LONGEST_TITLE:
        raise BeginningError(f"the title has more than {LONGEST_TITLE} characters")
    if why := language_unfit(language):
        raise BeginningError(f"--language {visible(language)}: {why}")
    return Beginning(title, language, version, origin, folder, empty)


def scaffold_files(answers: Beginning) -> tuple[DraftFile, ...]:
    """The files of a new knowledge base, in the order of their paths."""
    environment = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[##",
        comment_end_string="##]",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,
    )
    environment.filters["quoted"] = lambda text: json.dumps(text, ensure_ascii=False)
    values = {
        "title": answers.title,
        "language": answers.language,
        "version": answers.version,
        "folder": answers.folder,
        "example": answers.example,
        "debate": answers.debate,
        "requirement": answers.origin.requirement,
        "source": answers.origin.source,
        "indexed": answers.origin.indexed,
    }
    found = {
        path: environment.from_string(text).render(values)
        for path, text in _chosen(answers.language, answers.example)
    }
    if not answers.example:
        found[f"claims/{answers.debate}/debate.yaml"] = _debate(answers)
    return tuple(sorted(DraftFile(path, _tidy(path, text)) for path, text in found.items()))


def _tidy(path: str, text: str) -> str:
    """A record in the canonical layout, whatever was filled in."""
    file, _ = read_file(path, text)
    if file is None or file.kind not in RECORD_KINDS:
        return text
    return laid_out(file.kind, text) or text


def _chosen(language: str, example: bool) -> Iterator[tuple[str, str]]:
    """The files that everyone gets, then those in English, then those in a language instead."""
    yield from _stored(_PLACE / "scaffold", "")
    for folder in (_texts(_ENGLISH), _texts(language)):
        for path, text in _stored(folder, "") if folder.is_dir() else ():
            if not path.startswith("claims/") or (example and folder == _texts(language)):
                yield path, text


def _debate(answers: Beginning) -> str:
    """A debate in which nothing has been said yet; its title is its question for the time being."""
    language, title = answers.language, json.dumps(answers.title, ensure_ascii=False)
    return (
        f"title:\n  {language}: {title}\n"
        f"# What is argued about, as a question.\nquestion:\n  {language}: {title}\n"
        "# The languages in which every text is expected; betoog check names what is missing.\n"
        f"languages: [{language}]\n"
    )


def _texts(language: str) -> Traversable:
    return _PLACE / "scaffold_texts" / language.partition("-")[0]


def _stored(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        path = above + re.sub(r"^dot-", ".", each.name)
        if each.is_dir():
            yield from _stored(each, f"{path}/")
        else:
            yield path, each.read_text("utf-8")
