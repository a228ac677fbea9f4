"""What is worked out once of a knowledge base."""

import gc
import weakref

from graph.argument.kept import kept
from graph.argument.mentions import existing, mentions
from graph.argument.objections import open_objections
from graph.base import KnowledgeBase
from graph.semantics import Framework
from tests.argument.arguments import knowledge_base


def test_the_work_is_done_once_for_each_knowledge_base() -> None:
    asked: list[KnowledgeBase] = []

    @kept
    def claims(kb: KnowledgeBase) -> int:
        """How many there are."""
        asked.append(kb)
        return len(kb.claims)

    one, two = (knowledge_base(Framework(dict.fromkeys(each, 0.5))) for each in ("a", "ab"))
    assert [claims(one), claims(two), claims(one), claims(two)] == [1, 2, 1, 2]
    assert asked == [one, two]
    assert claims.__doc__ == "How many there are."


def test_a_knowledge_base_is_let_go_with_what_was_kept_of_it() -> None:
    kb = knowledge_base(Framework.from_edges({"a": 0.5, "b": 0.5}, [], [("a", "b")]))
    assert all(work(kb) for work in (mentions, existing, open_objections))
    gone = weakref.ref(kb)
    del kb
    gc.collect()
    assert gone() is None
