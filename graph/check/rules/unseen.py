"""Family S: signs that nobody sees, and that are no mistake of their own everywhere."""

from collections.abc import Iterator

from graph.base import KnowledgeBase
from graph.check.finding import Severity
from graph.check.fix import replaced
from graph.check.rule import Remark, rule
from graph.store.unseen import unseen
from graph.text.invisible import sign_name


def _remarks(kb: KnowledgeBase, astray: bool, said: str, help_: str) -> Iterator[Remark]:
    for file in kb.tree.files:
        for each in unseen(file):
            if each.astray is astray:
                fix = replaced(kb.tree, file.path, each.span, "")
                yield Remark(file.path, each.span, f"{sign_name(each.sign)}{said}", help_, fix)


@rule("S215", "unseen-sign", Severity.WARNING)
def unseen_sign(kb: KnowledgeBase) -> Iterator[Remark]:
    """A text has a sign in it that nobody sees.

    ## Why

    Marks and turns of direction, and spaces and joiners without width, come along with copied
    text. Words with one in them are found by no search, and a turn of direction shows a sentence
    in another order than it is written in. Where such signs are at home nothing is said of them: in
    words of Arabic, Persian or Hindi, between parts of an emoji, and marks of direction in a text
    with letters that run from right to left.

    ## Example

        en: "Models become \\u200Bcheaper."

    ## Way out

    Delete the sign: `betoog fmt --fix` does.
    """
    return _remarks(kb, False, ", which nobody sees", "delete it: betoog fmt --fix does")


@rule("S216", "unbalanced-direction", Severity.ERROR)
def unbalanced_direction(kb: KnowledgeBase) -> Iterator[Remark]:
    """A turn of direction begins in a text and does not end, or ends and did not begin.

    ## Why

    What is behind it on the page runs the other way too, so that readers see another sentence than
    was written (Unicode Standard Annex 9).

    ## Example

        en: "Models become \\u202Echeaper."

    ## Way out

    Delete the sign: `betoog fmt --fix` does.
    """
    return _remarks(kb, True, " has no other end", "delete it: betoog fmt --fix does")
