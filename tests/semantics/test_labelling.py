from hypothesis import given, settings

from graph.semantics import Framework, FrameworkLink, Label, LinkKind, labelling
from tests.semantics.frameworks import frameworks

SUPPORT, CONTRADICTION, UNDERCUT, CONDITION = LinkKind
IN, OUT, UNDEC = Label


def attacks(*edges: str) -> Framework:
    """A framework of attacks written as "ab": a attacks b."""
    return Framework.from_edges({claim: 0.5 for edge in edges for claim in edge}, [], edges)  # type: ignore[arg-type]


def test_reinstatement_along_a_chain() -> None:
    assert dict(labelling(attacks("ab", "bc"))) == {"a": IN, "b": OUT, "c": IN}


def test_mutual_attack_decides_nothing() -> None:
    found = labelling(attacks("ab", "ba", "bc"))
    assert dict(found) == {"a": UNDEC, "b": UNDEC, "c": UNDEC}
    assert set(found.links.values()) == {UNDEC}


def test_an_outside_attack_breaks_a_cycle() -> None:
    assert dict(labelling(attacks("ab", "ba", "xa"))) == {"x": IN, "a": OUT, "b": IN}


def test_one_accepted_contradiction_is_enough() -> None:
    found = labelling(attacks("ac", "bc", "xb"))
    assert found["c"] is OUT
    assert (found.links["a contradicts c"], found.links["b contradicts c"]) == (IN, OUT)


def test_an_objection_with_linked_premises_needs_all_of_them() -> None:
    links = (
        FrameworkLink("but", ("b", "c"), "a", CONTRADICTION),
        FrameworkLink("no", ("d",), "c", CONTRADICTION),
    )
    found = labelling(Framework(dict.fromkeys("abcd", 0.5), links))
    assert (found["a"], found["b"], found["c"], found.links["but"]) == (IN, IN, OUT, OUT)


def test_an_undercut_answers_an_objection_and_can_be_undercut_itself() -> None:
    links = (
        FrameworkLink("but", ("b",), "a", CONTRADICTION),
        FrameworkLink("unless", ("c",), "but", UNDERCUT),
        FrameworkLink("even-so", ("d",), "unless", UNDERCUT),
    )
    scores = dict.fromkeys("abcd", 0.5)
    found = labelling(Framework(scores, links[:2]))
    assert (found["a"], dict(found.links)) == (IN, {"but": OUT, "unless": IN})
    found = labelling(Framework(scores, links))
    assert (found["a"], dict(found.links)) == (OUT, {"but": IN, "unless": OUT, "even-so": IN})


def test_an_undercut_of_itself_is_undecided() -> None:
    found = labelling(Framework({"a": 0.5}, (FrameworkLink("u", ("a",), "u", UNDERCUT),)))
    assert found.links["u"] is UNDEC


def test_an_objection_is_out_when_a_premise_is_out_and_another_open() -> None:
    found = labelling(
        Framework(
            dict.fromkeys("abcde", 0.5),
            (
                FrameworkLink("but", ("b", "c"), "a", CONTRADICTION),
                FrameworkLink("x", ("b",), "d", CONTRADICTION),
                FrameworkLink("y", ("d",), "b", CONTRADICTION),
                FrameworkLink("z", ("e",), "c", CONTRADICTION),
            ),
        )
    )
    assert (found["b"], found["c"], found.links["but"], found["a"]) == (UNDEC, OUT, OUT, IN)


def test_a_chain_of_ten_thousand_alternates() -> None:
    size = 10_000
    edges = [(f"{i}", f"{i + 1}") for i in range(size - 1)]
    found = labelling(Framework.from_edges({f"{i}": 0.5 for i in range(size)}, [], edges))
    assert all(found[f"{i}"] is (OUT if i % 2 else IN) for i in range(size))


@settings(deadline=None)
@given(frameworks(plain=True, kinds=(CONTRADICTION,)))
def test_on_attacks_alone_it_is_the_grounded_extension(framework: Framework) -> None:
    pairs = {(link.premises[0], link.target) for link in framework.links}
    accepted: set[str] = set()
    while True:
        beaten = {target for source, target in pairs if source in accepted}
        defended = {
            claim
            for claim in framework.grounds
            if all(source in beaten for source, target in pairs if target == claim)
        }
        if defended == accepted:
            break
        accepted = defended
    found = labelling(framework)
    assert {claim for claim in found if found[claim] is IN} == accepted
    assert {claim for claim in found if found[claim] is OUT} == {
        target for source, target in pairs if source in accepted
    }


@settings(deadline=None)
@given(frameworks())
def test_is_the_least_fixpoint_of_the_rules(framework: Framework) -> None:
    """Computed here by applying all rules to everything, round after round."""
    claims = dict.fromkeys(framework.grounds, UNDEC)
    links = {link.id: UNDEC for link in framework.links}

    def ruled(favour: list[Label], against: list[Label]) -> Label:
        if OUT in favour or IN in against:
            return OUT
        if set(favour) <= {IN} and set(against) <= {OUT}:
            return IN
        return UNDEC

    while True:
        new_claims = {
            claim: ruled(
                [],
                [
                    links[link.id]
                    for link in framework.links
                    if link.kind is CONTRADICTION and link.target == claim
                ],
            )
            for claim in claims
        }
        new_links = {
            link.id: ruled(
                [claims[premise] for premise in link.premises],
                [
                    links[other.id]
                    for other in framework.links
                    if other.kind is UNDERCUT and other.target == link.id
                ],
            )
            for link in framework.links
        }
        if (new_claims, new_links) == (claims, links):
            break
        claims, links = new_claims, new_links
    found = labelling(framework)
    assert (dict(found), dict(found.links)) == (claims, links)


@settings(deadline=None)
@given(frameworks())
def test_supports_and_conditions_play_no_part(framework: Framework) -> None:
    targets = {link.target for link in framework.links if link.kind is UNDERCUT}
    rest = tuple(
        link
        for link in framework.links
        if link.kind in (CONTRADICTION, UNDERCUT) or link.id in targets
    )
    assert dict(labelling(Framework(framework.grounds, rest))) == dict(labelling(framework))
