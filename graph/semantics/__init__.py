"""How an argument is weighed: balances, standings, labels, rejections and cruxes.

Pure computations on a `Framework`, which knows claims and links by their ids and nothing else.
"""

from graph.semantics.assessment import Assessment, Turn, assess
from graph.semantics.band import NOTICEABLE, Band
from graph.semantics.cruxes import Crux, cruxes
from graph.semantics.framework import Framework
from graph.semantics.ground import GroundKind
from graph.semantics.labelling import Label, Labelling, labelling
from graph.semantics.link import FrameworkLink, LinkKind
from graph.semantics.methods import ACCOUNTINGS, METHODS, Accounting, Method
from graph.semantics.reassessing import reassess
from graph.semantics.rejection import Change, reject
from graph.semantics.sides import Sides
from graph.semantics.standing import FORCELESS, MARGIN, Side, Standing, is_open, side, standing
from graph.semantics.strength import strength
from graph.semantics.weighing import Weighing, balances, weigh

__all__ = [
    "ACCOUNTINGS",
    "FORCELESS",
    "MARGIN",
    "METHODS",
    "NOTICEABLE",
    "Accounting",
    "Assessment",
    "Band",
    "Change",
    "Crux",
    "Framework",
    "FrameworkLink",
    "GroundKind",
    "Label",
    "Labelling",
    "LinkKind",
    "Method",
    "Side",
    "Sides",
    "Standing",
    "Turn",
    "Weighing",
    "assess",
    "balances",
    "cruxes",
    "is_open",
    "labelling",
    "reassess",
    "reject",
    "side",
    "standing",
    "strength",
    "weigh",
]
