"""Betoog: a debate as data, weighed, checked and shown.

What is listed in `__all__` is the Python API, which the site has a page about. Each name is
imported when it is first asked for, so that importing the package costs nothing. Whatever else a
room offers is for the other rooms, and may move.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.argument.routes import routes
    from graph.argument.ways import Route, Step
    from graph.base import Ground, KnowledgeBase, Link
    from graph.check.checking import check as check_records
    from graph.check.finding import Finding, Severity
    from graph.errors import BetoogError
    from graph.records import (
        Certainty,
        Claim,
        ClaimLink,
        Debate,
        DebateFinding,
        DebateTopic,
        Kind,
        LinkLink,
        LocalizedText,
        Passage,
        Source,
        Speaker,
        Stance,
        Theme,
    )
    from graph.records.link_types import LinkType
    from graph.review.review import Review
    from graph.review.review import review as review_change
    from graph.semantics import (
        Assessment,
        Band,
        Change,
        Crux,
        Framework,
        FrameworkLink,
        GroundKind,
        Label,
        Labelling,
        LinkKind,
        Side,
        Standing,
        Turn,
        assess,
        balances,
        cruxes,
        labelling,
        reject,
        standing,
        strength,
    )

__all__ = [
    "Assessment",
    "Band",
    "BetoogError",
    "Certainty",
    "Change",
    "Claim",
    "ClaimLink",
    "Crux",
    "Debate",
    "DebateFinding",
    "DebateTopic",
    "Finding",
    "Framework",
    "FrameworkLink",
    "Ground",
    "GroundKind",
    "Kind",
    "KnowledgeBase",
    "Label",
    "Labelling",
    "Link",
    "LinkKind",
    "LinkLink",
    "LinkType",
    "LocalizedText",
    "Passage",
    "Review",
    "Route",
    "Severity",
    "Side",
    "Source",
    "Speaker",
    "Stance",
    "Standing",
    "Step",
    "Theme",
    "Turn",
    "assess",
    "balances",
    "check_records",
    "cruxes",
    "labelling",
    "reject",
    "review_change",
    "routes",
    "standing",
    "strength",
]

# check and review are rooms: a function of that name would be hidden once its room is imported.
_CALLED_OTHERWISE: Mapping[str, str] = MappingProxyType(
    {"check_records": "check", "review_change": "review"}
)
_HOMES: Mapping[str, str] = MappingProxyType(
    {
        name: module
        for module, names in {
            "graph.argument.routes": "routes",
            "graph.argument.ways": "Route Step",
            "graph.base": "Ground KnowledgeBase Link",
            "graph.check": "Finding Severity check_records",
            "graph.errors": "BetoogError",
            "graph.records": "Certainty Claim ClaimLink Debate DebateFinding DebateTopic Kind "
            "LinkLink LocalizedText Passage Source Speaker Stance Theme",
            "graph.records.link_types": "LinkType",
            "graph.review.review": "Review review_change",
            "graph.semantics": "Assessment Band Change Crux Framework FrameworkLink GroundKind "
            "Label Labelling LinkKind Side Standing Turn assess balances cruxes labelling reject "
            "standing strength",
        }.items()
        for name in names.split()
    }
)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), _CALLED_OTHERWISE.get(name, name))
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
