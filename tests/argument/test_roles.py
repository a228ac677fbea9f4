"""What claims are to others, and what became of what they object to."""

from graph.argument.objections import Reply, open_objections
from graph.argument.qualities import INTERESTED, PEER_REVIEWED, QUALITIES, qualities
from graph.argument.roles import Role, replies_to, roles
from graph.base import KnowledgeBase
from graph.records.link_types import LinkType


def test_a_claim_has_the_roles_of_the_steps_that_it_makes(whole: KnowledgeBase) -> None:
    supports = {link.claim for link in whole.links.values() if link.type is LinkType.SUPPORT}
    against = {link.claim for link in whole.links.values() if link.type is LinkType.CONTRADICTION}
    beside = {each for link in whole.links.values() for each in link.premises[1:]}
    found = {claim: set(roles(whole, claim)) for claim in whole.claims}
    assert {claim for claim in found if Role.REASON in found[claim]} == supports
    assert {claim for claim in found if Role.OBJECTION in found[claim]} == against
    assert {claim for claim in found if Role.PREMISE in found[claim]} == beside
    assert {claim for claim in found if Role.THESIS in found[claim]} == set(whole.theses)


def test_a_doubt_about_a_doubt_defends_the_step(sample: KnowledgeBase) -> None:
    found = {claim: roles(sample, claim) for claim in sample.claims}
    assert Role.DOUBT in found["young-trees-give-no-shade"]
    defending = {
        link.claim
        for link in sample.links.values()
        if link.type.at_link and sample.links[link.target].type.at_link
    }
    assert {claim for claim in found if Role.DEFENCE in found[claim]} == defending


def test_what_is_without_a_reply_are_the_claims_of_open_objections(whole: KnowledgeBase) -> None:
    without = {claim for claim in whole.claims if Reply.OPEN in replies_to(whole, claim)}
    assert without == {link.claim for link in open_objections(whole).values()}
    objecting = {Role.OBJECTION, Role.DOUBT, Role.DEFENCE}
    for claim in whole.claims:
        assert bool(replies_to(whole, claim)) == bool(objecting & set(roles(whole, claim)))


def test_the_quality_of_a_claim_is_that_of_its_sources(whole: KnowledgeBase) -> None:
    for claim in whole.claims:
        sources = [whole.sources[each.source] for each in whole.claims[claim].passages]
        graded = [source.quality for source in sources if source.quality is not None]
        found = qualities(whole, claim)
        assert (PEER_REVIEWED in found) == any(each.peer_reviewed for each in graded)
        assert (INTERESTED in found) == any(each.interested for each in graded)
        assert set(found) <= set(QUALITIES)
