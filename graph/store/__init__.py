"""Files to records and back: reading with the place of every field, canonical writing."""

from graph.store.file_reading import read_bytes, read_file
from graph.store.problem import Bounds, Expected, Fault, FieldPath, Problem, Span
from graph.store.record_file import RecordFile
from graph.store.schemes import schemes
from graph.store.tree import LARGEST, Tree, read_path, read_tree

__all__ = [
    "LARGEST",
    "Bounds",
    "Expected",
    "Fault",
    "FieldPath",
    "Problem",
    "RecordFile",
    "Span",
    "Tree",
    "read_bytes",
    "read_file",
    "read_path",
    "read_tree",
    "schemes",
]
