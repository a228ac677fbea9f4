"""Family T: languages that nobody knows."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import TOP, Remark, at, rule
from graph.store import FieldPath
from graph.words.language_codes import is_language, language_meant

Code = tuple[str, FieldPath, str]
"""A language code: the path of its file, the field that it is, empty for one in the file's name,
and itself."""


def _codes(kb: KnowledgeBase) -> Iterator[Code]:
    for file in kb.tree.of_kind("annotation"):
        yield file.path, (), file.language
    for debate in kb.debates.values():
        for index, code in enumerate(debate.languages):
            yield kb.paths["debate", debate.id], ("languages", index), code
    for source in kb.sources.values():
        if source.language is not None:
            yield kb.paths["source", source.id], ("language",), source.language


@rule("T107", "unknown-language", Severity.WARNING)
def unknown_language(kb: KnowledgeBase) -> Iterator[Remark]:
    """A language code is that of no language.

    ## Why

    By its code browsers choose letters, hyphens and a voice, and readers are told what language
    a text is in. The code of a country is not that of its language.

    ## Example

        language: dk

    ## Way out

    Use the code of the language: `da` is Danish, `ja` Japanese, `nl` Dutch. Languages with no
    code of two letters have one of three, as in `gos`; `und` is for a text in no language.
    """
    # Of the texts within records another rule looks whether the site has their language.
    for path, field, code in _codes(kb):
        if not is_language(code):
            meant = language_meant(code)
            help_ = f"did you mean `{meant}`?" if meant else "use its code of two or three letters"
            message = f"no language has the code `{code}`"
            if not field:
                yield Remark(path, TOP, f"{message}, which is in the file's name", help_)
            else:
                yield at(kb, path, field, message, help_)
