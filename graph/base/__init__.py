"""The knowledge base: records by id, the links between them, their grounds and how they stand."""

from graph.base.collected import Citation
from graph.base.grounds import Ground
from graph.base.knowledge_base import KnowledgeBase
from graph.base.link import Link

__all__ = ["Citation", "Ground", "KnowledgeBase", "Link"]
