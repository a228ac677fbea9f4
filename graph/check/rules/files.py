"""Family S, first half: files that are no record, or no text at all."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.rule import Remark, rule
from graph.store import Fault
from graph.text.visible import visible


def _of(kb: KnowledgeBase, fault: Fault, help_: str) -> Iterator[Remark]:
    for problem in kb.tree.problems:
        if problem.fault is fault:
            yield Remark(problem.path, problem.span, problem.detail, help_)


@rule("S001", "not-utf-8", Severity.ERROR)
def not_utf8(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file is not UTF-8 text.

    ## Why

    Records are read on many machines; only one encoding means the same on all of them.

    ## Example

    A file saved as Latin-1 has the single byte `0xEB` where `ë` takes two in UTF-8.

    ## Way out

    Save the file again as UTF-8, or run `iconv -f latin1 -t utf-8` over it.
    """
    return _of(kb, Fault.NOT_UTF8, "save the file as UTF-8")


@rule("S002", "file-too-large", Severity.ERROR)
def too_large(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file is larger than any record needs to be.

    ## Why

    A claim is one sentence with its grounds. A file of hundreds of kilobytes is something
    else that ended up in the wrong folder.

    ## Example

    An export or a copied article, saved under `claims/`.

    ## Way out

    Move the file out of `claims/`, or shorten the annotation.
    """
    return _of(kb, Fault.TOO_LARGE, "move the file out of claims/, or shorten its annotation")


@rule("S003", "link-out-of-tree", Severity.ERROR)
def link_out_of_tree(kb: KnowledgeBase) -> Iterator[Remark]:
    """A symbolic link leads out of the claims folder.

    ## Why

    What the site shows must be in the repository: a link to elsewhere is missing on every
    other machine and can publish a file that was never meant to be public.

    ## Example

    `claims/europe/secret.md -> /home/someone/notes.md`

    ## Way out

    Replace the link by the file it points to.
    """
    return _of(kb, Fault.OUTSIDE, "replace the link by the file it points to")


@rule("S004", "unreadable-file", Severity.ERROR)
def unreadable(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file cannot be opened.

    ## Why

    What cannot be read cannot be checked or shown.

    ## Example

    A symbolic link to a file that is gone or to a folder, a file without read permission, a pipe,
    a name that is not UTF-8 text.

    ## Way out

    Restore the file or its permissions, or remove what is there.
    """
    return _of(kb, Fault.UNREADABLE, "restore the file or its permissions, or remove it")


@rule("S005", "unexpected-file", Severity.ERROR)
def unexpected(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file stands where no kind of record is kept.

    ## Why

    A record saved under the wrong name or in the wrong folder would silently be missing
    from the site.

    ## Example

    `claims/sources/letter.yml` (the ending is `.yaml`), or a claim right below `claims/`.

    ## Way out

    Claims are `claims/<debate>/**/<id>.md`, sources `claims/sources/<id>.yaml`, speakers
    `claims/speakers/<id>.yaml`, debates `claims/<debate>/debate.yaml`.
    """
    for problem in kb.tree.problems:
        if problem.fault is Fault.UNEXPECTED_FILE:
            yield Remark(problem.path, problem.span, problem.detail, _right_place(problem.path))


_RENAME = "rename it with letters, digits and hyphens"
_WAYS_OUT = {
    Fault.OUTSIDE: "put what it leads to in the place of the link, or remove it",
    Fault.TOO_LARGE: "make it smaller, or keep it elsewhere and lead to it",
    Fault.UNREADABLE: "put a file in its place, or remove it",
    Fault.UNUSABLE_NAME: _RENAME,
    Fault.DEEP_FOLDER: "move what is in it up",
    Fault.NOT_UTF8: "save the file as UTF-8",
    Fault.TOO_DEEP: "leave there its `title:`, and what else the page needs",
}


@rule("S020", "unfit-beside-records", Severity.ERROR)
def unfit_beside_records(kb: KnowledgeBase) -> Iterator[Remark]:
    """Beside the records stands what a site must not be made of.

    ## Why

    All of `site/` is published, and what is in `templates/` and `languages/` decides what pages
    say. A link would publish a file that was never meant to be public, and is missing on every
    other machine. What is no file, such as a pipe or a device, may never end. So only regular
    files of a bounded size are taken, 1 MB of text and 100 MB of anything else, with names that
    can be said and in no more than twenty folders within each other. A page is UTF-8, and what it
    says of itself at its top is short and plain: a few lines of YAML can stand for millions.

    ## Example

    `site/notes.txt -> /home/someone/notes.txt`

    ## Way out

    Put a file in the place of a link, and remove what is none. Save a page as UTF-8.
    """
    for problem in kb.tree.beside:
        if problem.fault in _WAYS_OUT:
            yield Remark(problem.path, problem.span, problem.detail, _WAYS_OUT[problem.fault])


@rule("S221", "page-to-be-written", Severity.HINT)
def page_to_be_written(kb: KnowledgeBase) -> Iterator[Remark]:
    """A page of the site has a line that says what is still to be written there.

    ## Why

    Who is behind a site, and how they can be reached, only they can say. `betoog init` leaves such
    lines in the pages that it begins. Readers do not see them, and so miss what they stand for.

    ## Example

        <!-- to write: who keeps this site, and where to write to them -->

    ## Way out

    Write it, and take the line out.
    """
    for problem in kb.tree.beside:
        if problem.fault is Fault.TO_WRITE:
            what = f": {visible(problem.found)}" if problem.found else ""
            message = f"{problem.detail}{what}"
            yield Remark(problem.path, problem.span, message, "write it, and take this line out")


@rule("S222", "citation-of-no-work", Severity.WARNING)
def citation_of_no_work(kb: KnowledgeBase) -> Iterator[Remark]:
    """`CITATION.cff` names no work that can be cited.

    ## Why

    The page about the site says how all of it is cited as that file does, and code hosts and
    reference managers read it. What no work can have, such as a day that is in no calendar or an
    author without a name, they pass over or misread. Meanwhile the site is cited by its name and
    its editors, and does not hand out the file.

    ## Example

    `date-released: 2025-02-29`

    ## Way out

    Correct the field. A work has a `title`; its `authors` have a `name`, or `family-names` and
    `given-names`; `date-released` is a day such as 2025-02-28, `url` an address, `doi` a DOI.
    """
    for problem in kb.tree.beside:
        if problem.fault is Fault.NO_WORK:
            said = f"this names no work that can be cited: {problem.detail}"
            help_ = "correct it: until then the site is cited by its name and its editors"
            yield Remark(problem.path, problem.span, said, help_)


def _right_place(path: str) -> str:
    if path.endswith(".yml"):
        return f"name it {path.removesuffix('.yml')}.yaml"
    if path.startswith("claims/sources/"):
        return "sources are claims/sources/<id>.yaml"
    if path.startswith("claims/speakers/"):
        return "speakers are claims/speakers/<id>.yaml"
    return "claims are claims/<debate>/**/<id>.md; keep other files outside claims/"


@rule("S101", "no-front-matter", Severity.ERROR)
def no_front_matter(kb: KnowledgeBase) -> Iterator[Remark]:
    """A claim file does not begin with its fields.

    ## Why

    The fields between two lines of three hyphens are the record; the text below them is
    the annotation. Without the first line everything would be annotation.

    ## Example

        claim:
          en: A file that begins with its first field.

    ## Way out

    Make `---` the first line of the file, before the fields, and put another `---` behind
    them.
    """
    return _of(kb, Fault.NO_FRONT_MATTER, "put --- on the first line and after the last field")


@rule("S102", "unclosed-front-matter", Severity.ERROR)
def unclosed_front_matter(kb: KnowledgeBase) -> Iterator[Remark]:
    """The fields of a claim file have no end.

    ## Why

    Without the second line of three hyphens nobody can tell where the fields end and the
    annotation begins.

    ## Example

        ---
        claim: {en: A claim., nl: Een bewering.}
        kind: fact

    ## Way out

    Put `---` on a line of its own after the last field.
    """
    return _of(kb, Fault.OPEN_FRONT_MATTER, "put --- on a line of its own after the last field")


@rule("S010", "unusable-name", Severity.ERROR)
def unusable_name(kb: KnowledgeBase) -> Iterator[Remark]:
    """A file or a folder has a name that is not UTF-8, or with characters that nobody sees.

    ## Why

    Pages, reports and other systems must be able to say what it is called. Nothing in it is read.

    ## Example

    A name with a new line in it, or one that was written in Latin-1.

    ## Way out

    Rename it: `mv` with the name completed by the Tab key does.
    """
    return _of(kb, Fault.UNUSABLE_NAME, _RENAME)


@rule("S011", "linked-folder", Severity.ERROR)
def linked_folder(kb: KnowledgeBase) -> Iterator[Remark]:
    """A symbolic link stands for a folder of records, or for that of all of them.

    ## Why

    What is in it would be there twice, or without end. Nothing is read through such a link.

    ## Example

    `claims/europe/chips -> ../chips`

    ## Way out

    Put the folder itself there, or remove the link.
    """
    return _of(kb, Fault.LINKED_FOLDER, "put the folder itself there, or remove the link")


@rule("S012", "folders-too-deep", Severity.ERROR)
def folders_too_deep(kb: KnowledgeBase) -> Iterator[Remark]:
    """Folders stand within each other more deeply than any debate has them.

    ## Why

    So many are a slip, or an attempt to exhaust the reader. Nothing in them is read.

    ## Example

    A folder within twenty others.

    ## Way out

    Move its records up.
    """
    return _of(kb, Fault.DEEP_FOLDER, "move the records in it up")


@rule("S013", "merge-conflict", Severity.ERROR)
def merge_conflict(kb: KnowledgeBase) -> Iterator[Remark]:
    """A merge left a conflict in a file.

    ## Why

    Where two changes touch the same lines, git puts both there between markers, for a person to
    choose. Until that is done nothing else can be said of the file.

    ## Example

    Lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.

    ## Way out

    Leave one side, or what both come to, and take out the lines with the markers. A line that is to
    begin with such signs is indented by a space.
    """
    return _of(kb, Fault.CONFLICT, "leave one side, and take out the markers")
