"""Family S, second half: YAML that cannot be read, with the usual slip named."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import replaced
from graph.check.rule import Remark, rule
from graph.store import Fault, Problem
from graph.store.writing import scalar

_BETWEEN_WORDS = "\v\f\x1c\x1d\x1e\x1f\x85"
"""Characters of control that stand between words, or lines."""


def _of(kb: KnowledgeBase, fault: Fault) -> Iterator[Problem]:
    return (problem for problem in kb.tree.problems if problem.fault is fault)


def _remarks(kb: KnowledgeBase, fault: Fault, help_: str) -> Iterator[Remark]:
    for problem in _of(kb, fault):
        yield Remark(problem.path, problem.span, problem.detail, help_)


@rule("S201", "broken-yaml", Severity.ERROR)
def broken_yaml(kb: KnowledgeBase) -> Iterator[Remark]:
    """The fields of a record are not YAML.

    ## Why

    Fields are written in YAML: a name, a colon, a space and a value on each line. Where
    that pattern breaks, nothing of the record can be read.

    ## Example

        kind fact

    ## Way out

    Write `kind: fact`, with a colon and a space. Put texts with unusual signs in quotes.
    """
    return _remarks(kb, Fault.SYNTAX, "a field is written `name: value`, colon and space included")


@rule("S202", "unquoted-colon", Severity.ERROR)
def unquoted_colon(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text contains a colon and a space but stands in no quotes.

    ## Why

    In YAML a colon and a space end the name of a field, so the rest of the sentence is
    taken for a value.

    ## Example

        en: One thing is certain: prices will fall.

    ## Way out

    Put the text in double quotes: `en: "One thing is certain: prices will fall."`
    """
    return _remarks(kb, Fault.UNQUOTED_COLON, 'put the whole text in double quotes: "…: …"')


@rule("S218", "unquoted-comma", Severity.ERROR)
def unquoted_comma(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text inside `{ }` that is not in quotes contains a comma.

    ## Why

    A comma ends a text there, so that what stands behind it would be lost.

    ## Example

        summary: {en: Good, for now., nl: Goed.}

    ## Way out

    Put the text in double quotes: `{en: "Good, for now.", nl: Goed.}`. `betoog fmt --fix` does.
    """
    for problem in _of(kb, Fault.UNQUOTED_COMMA):
        # Of a text that goes on on the next line the end is not known.
        whole = problem.span.end_column - problem.span.column == len(problem.found)
        fix = (
            replaced(kb.tree, problem.path, problem.span, scalar(problem.found)) if whole else None
        )
        yield Remark(problem.path, problem.span, problem.detail, "put it in double quotes", fix)


@rule("S203", "tab", Severity.ERROR)
def tab(kb: KnowledgeBase) -> Iterator[Remark]:
    """A line is indented with a tab.

    ## Why

    YAML allows only spaces for indentation, since a tab is as wide as each editor likes.

    ## Example

    A tab before `en:` below `claim:`.

    ## Way out

    Replace the tab by two spaces. Most editors can be told to do so always; the
    `.editorconfig` of this repository does.
    """
    for problem in _of(kb, Fault.TAB):
        fix = replaced(kb.tree, problem.path, problem.span, "  ")
        file = kb.tree.by_path.get(problem.path)
        if file is not None and fix is not None and file.text[fix.begin : fix.end] != "\t":
            fix = None
        help_ = "replace the tab by two spaces"
        yield Remark(problem.path, problem.span, problem.detail, help_, fix)


@rule("S204", "wrong-indent", Severity.ERROR)
def wrong_indent(kb: KnowledgeBase) -> Iterator[Remark]:
    """A line is indented more or less than the lines it belongs with.

    ## Why

    Indentation says what belongs to what: fields of one record start in one column.

    ## Example

        claim:
          en: A sentence.
         nl: Een zin.

    ## Way out

    Start the line in the same column as the other fields of its part, two spaces deeper
    than the name above them.
    """
    return _remarks(kb, Fault.WRONG_INDENT, "start it in the column of the fields it belongs with")


@rule("S205", "unmatched-quote", Severity.ERROR)
def unmatched_quote(kb: KnowledgeBase) -> Iterator[Remark]:
    """A quotation mark opens and does not close, or closes too early.

    ## Why

    A text in quotes ends at the next mark of the same sort, wherever that is: at an
    apostrophe within single quotes, or lines further down.

    ## Example

        en: 'It's cheaper.'

    ## Way out

    Use double quotes around a text with an apostrophe, and write a double quotation mark
    inside double quotes as `\\"`.
    """
    return _remarks(kb, Fault.QUOTE, 'use double quotes around the text, and \\" for one inside')


@rule("S206", "unmatched-bracket", Severity.ERROR)
def unmatched_bracket(kb: KnowledgeBase) -> Iterator[Remark]:
    """A bracket or brace opens and does not close, or closes without having opened.

    ## Why

    A list `[…]` or a group of fields `{…}` on one line ends at its closing sign; without
    it the lines below are taken to belong to it.

    ## Example

        specifies: [three-types-of-ai-use

    ## Way out

    Add the closing `]` or `}`, or put a text that contains such a sign in quotes.
    """
    return _remarks(kb, Fault.BRACKET, "add the other bracket, or put the text in double quotes")


@rule("S207", "reserved-sign", Severity.ERROR)
def reserved_sign(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text begins with a sign that YAML keeps for itself.

    ## Why

    A text outside quotes cannot begin with `@`, `` ` ``, `%`, `|` or `>`.

    ## Example

        title: @home

    ## Way out

    Put the text in double quotes: `title: "@home"`.
    """
    return _remarks(kb, Fault.RESERVED, "put the whole text in double quotes")


@rule("S208", "second-document", Severity.ERROR)
def second_document(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file holds a second document.

    ## Why

    One file is one record. `---` begins a new document, which nothing would read.

    ## Example

        name: Demis Hassabis
        ---
        name: Dario Amodei

    ## Way out

    Give each record a file of its own, or remove the line.
    """
    return _remarks(kb, Fault.SECOND_DOCUMENT, "give each record a file of its own")


@rule("S209", "duplicate-field", Severity.ERROR)
def duplicate_field(kb: KnowledgeBase) -> Iterator[Remark]:
    """A field is given twice.

    ## Why

    One of the two values would silently be lost, such as all links of a first `supports:`.

    ## Example

        kind: fact
        kind: causal

    ## Way out

    Remove one of the two, or join their lists.
    """
    for problem in _of(kb, Fault.DUPLICATE_KEY):
        message = f"the field `{problem.found}` is given twice; {problem.detail}"
        help_ = "remove one of the two, or join their values in one list"
        yield Remark(problem.path, problem.span, message, help_)


@rule("S210", "anchor-or-alias", Severity.ERROR)
def anchor_or_alias(kb: KnowledgeBase) -> Iterator[Remark]:
    """A value begins with `&` or `*`, which makes it an anchor or an alias.

    ## Why

    YAML would take the first word for a label and drop it from the text. Records have no
    use for repeated parts.

    ## Example

        en: *Every* model becomes cheaper.

    ## Way out

    Put the text in double quotes, or leave out the emphasis.
    """
    return _remarks(kb, Fault.ALIAS, "put the whole text in double quotes")


@rule("S211", "tag", Severity.ERROR)
def tag(kb: KnowledgeBase) -> Iterator[Remark]:
    """A value begins with `!`, which makes its first word a tag.

    ## Why

    YAML would drop the first word from the text and take it for a data type.

    ## Example

        en: !important claims come first

    ## Way out

    Put the text in double quotes.
    """
    return _remarks(kb, Fault.TAG, "put the whole text in double quotes")


@rule("S212", "too-deep", Severity.ERROR)
def too_deep(kb: KnowledgeBase) -> Iterator[Remark]:
    """Parts are nested more deeply than any record has them.

    ## Why

    The deepest part of a record is four levels down. More is a slip, or an attempt to
    exhaust the reader.

    ## Example

        topics: [[[[[[[[[[[[[[[[[[chips]]]]]]]]]]]]]]]]]]

    ## Way out

    Remove the brackets that do not belong.
    """
    return _remarks(kb, Fault.TOO_DEEP, "remove the brackets or indentation that do not belong")


@rule("S213", "invisible-character", Severity.ERROR)
def invisible_character(kb: KnowledgeBase) -> Iterator[Remark]:
    """A record or an annotation contains a character that no text has.

    ## Why

    Control characters, those for private use and what Unicode has no character for come along with
    copied text. They can hide what a record says, stop other programs from reading it, and mean
    something else, or nothing, on the next machine.

    ## Example

    A backspace or an escape character within a sentence, as it is or as `\\b` or `\\e` in quotes.

    ## Way out

    Delete the character, or type the words around it again.
    """
    for problem in _of(kb, Fault.CONTROL_CHARACTER):
        apart = problem.found[:1] and problem.found[:1] in _BETWEEN_WORDS
        fix = replaced(kb.tree, problem.path, problem.span, " " if apart else "")
        yield Remark(problem.path, problem.span, problem.detail, "delete the character", fix)


@rule("S214", "no-break-space", Severity.ERROR)
def no_break_space(kb: KnowledgeBase) -> Iterator[Remark]:
    """A space that looks like any other, and is none to YAML, stands where a space belongs.

    ## Why

    Text that was copied from a page can have no-break spaces where lines are indented, and behind
    a colon or a hyphen. YAML takes them for letters.

    ## Example

    A no-break space (U+00A0) behind the colon of `kind: fact`.

    ## Way out

    Replace it by a space: `betoog fmt --fix` does.
    """
    for problem in _of(kb, Fault.NO_BREAK_SPACE):
        fix = replaced(kb.tree, problem.path, problem.span, " ")
        yield Remark(problem.path, problem.span, problem.detail, "put a space there", fix)


@rule("S217", "directive", Severity.ERROR)
def directive(kb: KnowledgeBase) -> Iterator[Remark]:
    """A line of the fields begins with `%`, which makes it a directive to a reader of YAML.

    ## Why

    A record is the same in every version of YAML, and has no tags to declare.

    ## Example

        %YAML 1.2

    ## Way out

    Remove the line.
    """
    return _remarks(kb, Fault.DIRECTIVE, "remove the line")
