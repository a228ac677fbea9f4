"""The parts of an argument that hang together."""

from graph.base.parts import Parts
from tests.small import FILES, read_texts

APART = """\
---
claim: {en: Something else.}
kind: fact
implicit: true
---
"""


def test_claims_that_hang_together_by_links_are_one_part() -> None:
    kb = read_texts({**FILES, "claims/paths/apart.md": APART})
    parts = Parts(kb)
    linked = {claim for link in kb.links.values() for claim in link.premises}
    assert len({parts.of(claim) for claim in linked}) == 1
    assert parts.of("apart") == "apart"


def test_a_part_is_another_when_something_in_it_is_weighed_otherwise() -> None:
    files = {**FILES, "claims/paths/apart.md": APART}
    before = Parts(read_texts(files))
    path = "claims/paths/cycling-keeps-fit.md"
    text = files[path].replace("scheme: positive-consequences", "relevance: 0.5")
    after = Parts(read_texts({**files, path: text}))
    assert before.fingerprint("build-cycle-paths") != after.fingerprint("build-cycle-paths")
    assert before.fingerprint("apart") == after.fingerprint("apart")
