"""How an argument is weighed: strengths, standings, labels, rejections and cruxes.

Pure computations on a `Framework`, which knows claims and links by their ids and nothing else.
"""

from graph.semantics.assessment import Assessment, Weighing, assess
from graph.semantics.band import Band
from graph.semantics.cruxes import Crux, cruxes
from graph.semantics.framework import Framework
from graph.semantics.labelling import Label, Labelling, labelling
from graph.semantics.link import FrameworkLink, LinkKind
from graph.semantics.methods import METHODS, Method
from graph.semantics.rejection import Change, reject
from graph.semantics.standing import MARGIN, Standing, robust, standing
from graph.semantics.strength import forces, strength

__all__ = [
    "MARGIN",
    "METHODS",
    "Assessment",
    "Band",
    "Change",
    "Crux",
    "Framework",
    "FrameworkLink",
    "Label",
    "Labelling",
    "LinkKind",
    "Method",
    "Standing",
    "Weighing",
    "assess",
    "cruxes",
    "forces",
    "labelling",
    "reject",
    "robust",
    "standing",
    "strength",
]
