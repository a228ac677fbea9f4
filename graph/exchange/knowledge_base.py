"""The whole knowledge base as one JSON document."""

from typing import Any

from pydantic import BaseModel

from graph.answers.standing import claim_standing
from graph.base import KnowledgeBase
from graph.exchange.format import Format, Subject, json_text, one_file


def knowledge_base_data(kb: KnowledgeBase) -> dict[str, Any]:
    """Every record by id, claims with their standings, and every link with its force.

    The links are given once, with their ids; the records keep them as they were written.
    """
    return {
        "licence": "CC-BY-4.0",
        "claims": {
            claim.id: {**_fields(claim), **claim_standing(kb, claim.id)}
            for claim in kb.claims.values()
        },
        "links": [
            {
                "id": link.id,
                "type": link.type.value,
                "premises": list(link.premises),
                "target": link.target,
                "force": list(kb.assessment.forces[link.id]),
                "label": kb.assessment.labelling.links[link.id].value,
            }
            for link in kb.links.values()
        ],
        "debates": {each.id: _fields(each) for each in kb.debates.values()},
        "sources": {each.id: _fields(each) for each in kb.sources.values()},
        "speakers": {each.id: _fields(each) for each in kb.speakers.values()},
    }


def _fields(record: BaseModel) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True, exclude_none=True)


KNOWLEDGE_BASE = Format(
    name="json",
    label="JSON",
    subject=Subject.EVERYTHING,
    path="knowledge-base.json",
    media_type="application/json",
    files=one_file("knowledge-base.json", lambda kb: json_text(knowledge_base_data(kb))),
)
